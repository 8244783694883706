from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    376,
    "从预训练到上线的阶段",
    "主线自上而下：预训练、中期训练、SFT、偏好优化、可验证奖励的强化学习；右边写数据量级；蒸馏从教师到小模型，是旁支。",
)
STEPS = (
    ("预训练", "1T–几十 T token", "语言、知识、代码", "data"),
    ("中期训练", "几十 B–几 T token", "数理、长上下文", "data"),
    ("SFT", "千–百万条", "听懂指令、格式", "weight"),
    ("偏好优化", "万–百万对", "更合人意", "gradient"),
    ("RLVR", "万–几十万题", "数学、代码、推理", "gradient"),
)
for number, (name, size, gain, colour) in enumerate(STEPS):
    y = 14 + 66 * number
    f.box(16, y, 124, 44, colour, name, bold=True)
    if number:
        f.arrow((78, y - 22), (78, y))
    f.text(156, y + 18, size, "muted")
    f.text(156, y + 40, gain)
f.box(344, 146, 120, 58, "weight", "小模型\n（学生）")
f.arrow((300, 310), (404, 310), (404, 204), colour="weight", dash=True)
f.text(316, 334, "蒸馏：学教师的", "weight")
f.text(316, 358, "输出或分布", "weight")
f.save(__file__)
