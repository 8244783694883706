from math import exp, sqrt

from answerbook.drawing.canvas import Axes, Figure

GAP = 0.01

f = Figure(
    480,
    330,
    "每个 token 差一点，整条差多少",
    "横轴是回答长度，纵轴是整条概率比的对数刻度。每个 token 差 0.01：随机正负时一千个 token 只偏到约 1.4 倍；总往一边偏时到 2.2 万倍。",
)
a = Axes(f, (0, 1000), (-0.4, 10.5), left=72, top=40, right=24)
a.draw(
    [(n, str(n)) for n in (0, 250, 500, 750, 1000)],
    [(0, "1"), (2.303, "10"), (4.605, "100"), (6.908, "1000"), (9.21, "1 万")],
    "回答的 token 数",
    "整条的概率比（对数）",
)
a.curve([(n, GAP * n) for n in range(0, 1001, 10)], "accent", width=2.6)
a.curve([(n, GAP * sqrt(n)) for n in range(0, 1001, 10)], "weight", width=2.6)
f.text(*a.at(620, 8.2), f"总往一边偏：{exp(GAP * 1000) / 1e4:.1f} 万倍", "accent", anchor="end", bold=True)
f.text(*a.at(980, 1.0), f"随机正负：约 {exp(GAP * sqrt(1000)):.1f} 倍", "weight", anchor="end", bold=True)
f.save(__file__)
