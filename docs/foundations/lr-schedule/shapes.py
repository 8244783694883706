from math import cos, pi

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    320,
    "余弦退火与 WSD",
    "横轴是训练进度，纵轴是学习率与峰值之比。两条都先线性预热；余弦从峰值慢慢降到一成；WSD 大部分时间保持峰值，最后一成快速降到 0。",
)
a = Axes(f, (0, 1), (0, 1.1), left=62, top=40, right=24)
a.draw(
    [(v, f"{v:.0%}") for v in (0, 0.25, 0.5, 0.75, 1)], [(0, "0"), (0.5, "0.5"), (1, "1")], "训练进度", "学习率 ÷ 峰值"
)
WARM, DECAY = 0.03, 0.9
xs = [x / 200 for x in range(201)]
a.curve([(x, x / WARM if x < WARM else 0.1 + 0.45 * (1 + cos(pi * (x - WARM) / (1 - WARM)))) for x in xs], "weight")
a.curve(
    [(x, x / WARM if x < WARM else 1 if x < DECAY else 1 - (x - DECAY) / (1 - DECAY)) for x in xs],
    "accent",
    dash=True,
)
f.text(*a.at(0.28, 0.62), "余弦", "weight", bold=True)
f.text(*a.at(0.6, 1.04), "WSD：稳定段随时能停", "accent", anchor="middle", bold=True)
f.text(*a.at(0.05, 0.12), "预热", "muted")
f.save(__file__)
