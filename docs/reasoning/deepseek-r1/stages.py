from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    350,
    "R1 的四个阶段与 R1-Zero",
    "左边一条：V3 Base 直接做强化学习得到 R1-Zero；右边一条：V3 Base 先用几千条冷启动数据做 SFT，再做推理的强化学习，再由它拒绝采样得到约 80 万条，从 Base 重新 SFT，最后做全场景的强化学习得到 R1；80 万条也用来蒸馏小模型。",
)
f.box(160, 10, 160, 36, "weight", "V3 Base", bold=True)
f.arrow((180, 46), (80, 92))
f.box(16, 92, 128, 52, "gradient", "只做强化学习\n（规则奖励）")
f.arrow((80, 144), (80, 178))
f.box(16, 178, 128, 40, "weight", "R1-Zero")
f.text(16, 242, "会推理，但语言混杂、", "muted")
f.text(16, 266, "难读", "muted")
STEPS = (
    ("① 冷启动 SFT：几千条", "data"),
    ("② 推理的强化学习", "gradient"),
    ("③ 采约 80 万条，从 Base 再 SFT", "data"),
    ("④ 全场景的强化学习", "gradient"),
)
for number, (name, colour) in enumerate(STEPS):
    y = 70 + 56 * number
    f.box(208, y, 256, 38, colour, name)
    if number:
        f.arrow((336, y - 18), (336, y))
f.arrow((300, 46), (336, 70))
f.arrow((336, 276), (336, 300))
f.box(272, 300, 128, 38, "weight", "R1", bold=True)
f.box(16, 300, 160, 38, "weight", "蒸馏的小模型", dash=True)
f.arrow((208, 201), (184, 201), (184, 319), (176, 319), colour="data", dash=True)
f.save(__file__)
