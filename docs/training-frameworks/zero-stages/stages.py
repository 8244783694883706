from answerbook.drawing.canvas import Figure

PARAMETERS, CARDS = 7.5, 64
SCALE = 320 / 120

f = Figure(
    480,
    284,
    "ZeRO 各阶段每卡的模型状态",
    "75 亿参数、64 张卡，每卡显存的条形图：DDP 120 GB，ZeRO-1 31.4 GB，ZeRO-2 16.6 GB，ZeRO-3 1.9 GB。",
)
f.legend(16, 24, [("weight", "参数"), ("gradient", "梯度"), ("optimizer", "优化器状态")])
for stage in range(4):
    y = 44 + 56 * stage
    parts = [size * PARAMETERS / (CARDS if stage >= first else 1) for size, first in ((2, 3), (2, 2), (12, 1))]
    f.text(16, y + 24, f"ZeRO-{stage}" if stage else "DDP", bold=True)
    end = f.bars(
        92, y + 4, 30, [(c, part * SCALE) for c, part in zip(("weight", "gradient", "optimizer"), parts, strict=True)]
    )
    f.text(end + 6, y + 25, f"{sum(parts):.1f}".removesuffix(".0"))
f.text(92, 274, "每卡的 GB 数：7.5B 参数，64 卡", "muted")
f.save(__file__)
