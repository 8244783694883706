from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    388,
    "可训练向量插在哪里",
    "上：Prompt tuning 把可训练向量拼在输入最前面；中：P-tuning v1 按模板插在输入中间；下：P-tuning v2 在每一层的 K、V 前都拼可训练向量。",
)


def token(x, y, kind):
    trained = kind == "P"
    f.box(x, y, 38, 30, "accent" if trained else "data", kind, solid=trained)


f.text(16, 40, "Prompt tuning", bold=True)
f.box(196, 14, 268, 34, "weight", "冻结的各层", dash=True)
for number, kind in enumerate("PPxxxx"):
    token(196 + 46 * number, 58, kind)
f.text(16, 138, "P-tuning v1", bold=True)
f.text(16, 164, "P 由 LSTM/MLP 生成", "muted")
f.box(196, 112, 268, 34, "weight", "各层（冻结或一起训）", dash=True)
for number, kind in enumerate("PxxPxP"):
    token(196 + 46 * number, 156, kind)
f.text(16, 232, "P-tuning v2", bold=True)
f.text(16, 258, "每层的 K、V 前", "muted")
f.text(16, 282, "都拼 P", "muted")
for y, name in ((208, "第 L 层"), (246, "…"), (284, "第 1 层")):
    token(196, y, "P")
    token(242, y, "P")
    f.box(288, y, 176, 30, "weight", name, dash=True)
for number in range(4):
    token(288 + 46 * number, 322, "x")
f.legend(16, 378, [("accent", "可训练")])
f.legend(120, 378, [("data", "输入 token 的嵌入"), ("weight", "骨干")], solid=False)
f.save(__file__)
