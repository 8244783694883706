from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    296,
    "LSTM 的一个单元",
    "上面一条是记忆 c：先乘遗忘门，再加上输入门乘候选内容；下面由 x 和上一步的 h 算出三个门和候选；输出门乘 tanh(c) 得到新的 h。",
)
f.text(12, 56, "c_{t−1}", bold=True)
f.arrow((56, 50), (132, 50), colour="activation", width=2.4)
f.circle(146, 50, 14, "neutral", "×")
f.arrow((160, 50), (246, 50), colour="activation", width=2.4)
f.circle(260, 50, 14, "neutral", "+")
f.arrow((274, 50), (436, 50), colour="activation", width=2.4)
f.text(442, 56, "c_t", bold=True)
for x, name, colour in (
    (106, "遗忘门 f\nσ", "weight"),
    (196, "输入门 i\nσ", "weight"),
    (286, "候选\ntanh", "weight"),
    (376, "输出门 o\nσ", "weight"),
):
    f.box(x - 4, 168, 84, 52, colour, name)
    f.arrow((x + 38, 254), (x + 38, 220))
f.arrow((146, 168), (146, 64))
f.circle(260, 118, 14, "neutral", "×")
f.arrow((234, 168), (234, 118), (246, 118))
f.arrow((324, 168), (324, 118), (274, 118))
f.arrow((260, 104), (260, 64))
f.circle(414, 118, 14, "neutral", "×")
f.arrow((414, 168), (414, 132))
f.arrow((380, 50), (380, 84), (414, 84), (414, 104))
f.text(368, 96, "tanh", "muted", anchor="end", size=15)
f.arrow((428, 118), (458, 118), colour="activation")
f.text(448, 108, "h_t", bold=True)
f.line((40, 254), (414, 254))
f.text(12, 284, "x_t 和 h_{t−1} 一起算出三个门和候选；记忆只乘一次、加一次", "muted")
f.save(__file__)
