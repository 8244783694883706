from answerbook.drawing.canvas import Figure

SIDE = 42
COLOURS = ("weight", "activation", "data", "gradient")

f = Figure(
    480,
    276,
    "切块与直接 reshape",
    "4×4 的图，像素编号 0 到 15，P=2。左：先拆成块行、行、块列、列再换轴，每块是 2×2 的方块；右：直接 reshape 成四段，每段是一行，不是方块。",
)


def grid(left, name, note, colour, block):
    f.text(left + 2 * SIDE, 24, name, anchor="middle", bold=True)
    for row in range(4):
        for column in range(4):
            x, y = left + column * SIDE, 42 + row * SIDE
            f.box(x, y, SIDE - 4, SIDE - 4, COLOURS[block(row, column)], str(4 * row + column), radius=2)
    f.text(left + 2 * SIDE, 236, note, colour, anchor="middle", bold=True)


grid(32, "换轴再合并", "第一块：0 1 4 5", "activation", lambda row, column: row // 2 * 2 + column // 2)
grid(280, "直接 reshape", "第一块：0 1 2 3", "accent", lambda row, column: row)
f.text(240, 264, "颜色相同的四格成为一个 token；两种写法形状一样", "muted", anchor="middle")
f.save(__file__)
