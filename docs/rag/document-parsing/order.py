from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    296,
    "两栏的页要按栏读",
    "左：按坐标从左到右读，一行横跨两栏，左右两栏的半句话接在一起；右：先分出两栏，读完左栏再读右栏。",
)


def page(left, name, right_order):
    f.text(left + 100, 24, name, "activation" if right_order else "accent", anchor="middle", bold=True)
    f.box(left, 38, 200, 206, "neutral", empty=True, line=1)
    for column in range(2):
        for row in range(5):
            f.box(left + 14 + 92 * column, 56 + 36 * row, 80, 22, "data", radius=2, line=1)
    if right_order:
        for column in range(2):
            x = left + 54 + 92 * column
            f.arrow((x, 60), (x, 230), colour="activation", width=2.4)
        f.line(
            (left + 54, 230),
            (left + 98, 236),
            (left + 102, 60),
            (left + 146, 60),
            colour="activation",
            dash=True,
            width=1.4,
        )
    else:
        for row in range(5):
            f.arrow((left + 20, 67 + 36 * row), (left + 180, 67 + 36 * row), colour="accent", width=2)


page(16, "按坐标从左到右", False)
page(264, "先分栏，再自上而下", True)
f.text(16, 282, "读错次序，后面切块、检索、生成全跟着错", "muted")
f.save(__file__)
