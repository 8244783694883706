from answerbook.drawing.canvas import Figure

P, HEADLESS = 6.738, 6.607
ROWS = (
    ("SFT", (("actor 训练", P, True),)),
    ("PPO", (("actor 训练", P, True), ("critic 训练", HEADLESS, True), ("冻结", P + HEADLESS, False))),
)
UNIT = 384 / 310

f = Figure(
    480,
    222,
    "SFT 与 PPO 的显存",
    "Llama 2 7B 的模型状态：SFT 107.8 GB；PPO 里 actor 107.8、critic 105.7，冻结的 reference 和 reward 共 26.7，合计 240.2 GB；另加生成用的 KV Cache 68.7 GB。",
)
f.legend(16, 22, [("weight", "权重"), ("gradient", "梯度"), ("optimizer", "优化器状态"), ("kv", "KV Cache")])
for number, (name, models) in enumerate(ROWS):
    y = 42 + 92 * number
    f.text(16, y + 24, name, bold=True)
    x = 64
    for words, size, trained in models:
        sizes = (("weight", 2), ("gradient", 2), ("optimizer", 12)) if trained else (("weight", 2),)
        end = f.bars(x, y, 36, [(colour, share * size * UNIT - 0.4) for colour, share in sizes])
        f.text((x + end) / 2, y + 56, words, "muted", anchor="middle")
        f.text((x + end) / 2, y + 76, f"{sum(share for _, share in sizes) * size:.1f}", anchor="middle")
        x = end + 3
    if name == "PPO":
        end = f.bars(x, y, 36, [("kv", 68.7 * UNIT)])
        f.text((x + end) / 2, y + 56, "KV Cache", "muted", anchor="middle")
        f.text((x + end) / 2, y + 76, "68.7 GB", anchor="middle")
f.save(__file__)
