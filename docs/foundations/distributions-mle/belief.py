import numpy as np
from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    312,
    "样本少时先验拉一把，样本多时先验的份量小",
    "两幅图，横轴都是正面的概率，零到一。左边抛十次四次正面：似然的峰在零点四，先验的峰在零点五，后验夹在中间，峰在零点四六。右边抛一百次四十次正面：似然窄得多，后验的峰在零点四二，几乎和似然重合。",
)
p = np.linspace(0.001, 0.999, 160)


def curve(a: float, b: float) -> np.ndarray:
    log = (a - 1) * np.log(p) + (b - 1) * np.log(1 - p)
    y = np.exp(log - log.max())
    return y / (y.sum() * (p[1] - p[0]))


heads = {10: 4, 100: 40}
drawn = {
    n: (
        ("data", curve(k + 1, n - k + 1)),
        ("neutral", curve(10, 10)),
        ("accent", curve(k + 10, n - k + 10)),
    )
    for n, k in heads.items()
}
for left, n in ((12, 10), (256, 100)):
    f.text(left + 104, 24, f"抛 {n} 次，{heads[n]} 次正面", anchor="middle", bold=True)
    f.line((left, 226), (left + 208, 226), colour="grid")
    top = max(float(y.max()) for _, y in drawn[n])
    for mark, anchor in ((0, "start"), (0.4, "middle"), (1, "end")):
        f.text(left + 208 * mark, 248, f"{mark:g}", "muted", anchor=anchor)
    for colour, y in drawn[n]:
        points = [(left + 208 * float(x), 226 - 182 * float(v) / top) for x, v in zip(p, y, strict=True)]
        f.line(*points, colour=colour, width=2.2)
f.text(240, 270, "正面的概率", "muted", anchor="middle")
f.legend(120, 300, [("data", "似然"), ("neutral", "先验"), ("accent", "后验")])
f.save(__file__)
