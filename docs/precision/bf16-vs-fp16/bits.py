from answerbook.drawing.canvas import Figure

ROWS = (
    ("fp32", (8, 23), "最大 3.40e38"),
    ("bf16", (8, 7), "最大 3.39e38，eps = 2^{-7}"),
    ("fp16", (5, 10), "最大 65504，eps = 2^{-10}"),
)

f = Figure(
    480,
    216,
    "三种浮点格式的位",
    "三条位布局：fp32 是 1 位符号、8 位指数、23 位尾数；bf16 是 1、8、7；fp16 是 1、5、10。",
)
f.formats(42, ROWS)
f.save(__file__)
