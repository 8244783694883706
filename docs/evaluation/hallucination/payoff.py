from answerbook.drawing.canvas import Axes, Figure

T = 0.75
PENALTY = T / (1 - T)

f = Figure(
    480,
    340,
    "把握多大才值得答",
    "横轴是答对的把握，0 到 1，纵轴是期望得分。错答不扣分时，得分等于把握，总在零以上；错答扣 3 分时，从 −3 升到 1，在 0.75 处过零；不答是零。",
)
a = Axes(f, (0, 1), (-3, 1), left=58, top=40)
a.draw(
    [(x, f"{x:g}") for x in (0, 0.25, 0.5, 0.75, 1)],
    [(y, f"{y}".replace("-", "−")) for y in (-3, -2, -1, 0, 1)],
    "答对的把握",
    "期望得分",
)
a.curve([(0, 0), (1, 0)], "neutral", dash=True)
a.curve([(0, 0), (1, 1)], "weight")
a.curve([(0, -PENALTY), (1, 1)], "accent")
f.dot(*a.at(T, 0), "accent", 5)
f.text(*a.at(0.03, 0.55), "错了不扣：猜总不亏", "weight", bold=True)
f.text(*a.at(0.03, -0.45), "不答：0", "muted")
f.text(*a.at(0.42, -2.3), f"错一题扣 {PENALTY:.0f} 分：", "accent", bold=True)
f.text(*a.at(0.42, -2.75), f"把握过 {T} 才值得答", "accent", bold=True)
f.save(__file__)
