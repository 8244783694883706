from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    392,
    "数据并行、张量并行与流水线并行",
    "数据并行每张卡有整个模型、各读一份数据，每步同步梯度；张量并行把每一层劈成几份放在不同卡上，每层传激活；流水线并行把不同的层放在不同卡上，段间传激活。",
)


def layers(x, y, width, kinds):
    for number, row in enumerate(kinds):
        for place, solid in enumerate(row):
            wide = width / len(row)
            f.box(x + place * wide, y + 26 * number, wide, 22, "weight", solid=solid, radius=2, line=1)


f.text(16, 24, "数据并行", bold=True)
f.text(104, 24, "每卡整个模型，各读一份数据", "muted")
layers(80, 40, 112, [[False]] * 4)
layers(256, 40, 112, [[True]] * 4)
f.arrow((196, 90), (252, 90), colour="gradient", both=True)
f.text(136, 168, "GPU 1：数据 1", anchor="middle")
f.text(312, 168, "GPU 2：数据 2", anchor="middle")
f.text(384, 82, "每步一次：")
f.text(384, 106, "梯度", "gradient", bold=True)
f.line((16, 190), (464, 190), colour="grid", width=1.2)
f.text(16, 218, "张量并行", bold=True)
layers(16, 234, 112, [[False, True]] * 4)
f.text(138, 276, "每层通信")
f.text(138, 300, "激活", "activation", bold=True)
f.text(16, 362, "一层劈成几份")
f.text(256, 218, "流水线并行", bold=True)
layers(256, 234, 112, [[False], [False], [True], [True]])
f.arrow((312, 276), (312, 292), colour="activation", width=2.4)
f.text(378, 276, "段间传")
f.text(378, 300, "激活", "activation", bold=True)
f.text(256, 362, "不同层放不同卡")
f.legend(138, 386, [("weight", "GPU 1")], solid=False)
f.legend(256, 386, [("weight", "GPU 2")])
f.save(__file__)
