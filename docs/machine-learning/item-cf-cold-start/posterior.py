import numpy as np
from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "曝光不够，好坏分不开；够了才分得开",
    "两幅图，横轴是点击率，零到百分之十二，三条曲线是点击率百分之四、五、六的三件物品的后验。左边曝光二百次，三条宽而重叠；右边一千八百次，三条窄，峰分开。",
)
rates = ((0.04, "data"), (0.05, "weight"), (0.06, "accent"))
ratio = np.linspace(0.001, 0.12, 90)
top = 0.0
curves = {}
for shows in (200, 1800):
    for rate, colour in rates:
        a, b = 5 + rate * shows, 95 + (1 - rate) * shows
        log = (a - 1) * np.log(ratio) + (b - 1) * np.log(1 - ratio)
        y = np.exp(log - log.max())
        y = y / (y.sum() * (ratio[1] - ratio[0]))
        curves[shows, colour] = y
        top = max(top, float(y.max()))
for left, shows in ((12, 200), (256, 1800)):
    f.text(left + 104, 24, f"曝光 {shows} 次", anchor="middle", bold=True)
    f.line((left, 236), (left + 208, 236), colour="grid")
    for mark in (0, 4, 8, 12):
        f.text(
            left + 208 * mark / 12,
            258,
            f"{mark}%",
            "muted",
            anchor="start" if mark == 0 else "end" if mark == 12 else "middle",
        )
    for _, colour in rates:
        points = [
            (left + 208 * float(x) / 0.12, 236 - 190 * float(v) / top)
            for x, v in zip(ratio, curves[shows, colour], strict=True)
        ]
        f.line(*points, colour=colour, width=2)
f.text(240, 288, "真实点击率 4%、5%、6% 的三件", "muted", anchor="middle")
f.save(__file__)
