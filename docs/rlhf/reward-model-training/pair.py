from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    270,
    "奖励模型看成对的回答",
    "同一个提示的两个回答，人选出好的和差的；同一个奖励模型各打一个标量分，损失只看两分之差，差越大损失越小。",
)
f.box(16, 106, 88, 52, "data", "同一个\n提示")
for y, name, score, colour in ((38, "好的回答", "2.1", "activation"), (174, "差的回答", "0.4", "accent")):
    f.box(136, y, 104, 52, colour, name)
    f.box(276, y, 104, 52, "weight", "奖励模型")
    f.arrow((240, y + 26), (276, y + 26))
    f.arrow((104, 132), (136, y + 26), width=1.3)
    f.arrow((380, y + 26), (412, y + 26))
    f.text(418, y + 32, score, colour, bold=True)
f.line((328, 90), (328, 174), dash=True, colour="weight")
f.text(336, 138, "同一个", "weight")
f.text(438, 138, "差 1.7", anchor="middle", bold=True)
f.text(16, 254, "损失 −log σ(好的分 − 差的分)：只要求拉开，不管绝对值", "muted")
f.save(__file__)
