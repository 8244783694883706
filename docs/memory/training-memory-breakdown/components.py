from answerbook.drawing.canvas import Figure

ROWS = (
    ("全参 AdamW，不重计算", (13.5, 13.5, 80.9, 20.1, 0), "127.9"),
    ("全参 AdamW，逐层重计算", (13.5, 13.5, 80.9, 1.7, 0), "109.5"),
    ("8 卡 ZeRO-3，逐层重计算", (1.7, 1.7, 10.1, 1.7, 0), "15.2"),
    ("LoRA（r=16），逐层重计算", (13.6, 0, 0, 1.7, 0), "15.3"),
    ("推理，4096 个 token", (13.5, 0, 0, 0, 2.1), "15.6"),
)
COLOURS = ("weight", "gradient", "optimizer", "activation", "kv")
SCALE = 380 / 128

f = Figure(
    480,
    350,
    "Llama 2 7B 训练与推理每张卡的显存",
    "五行堆叠条形：全参 AdamW 约 128 GB，其中优化器状态 81 GB；逐层重计算后约 110 GB；8 卡 ZeRO-3、LoRA、推理都在 16 GB 上下；虚线是 80 GB。",
)
f.legend(16, 22, zip(COLOURS, ("权重", "梯度", "优化器状态", "激活", "KV Cache"), strict=True))
for number, (name, parts, total) in enumerate(ROWS):
    y = 48 + 56 * number
    f.text(16, y + 14, name)
    end = f.bars(16, y + 21, 22, [(colour, part * SCALE) for colour, part in zip(COLOURS, parts, strict=True) if part])
    f.text(end + 6, y + 38, total)
f.line((16 + 80 * SCALE, 46), (16 + 80 * SCALE, 338), dash=True, width=1.4)
f.text(16 + 80 * SCALE + 6, 336, "80 GB", "muted")
f.save(__file__)
