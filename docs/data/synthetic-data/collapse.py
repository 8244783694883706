from answerbook.drawing.canvas import Axes, Figure

SAMPLES = 100


def kept(generations):
    """累加：第 k 代并进来时，方差的期望乘 1 − 1/(N·k²)。"""
    share, out = 1.0, [1.0]
    for k in range(1, generations + 1):
        share *= 1 - 1 / (SAMPLES * k * k)
        out.append(share)
    return out


f = Figure(
    480,
    286,
    "替换与累加",
    "横轴是代数 0 到 200，纵轴是方差还剩多少。每代替换：100 代剩 0.37，200 代剩 0.13；累加：一直在 0.98 以上。",
)
axes = Axes(f, (0, 200), (0, 1.1), top=40, right=24)
axes.draw([(v, str(v)) for v in (0, 100, 200)], [(v, f"{v:g}") for v in (0, 0.5, 1)], "代数", "方差还剩")
axes.curve([(n, (1 - 1 / SAMPLES) ** n) for n in range(201)], "accent")
axes.curve(list(enumerate(kept(200))), "weight")
f.dot(*axes.at(100, 0.366), "accent")
f.text(*axes.at(108, 0.42), "0.37", "accent", bold=True)
f.text(*axes.at(5, 0.16), "只用上一代：尾巴丢光", "accent", anchor="start")
f.text(*axes.at(120, 0.84), "新旧累加：停在 0.98", "weight", anchor="middle")
f.save(__file__)
