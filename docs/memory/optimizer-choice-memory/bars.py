from answerbook.drawing.canvas import Figure

P = 6.738
ROWS = (
    ("AdamW", (2, 2, 4, 8)),
    ("Lion、带动量 SGD", (2, 2, 4, 4)),
    ("8 位 AdamW", (2, 2, 4, 2)),
    ("Adafactor，无动量", (2, 2, 4, 0)),
    ("LOMO", (2, 0.03, 0, 0)),
)
COLOURS = ("weight", "gradient", "optimizer", "accent")
UNIT = 400 / 110

f = Figure(
    480,
    326,
    "几种优化器的模型状态",
    "Llama 2 7B：AdamW 107.8 GB，Lion 80.9，8 位 AdamW 67.4，Adafactor 53.9，LOMO 13.7；依次是权重、梯度、fp32 主权重、优化器状态。",
)
f.legend(16, 24, [("weight", "权重"), ("gradient", "梯度"), ("optimizer", "主权重"), ("accent", "状态")])
for number, (name, shares) in enumerate(ROWS):
    y = 42 + 54 * number
    f.text(16, y + 14, name)
    end = f.bars(
        16, y + 21, 20, [(colour, share * P * UNIT) for colour, share in zip(COLOURS, shares, strict=True) if share]
    )
    f.text(end + 6, y + 37, f"{sum(shares) * P:.1f}")
f.text(16, 318, "GB；矩、动量记在“状态”里，LOMO 的梯度随算随丢", "muted")
f.save(__file__)
