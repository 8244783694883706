from answerbook.drawing.canvas import Figure

SIDE, BANKS = 30, 4
COLOURS = ("weight", "activation", "data", "gradient")

f = Figure(
    480,
    270,
    "多垫一列，消掉 bank 冲突",
    "为了看清只画 4 个 bank。左：4×4 的块按列读，四个地址都在同一个 bank，要分四次；右：每行垫成 5 个，同一列的四个地址落在四个不同的 bank，一次读完。",
)


def tile(left, columns, name, note, colour):
    f.text(left + columns * SIDE / 2, 24, name, anchor="middle", bold=True)
    for row in range(4):
        for column in range(columns):
            bank = (row * columns + column) % BANKS
            read, spare = column == 1, column >= 4
            x, y = left + column * SIDE, 44 + row * SIDE
            f.box(x, y, SIDE - 3, SIDE - 3, COLOURS[bank], str(bank), solid=read, dash=spare, radius=2, line=1)
    f.text(left + columns * SIDE / 2, 192, note, colour, anchor="middle", bold=True)


tile(60, 4, "tile[4][4]", "都在 bank 1：分 4 次", "accent")
tile(276, 5, "tile[4][5]", "四个 bank：1 次", "activation")
f.text(240, 226, "格里的数是 bank 号，颜色相同就是同一个 bank；", "muted", anchor="middle")
f.text(240, 250, "深色是一次要读的一列，虚线是垫的一列", "muted", anchor="middle")
f.save(__file__)
