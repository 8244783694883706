from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    318,
    "PPO 与 DPO 的数据流",
    "左：PPO 是一个环，策略采样回答，奖励模型打分，critic 估价值，算优势，更新策略，再采样；右：DPO 是一条直线，现成的成对偏好，策略和参考各算一遍对数概率，一个损失更新策略。",
)
f.text(112, 22, "PPO：边采样边学", anchor="middle", bold=True)
f.text(364, 22, "DPO：只有一个损失", anchor="middle", bold=True)
f.line((238, 12), (238, 306), colour="grid", width=1.2)
f.box(56, 40, 112, 40, "weight", "策略")
f.box(56, 112, 112, 40, "data", "新采的回答")
f.box(8, 184, 100, 56, "weight", "奖励、参考\n冻结", dash=True)
f.box(120, 184, 100, 56, "weight", "critic\n也要训练")
f.box(56, 270, 112, 40, "gradient", "优势")
f.arrow((112, 80), (112, 112))
f.arrow((90, 152), (58, 184))
f.arrow((134, 152), (170, 184))
f.arrow((58, 240), (90, 270))
f.arrow((170, 240), (134, 270))
f.arrow((168, 290), (230, 290), (230, 60), (168, 60), colour="gradient")
f.box(280, 40, 168, 56, "data", "现成的偏好对\n好的 / 差的回答")
f.box(256, 140, 100, 44, "weight", "策略")
f.box(372, 140, 100, 44, "weight", "参考", dash=True)
f.arrow((330, 96), (306, 140))
f.arrow((398, 96), (422, 140))
f.box(280, 226, 168, 56, "gradient", "两边对数概率之差\n的逻辑损失")
f.arrow((306, 184), (330, 226))
f.arrow((422, 184), (398, 226))
f.arrow((280, 254), (248, 254), (248, 162), (256, 162), colour="gradient")
f.save(__file__)
