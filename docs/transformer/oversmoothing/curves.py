from answerbook.drawing.canvas import Axes, Figure

# 随机初始化，32 个 token、64 维，三次平均，各层的两两余弦；页面的验证代码重算其中五层。
CURVES = (
    ("纯注意力", "accent", (0.35, *[1.0] * 23)),
    (
        "只加残差",
        "neutral",
        (
            0.01,
            0.04,
            0.1,
            0.24,
            0.35,
            0.49,
            0.63,
            0.7,
            0.81,
            0.86,
            0.89,
            0.92,
            0.94,
            0.96,
            0.98,
            0.99,
            0.99,
            *[1.0] * 7,
        ),
    ),
    ("Post-Norm", "data", (0.16, 0.4, 0.62, 0.79, 0.91, 0.96, 0.98, 0.99, 0.99, *[1.0] * 15)),
    (
        "Pre-Norm",
        "weight",
        (
            0.16,
            0.3,
            0.41,
            0.51,
            0.58,
            0.63,
            0.63,
            0.64,
            0.68,
            0.69,
            0.7,
            0.72,
            0.72,
            0.73,
            0.73,
            0.75,
            0.75,
            0.77,
            0.79,
            0.79,
            0.79,
            0.8,
            0.8,
            0.8,
        ),
    ),
)

f = Figure(
    480,
    330,
    "层数与余弦",
    "横轴层数 0 到 24，纵轴各 token 两两余弦的平均。纯注意力两层到 1；Post-Norm 约八层到 1；只加残差约十六层到 1；Pre-Norm 慢慢升到 0.8。",
)
a = Axes(f, (0, 24), (0, 1.05), top=52)
a.draw([(x, str(x)) for x in (0, 6, 12, 18, 24)], [(0, "0"), (0.5, "0.5"), (1, "1")], "层")
f.legend(16, 26, [(colour, name) for name, colour, _ in CURVES])
for name, colour, values in CURVES:
    assert len(values) == 24
    a.curve([(0, 0), *((layer, value) for layer, value in enumerate(values, 1))], colour, dash=name == "只加残差")
f.save(__file__)
