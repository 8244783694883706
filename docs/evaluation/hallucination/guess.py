from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "不倒扣，猜永远不亏",
    "横轴是把握，纵轴是猜的期望得分：不倒扣时是过原点的直线，永远不低于 0；错一题扣 3 分时，把握低于 0.75 就是负的；“我不知道”恒为 0。",
)
PENALTY = 3
a = Axes(f, (0, 1), (-3, 1.2), left=62, top=40, right=24)
a.draw(
    [(v, f"{v:g}") for v in (0, 0.25, 0.5, 0.75, 1)],
    [(v, f"{v}".replace("-", "−")) for v in (-3, -2, -1, 0, 1)],
    "猜对的把握 p",
    "期望得分",
)
a.curve([(0, 0), (1, 0)], "neutral", width=1.6)
a.curve([(0, 0), (1, 1)], "accent", width=2.6)
a.curve([(0, -PENALTY), (1, 1)], "weight", width=2.6)
t = PENALTY / (PENALTY + 1)
f.dot(*a.at(t, 0), "weight", 5)
f.text(*a.at(0.08, 0.52), "不倒扣：猜总不亏", "accent", bold=True)
f.text(*a.at(0.44, -1.75), "错一题扣 3 分：", "weight", bold=True)
f.text(*a.at(0.44, -2.15), f"把握低于 {t:g} 就别猜", "weight")
f.text(*a.at(0.02, -0.36), "“我不知道” = 0", "muted")
f.save(__file__)
