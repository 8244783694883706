from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    268,
    "V、Q、优势在一棵树上",
    "状态“开头”有两个动作，各一半：选“对”之后平均得 0.8，选“错”之后平均得 0.2；V 是 0.5，Q 分别是 0.8 和 0.2，优势是 +0.3 和 −0.3。",
)
f.box(16, 92, 108, 56, "data", "状态：开头\nV = 0.5", bold=True)
for y, name, value, gain, colour in ((30, "“对”", "0.8", "+0.3", "activation"), (166, "“错”", "0.2", "−0.3", "accent")):
    f.arrow((124, 120), (188, y + 22))
    f.box(188, y, 96, 44, "weight", f"动作 {name}")
    f.arrow((284, y + 22), (328, y + 22))
    f.text(336, y + 16, f"Q = {value}", bold=True)
    f.text(336, y + 40, f"优势 {gain}", colour, bold=True)
f.text(140, 78, "½", "muted")
f.text(140, 176, "½", "muted")
f.text(16, 236, "V 是两个 Q 按概率的平均；优势 = Q − V，", "muted")
f.text(16, 260, "比平常好多少", "muted")
f.save(__file__)
