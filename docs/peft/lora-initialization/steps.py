from answerbook.drawing.canvas import Axes, Figure

RATE, STEPS = 0.1, 20

f = Figure(
    480,
    326,
    "四种初始化走二十步",
    "一个数的 LoRA：输出 y = 1 + ba，目标 2，学习率 0.1。A 随机、B 为零和交换都从 1 出发升到接近 2；都为零停在 1 不动；都随机的起点就不是原模型，这里一开始就是 2。",
)


def walk(a, b):
    seen = []
    for _ in range(STEPS + 1):
        y = 1 + a * b
        seen.append(y)
        a, b = a - RATE * (y - 2) * b, b - RATE * (y - 2) * a
    return seen


a = Axes(f, (0, STEPS), (0.9, 2.1), left=62, top=40, right=24)
a.draw(
    [(n, str(n)) for n in (0, 5, 10, 15, 20)],
    [(1, "1"), (1.5, "1.5"), (2, "2")],
    "步数",
    "输出 y（原模型是 1，目标是 2）",
)
a.curve(enumerate(walk(1, 0)), "weight", width=2.8)
a.curve(enumerate(walk(0, 0)), "accent", dash=True, width=2.4)
f.dot(*a.at(0, 2), "data", 6)
f.text(*a.at(6, 1.36), "一个随机、一个为零：学得动", "weight", bold=True)
f.text(*a.at(6, 1.06), "都为零：一步也不动", "accent", bold=True)
f.text(*a.at(0.7, 1.9), "都随机：起点就不是原模型了", "data")
f.save(__file__)
