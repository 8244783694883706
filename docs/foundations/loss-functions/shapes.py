from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    320,
    "误差大时谁拉得狠",
    "横轴是误差，从 −4 到 4，纵轴是损失。MSE 是抛物线，误差为 3 时是 9；MAE 是折线，误差为 4 时是 4；Huber（δ 取 1）中间像抛物线，外面是直线，误差为 4 时是 3.5。",
)
a = Axes(f, (-4, 4), (0, 9), left=52, top=40, right=24)
a.draw(
    [(v, f"{v:g}".replace("-", "−")) for v in (-4, -2, 0, 2, 4)],
    [(0, "0"), (3, "3"), (6, "6"), (9, "9")],
    "误差 e",
    "损失",
)
xs = [x / 20 for x in range(-80, 81)]
a.curve([(x, x * x) for x in xs if abs(x) <= 3], "accent", width=2.6)
a.curve([(x, abs(x)) for x in xs], "weight", dash=True, width=2.4)
a.curve([(x, x * x / 2 if abs(x) <= 1 else abs(x) - 0.5) for x in xs], "activation", width=2.4)
f.text(*a.at(-2.4, 7.6), "MSE", "accent", bold=True)
f.text(*a.at(3.1, 4.3), "MAE", "weight", bold=True)
f.text(*a.at(2.3, 0.7), "Huber", "activation", bold=True)
f.save(__file__)
