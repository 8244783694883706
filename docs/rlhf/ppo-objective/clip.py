from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    236,
    "PPO 的裁剪目标",
    "左：优势为 1，目标等于比值，到 1.2 变平。右：优势为 -1，比值 0.8 以左是平的，以右一直下降。",
)
EPS = 0.2


def objective(rho, adv):
    return min(rho * adv, max(1 - EPS, min(1 + EPS, rho)) * adv)


rhos = [i / 100 for i in range(201)]
for left, right, adv, low, high, name, ticks in (
    (44, 254, 1, 0.0, 2.0, "优势 +1：到 1.2 为止", [(0, "0"), (1.2, "1.2")]),
    (290, 10, -1, -2.0, 0.0, "优势 −1：到 0.8 为止", [(-2, "−2"), (-0.8, "−0.8")]),
):
    a = Axes(f, (0, 2), (low, high), left=left, top=40, right=right, bottom=52)
    a.draw([(0, "0"), (1 + adv * EPS, f"{1 + adv * EPS:.1f}"), (2, "2")], ticks, "比值", "")
    a.curve([(r, r * adv) for r in rhos], "neutral", dash=True)
    a.curve([(r, objective(r, adv)) for r in rhos], "gradient")
    f.text(left, 24, name, "gradient")
f.save(__file__)
