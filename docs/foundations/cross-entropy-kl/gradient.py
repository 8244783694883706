from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "错得越离谱，交叉熵拉得越狠",
    "横轴是模型给正确类的概率，纵轴是对 logit 的梯度大小：交叉熵是 1−p，错得最离谱时最大；MSE 是 2p(1−p)²，概率接近 0 时几乎没有梯度。",
)
a = Axes(f, (0, 1), (0, 1.05), left=62, top=40, right=24)
a.draw(
    [(v, f"{v:g}") for v in (0, 0.25, 0.5, 0.75, 1)],
    [(0, "0"), (0.5, "0.5"), (1, "1")],
    "给正确类的概率 p（sigmoid）",
    "对 logit 的梯度大小",
)
ps = [p / 100 for p in range(101)]
a.curve([(p, 1 - p) for p in ps], "accent", width=2.6)
a.curve([(p, 2 * p * (1 - p) ** 2) for p in ps], "weight", dash=True, width=2.4)
f.text(*a.at(0.3, 0.8), "交叉熵：1 − p", "accent", bold=True)
f.text(*a.at(0.05, 0.42), "平方误差：2p(1−p)^2", "weight", bold=True)
f.text(*a.at(0.3, 0.1), "错得最远，反而不动", "weight")
f.save(__file__)
