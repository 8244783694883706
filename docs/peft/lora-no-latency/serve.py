from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "合并与不合并的 LoRA",
    "左：合并后只有一个矩阵 W，没有额外的计算；右：不合并时全批共用 W0，每个请求再走自己的 A、B，两路相加。",
)
f.text(84, 24, "合并后", anchor="middle", bold=True)
f.text(318, 24, "不合并：多个 LoRA 同批", anchor="middle", bold=True)
f.line((160, 12), (160, 288), colour="grid", width=1.2)
f.box(20, 106, 128, 88, "weight", "W\nW_0+(α/r)BA")
f.text(84, 276, "x", anchor="middle")
f.arrow((84, 256), (84, 194))
f.arrow((84, 106), (84, 66))
f.text(84, 56, "y", anchor="middle")
f.box(176, 106, 104, 88, "weight", "W_0\n全批共用", dash=True)
for number, x in enumerate((308, 362, 416), 1):
    f.box(x, 106, 46, 88, "weight", f"B_{number}\nA_{number}")
f.text(228, 276, "x_1 x_2 x_3 …", anchor="middle")
f.line((228, 256), (228, 222))
f.arrow((228, 222), (228, 194))
f.arrow((228, 222), (385, 222), (385, 194))
f.text(424, 226, "各取各的", "data", anchor="middle")
f.circle(306, 72, 14, "neutral", "+")
f.arrow((228, 106), (228, 72), (292, 72))
f.arrow((385, 106), (385, 72), (320, 72))
f.line((306, 58), (306, 46))
f.text(314, 54, "y_1 y_2 y_3 …")
f.save(__file__)
