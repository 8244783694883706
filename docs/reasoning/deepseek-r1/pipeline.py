from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    322,
    "DeepSeek-R1 的训练",
    "第一行：V3-Base 直接做 GRPO 得到 R1-Zero。第二行：V3-Base 经冷启动 SFT、推理 RL，只用来采样筛选出 60 万条，另加通用数据 20 万条。第三行：回到 V3-Base，用这 80 万条 SFT，再做全场景 RL，得到 R1。",
)
X = (16, 136, 256, 376)
rows = (
    (34, "R1-Zero", (("weight", "V3-Base"), ("gradient", "GRPO"), ("weight", "R1-Zero"))),
    (
        140,
        "R1：前两步产数据",
        (("weight", "V3-Base"), ("activation", "冷启动\nSFT"), ("gradient", "推理 RL"), ("data", "采样 60 万\n通用 20 万")),
    ),
    (
        254,
        "R1：后两步出模型",
        (("weight", "V3-Base"), ("activation", "80 万条\nSFT"), ("gradient", "全场景 RL"), ("weight", "R1")),
    ),
)
for y, name, boxes in rows:
    f.text(16, y - 10, name, bold=True)
    for x, (colour, text) in zip(X, boxes, strict=False):
        f.box(x, y, 88, 54, colour, text)
    for x in X[: len(boxes) - 1]:
        f.arrow((x + 88, y + 27), (x + 120, y + 27))
f.arrow((420, 194), (420, 226), (180, 226), (180, 254), colour="data")
f.save(__file__)
