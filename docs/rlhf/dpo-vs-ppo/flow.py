from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    334,
    "DPO 与 PPO 的流程",
    "DPO：现成的偏好对，经策略和冻结的参考算损失，只更新策略。PPO：策略采样回答，奖励模型、critic、参考各给一样东西，合成优势，更新策略，再采样。",
)
f.text(16, 24, "DPO", bold=True)
f.box(16, 38, 112, 60, "data", "现成的\n偏好对")
f.arrow((128, 68), (180, 68))
f.box(180, 38, 112, 60, "weight", "策略\n参考（冻结）")
f.arrow((292, 68), (344, 68))
f.box(344, 38, 120, 60, "gradient", "分类损失\n更新策略")
f.line((16, 122), (464, 122), colour="grid", width=1.2)
f.text(16, 152, "PPO", bold=True)
f.box(16, 196, 112, 60, "weight", "策略")
f.arrow((128, 226), (180, 226))
f.box(180, 196, 84, 60, "data", "自己写\n的回答")
f.arrow((264, 226), (312, 226))
for y, text, dash in ((142, "奖励（冻结）", True), (206, "critic", False), (270, "参考（冻结）", True)):
    f.box(312, y, 128, 40, "weight", text, dash=dash)
    f.line((440, y + 20), (460, y + 20), colour="gradient", width=1.4)
f.line((288, 162), (288, 290))
for y in (162, 290):
    f.arrow((288, y), (312, y))
f.arrow((460, 162), (460, 322), (72, 322), (72, 256), colour="gradient")
f.text(190, 312, "优势，更新", "gradient", anchor="middle")
f.save(__file__)
