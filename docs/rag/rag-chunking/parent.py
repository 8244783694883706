from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    278,
    "重叠与父子块",
    "上：固定长度的块之间留一段重叠，句子不会正好被切断；下：把大块切成小块去检索，命中小块之后把它所在的大块整个交给模型。",
)
f.text(16, 24, "固定长度，留重叠", bold=True)
for number in range(3):
    x = 16 + 140 * number
    f.box(x, 38, 164, 34, "data", f"块 {number + 1}", radius=2)
for x in (156, 296):
    f.box(x, 38, 24, 34, "accent", solid=True, radius=0)
f.text(240, 94, "红色是两块都有的重叠", "muted", anchor="middle")
f.text(16, 134, "父子块：小的去找，大的去读", bold=True)
for number in range(2):
    x = 16 + 228 * number
    f.box(x, 148, 220, 76, "data", dash=number == 1, empty=number == 1, radius=4)
    for piece in range(3):
        hit = (number, piece) == (0, 1)
        f.box(
            x + 10 + 68 * piece,
            162,
            62,
            48,
            "activation" if hit else "data",
            "命中" if hit else "",
            solid=hit,
            radius=2,
        )
f.arrow((115, 224), (115, 244), colour="activation")
f.text(16, 264, "命中的是小块，交给模型的是整个大块", "muted")
f.save(__file__)
