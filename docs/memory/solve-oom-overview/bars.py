from answerbook.drawing.canvas import Figure

ROWS = (
    ("混合精度 AdamW", 107.8, 20.1),
    ("＋逐层重计算", 107.8, 1.7),
    ("＋8 位 AdamW", 67.4, 1.7),
    ("LoRA ＋重计算", 14.1, 1.7),
    ("QLoRA ＋重计算", 4.5, 1.7),
)
UNIT = 390 / 128

f = Figure(
    480,
    322,
    "一步步放得下",
    "Llama 2 7B 单卡：混合精度 AdamW 127.9 GB；加逐层重计算 109.5；再换 8 位 AdamW 69.1，低于 80 GB 的虚线；LoRA 15.8；QLoRA 6.2。",
)
f.legend(16, 24, [("optimizer", "模型状态"), ("activation", "激活")])
for number, (name, states, activations) in enumerate(ROWS):
    y = 42 + 52 * number
    f.text(16, y + 14, name)
    end = f.bars(16, y + 20, 20, [("optimizer", states * UNIT), ("activation", activations * UNIT)])
    f.text(end + 6, y + 36, f"{states + activations:.1f}")
f.line((16 + 80 * UNIT, 40), (16 + 80 * UNIT, 304), dash=True, width=1.4)
f.text(16 + 80 * UNIT + 6, 300, "80 GB", "muted")
f.save(__file__)
