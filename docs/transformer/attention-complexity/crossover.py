from answerbook.drawing.canvas import Axes, Figure

H, FFN = 4096, 11008
PROJECTIONS, MLP = 4 * 2 * H * H / 1e6, 3 * 2 * H * FFN / 1e6

f = Figure(
    480,
    350,
    "注意力的平方项何时超过投影和 FFN",
    "LLaMA 7B 每层每个 token 的计算量随序列长度的变化：投影 134 和 FFN 271 MFLOPs 是水平线，平方项是过原点的直线，在 8192 处与投影相交，在约 24700 处与两者之和相交。",
)
a = Axes(f, (0, 32), (0, 550), left=58, top=40)
a.draw(
    [(k, f"{k}K" if k else "0") for k in (0, 8, 16, 24, 32)],
    [(v, str(v)) for v in (0, 100, 200, 300, 400, 500)],
    "序列长度 s（LLaMA 7B，h = 4096）",
    "每层每个 token 的计算量（MFLOPs）",
)
for value, name, dash in (
    (PROJECTIONS, "四个投影", False),
    (MLP, "FFN", False),
    (PROJECTIONS + MLP, "投影 + FFN", True),
):
    a.curve([(0, value), (32, value)], "neutral" if dash else "weight", dash=dash)
    f.text(*a.at(20 if value < 200 else 0.5, value + 12), f"{name} {value:.0f}", "muted" if dash else "weight")
a.curve([(0, 0), (32, 4 * 32 * 1024 * H / 1e6)], "accent")
for k, y in ((8, PROJECTIONS), (24.1, PROJECTIONS + MLP)):
    f.dot(*a.at(k, y), "accent", 5)
f.text(*a.at(8.8, 96), "s = 2h = 8192", "accent")
f.text(*a.at(24.6, 358), "s ≈ 24700", "accent")
f.text(*a.at(17.5, 226), "平方项 4sh", "accent", bold=True)
f.save(__file__)
