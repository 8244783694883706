from answerbook.drawing.canvas import Figure

BIT = 14
ROWS = (
    ("fp32", (8, 23), "最大 3.40e38"),
    ("tf32", (8, 10), "只在乘法器里用，存储仍 32 位"),
    ("bf16", (8, 7), "最大 3.39e38，eps = 2^{-7}"),
    ("fp16", (5, 10), "最大 65504，eps = 2^{-10}"),
    ("fp8 E5M2", (5, 2), "最大 57344"),
    ("fp8 E4M3", (4, 3), "最大 448"),
)

f = Figure(
    480,
    390,
    "六种浮点格式的位",
    "六条位布局：fp32 是 1-8-23，tf32 是 1-8-10，bf16 是 1-8-7，fp16 是 1-5-10，fp8 E5M2 是 1-5-2，E4M3 是 1-4-3。",
)
f.legend(16, 22, [("neutral", "符号"), ("accent", "指数（管范围）"), ("weight", "尾数（管精度）")])
for number, (name, (exponent, mantissa), note) in enumerate(ROWS):
    y = 42 + 58 * number
    f.text(16, y + 14, name, bold=True)
    f.text(464, y + 14, note, "muted", anchor="end")
    f.box(16, y + 21, BIT, 26, "neutral", solid=True, radius=0)
    for start, long, colour in ((1, exponent, "accent"), (1 + exponent, mantissa, "weight")):
        f.box(16 + BIT * start, y + 21, BIT * long, 26, colour, str(long), bold=True, radius=0, line=1)
        for bit in range(1, long):
            x = 16 + BIT * (start + bit)
            f.line((x, y + 42), (x, y + 47), colour=colour, width=1)
f.save(__file__)
