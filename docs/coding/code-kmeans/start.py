from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    228,
    "同样四个点，两种起点",
    "四个点在扁长方形的四角。左：两个起始中心在同一侧的上下，收敛成上下两簇，目标 16，再也不动；右：起始中心一左一右，收敛成左右两簇，目标 1。",
)


def panel(left, name, note, colour, groups):
    f.text(left + 104, 24, name, anchor="middle", bold=True)
    for tint, corners, centre in groups:
        for x, y in corners:
            f.dot(left + 24 + 40 * x, 130 - 40 * y, tint, 7)
        f.circle(left + 24 + 40 * centre[0], 130 - 40 * centre[1], 12, tint, "×")
    f.text(left + 104, 176, note, colour, anchor="middle", bold=True)


panel(
    8,
    "起点：左边上、下两点",
    "停住，目标 16",
    "accent",
    (("weight", ((0, 0), (4, 0)), (2, 0)), ("data", ((0, 1), (4, 1)), (2, 1))),
)
panel(
    256,
    "起点：一左一右",
    "停住，目标 1",
    "activation",
    (("weight", ((0, 0), (0, 1)), (0, 0.5)), ("data", ((4, 0), (4, 1)), (4, 0.5))),
)
f.text(240, 212, "圆点是数据，颜色是分到的簇，带 × 的是收敛时的中心", "muted", anchor="middle")
f.save(__file__)
