from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    500,
    "RLHF 的三步",
    "第一步用示范数据把预训练模型训成 SFT 模型；第二步由 SFT 模型采样多个回答，人排序，训练奖励模型；第三步策略采样回答，奖励模型打分并减去对 SFT 模型的 KL，用优势更新策略。",
)
X = (16, 176, 336)
for y, name in ((24, "1  SFT"), (176, "2  奖励模型"), (338, "3  PPO")):
    f.text(16, y, name, bold=True)
for y in (148, 310):
    f.line((16, y), (464, y), colour="grid", width=1.2)
rows = (
    (38, (("data", "1.3 万提示\n人写示范"), ("weight", "预训练模型\n交叉熵"), ("weight", "SFT 模型"))),
    (
        190,
        (
            ("data", "3.3 万提示\nSFT 模型\n各采 4–9 答"),
            ("data", "人排序\n拆成两两比较"),
            ("weight", "奖励模型\n成对损失"),
        ),
    ),
    (
        352,
        (
            ("weight", "策略\n3.1 万提示\n从 SFT 起"),
            ("data", "策略采样\n回答"),
            ("accent", "打分，减去\n对 SFT 的\nKL 惩罚"),
        ),
    ),
)
for y, boxes in rows:
    for x, (colour, text) in zip(X, boxes, strict=True):
        f.box(x, y, 128, 84, colour, text)
    for x in X[:2]:
        f.arrow((x + 128, y + 42), (x + 160, y + 42))
f.arrow((400, 274), (400, 352), colour="weight", dash=True)
f.text(392, 336, "冻结后使用", "weight", anchor="end")
f.arrow((400, 436), (400, 466), (80, 466), (80, 436), colour="gradient")
f.text(240, 488, "用优势更新策略", "gradient", anchor="middle")
f.save(__file__)
