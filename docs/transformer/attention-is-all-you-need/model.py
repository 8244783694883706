from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    372,
    "编码器–解码器",
    "左边编码器 6 层，每层自注意力加前馈；右边解码器 6 层，每层掩码自注意力、交叉注意力、前馈；编码器的输出作为交叉注意力的 K、V；解码器之后线性层和 softmax 给出下一个词。",
)
f.box(16, 86, 176, 200, "neutral", empty=True, dash=True)
f.box(272, 58, 192, 228, "neutral", empty=True, dash=True)
f.text(24, 80, "编码器 ×6", bold=True)
f.text(280, 52, "解码器 ×6", bold=True)
f.box(32, 216, 144, 44, "weight", "自注意力")
f.box(32, 118, 144, 44, "weight", "前馈层")
f.box(288, 230, 160, 40, "weight", "掩码自注意力")
f.box(288, 154, 160, 40, "weight", "交叉注意力")
f.box(288, 78, 160, 40, "weight", "前馈层")
f.box(32, 316, 144, 40, "data", "我 爱 猫 ＋ 位置")
f.box(288, 316, 160, 40, "data", "始 I love ＋ 位置")
f.arrow((104, 316), (104, 260))
f.arrow((104, 216), (104, 162))
f.arrow((368, 316), (368, 270))
f.arrow((368, 230), (368, 194))
f.arrow((368, 154), (368, 118))
f.arrow((104, 118), (104, 64), (232, 64), (232, 174), (288, 174), colour="kv", width=2.2)
f.text(168, 56, "K、V", "kv", anchor="middle", bold=True)
f.arrow((368, 78), (368, 30))
f.text(356, 28, "cats", "data", anchor="end", bold=True)
f.text(464, 28, "softmax", "muted", anchor="end")
f.save(__file__)
