from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    320,
    "ReLU 的 FFN 与 SwiGLU",
    "左：两个矩阵，升到 4h，过 ReLU，再降回 h；右：三个矩阵，一路升到约 8/3 h 过 SiLU 当门，与另一路逐元素相乘，再降回 h。参数量都是 8h 平方。",
)
f.text(96, 22, "原来：两个矩阵", anchor="middle", bold=True)
f.text(340, 22, "SwiGLU：三个矩阵", anchor="middle", bold=True)
f.text(96, 312, "x（h 维）", anchor="middle")
f.arrow((96, 294), (96, 264))
f.box(26, 224, 140, 40, "weight", "W_1：h → 4h")
f.arrow((96, 224), (96, 194))
f.box(56, 158, 80, 36, "activation", "ReLU")
f.arrow((96, 158), (96, 98))
f.box(26, 58, 140, 40, "weight", "W_2：4h → h")
f.arrow((96, 58), (96, 32))
f.text(340, 312, "x（h 维）", anchor="middle")
f.arrow((340, 294), (340, 282), (276, 282), (276, 264))
f.arrow((340, 294), (340, 282), (404, 282), (404, 264))
f.box(220, 224, 112, 40, "weight", "W_门")
f.box(348, 224, 112, 40, "weight", "W_升")
f.text(340, 214, "h → 8/3 h", "muted", anchor="middle")
f.arrow((276, 224), (276, 194))
f.box(236, 158, 80, 36, "activation", "SiLU")
f.arrow((276, 158), (276, 132), (326, 132))
f.arrow((404, 224), (404, 132), (354, 132))
f.circle(340, 132, 14, "neutral", "×")
f.arrow((340, 118), (340, 98))
f.box(264, 58, 152, 40, "weight", "W_降：8/3 h → h")
f.arrow((340, 58), (340, 32))
f.text(208, 172, "门", "accent", bold=True)
f.save(__file__)
