from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "DeepFM 只算一次两两内积，DCN 每层再乘一次 x0",
    "左边 DeepFM：底下是共用的嵌入，同时进 FM 和 MLP，两个 logit 相加。右边 DCN-v2：底下的 x0 进交叉层 1，再进交叉层 2，每一层还有一条从 x0 来的线；旁边并联 MLP，两路拼起来。",
)
f.text(110, 22, "DeepFM", anchor="middle", bold=True)
f.box(10, 262, 200, 40, "data", "各域的嵌入，共用")
f.box(10, 150, 92, 58, "accent", "FM\n两两内积")
f.box(118, 150, 92, 58, "weight", "MLP")
f.box(60, 50, 100, 40, "neutral", "相加")
for x, spot in ((56, 90), (164, 130)):
    f.arrow((x, 262), (x, 208))
    f.arrow((x, 150), (spot, 90))
f.text(365, 22, "DCN-v2", anchor="middle", bold=True)
f.box(250, 262, 220, 40, "data", "x_0，嵌入拼起来")
f.box(286, 190, 84, 40, "accent", "交叉 1")
f.box(286, 120, 84, 40, "accent", "交叉 2")
f.box(386, 120, 84, 110, "weight", "MLP")
f.box(320, 50, 100, 40, "neutral", "拼起来")
f.arrow((328, 262), (328, 230))
f.arrow((328, 190), (328, 160))
f.arrow((328, 120), (350, 90))
f.arrow((428, 262), (428, 230))
f.arrow((428, 120), (390, 90))
f.line((262, 262), (262, 140), colour="data", dash=True)
f.arrow((262, 210), (286, 210), colour="data", dash=True)
f.arrow((262, 140), (286, 140), colour="data", dash=True)
f.text(250, 322, "虚线：每层都乘回 x_0", "muted")
f.save(__file__)
