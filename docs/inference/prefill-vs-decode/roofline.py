from math import log10

from answerbook.drawing.canvas import Axes, Figure

PEAK, BAND, HIDDEN = 989e12, 3.35e12, 8192


def intensity(tokens):
    return tokens / (1 + 2 * tokens / HIDDEN)


f = Figure(
    480,
    340,
    "一步送进几个 token，决定吃什么",
    "双对数坐标，横轴是算术强度，纵轴是 H100 能达到的算力。斜坡上受带宽限制，拐点在 295 FLOP/B，之后是平顶。一步送 1、64 个 token 在斜坡上，512、8192 个在平顶上。",
)
a = Axes(f, (-0.3, 3.7), (0, 3.3), left=62, top=40)
ticks = [(0, "1"), (1, "10"), (2, "100"), (3, "1000")]
a.draw(ticks, ticks, "算术强度（FLOP/B）", "能用到的算力（TFLOP/s，H100 bf16）")
corner = log10(PEAK / BAND)
f.area(
    a.at(-0.3, 0),
    a.at(-0.3, log10(BAND * 10**-0.3 / 1e12)),
    a.at(corner, log10(PEAK / 1e12)),
    a.at(corner, 0),
    colour="kv",
)
f.area(
    a.at(corner, 0), a.at(corner, log10(PEAK / 1e12)), a.at(3.7, log10(PEAK / 1e12)), a.at(3.7, 0), colour="activation"
)
a.curve([(-0.3, log10(BAND * 10**-0.3 / 1e12)), (corner, log10(PEAK / 1e12)), (3.7, log10(PEAK / 1e12))], "ink")
f.line(a.at(corner, 0), a.at(corner, log10(PEAK / 1e12)), colour="neutral", dash=True)
for tokens, dx, dy, anchor in (
    (1, 10, 16, "start"),
    (64, 10, 18, "start"),
    (512, 0, -10, "middle"),
    (8192, 0, -10, "middle"),
):
    where = intensity(tokens)
    x, y = a.at(log10(where), log10(min(PEAK, BAND * where) / 1e12))
    f.dot(x, y, "accent", 5)
    f.text(x + dx, y + dy, f"{tokens}", "accent", anchor=anchor, bold=True)
f.text(*a.at(1.6, 0.4), "吃带宽：解码", "kv", anchor="middle", bold=True)
f.text(*a.at(3.1, 1.5), "吃算力：", "activation", anchor="middle", bold=True)
f.text(*a.at(3.1, 1.2), "预填充", "activation", anchor="middle", bold=True)
f.text(*a.at(corner - 0.06, 0.1), "295", "muted", anchor="end")
f.save(__file__)
