from answerbook.drawing.canvas import Figure

SIDE, N, C = 28, 3, 6

f = Figure(
    480,
    448,
    "图像张量上的四种归一化",
    "四个三行六列的表格，行是样本，列是通道，每格是一张特征图。BN 的一组是一整列；LN 是一整行；IN 是一个格子；GN 把一行分成两段，一段一组。",
)


def table(left, top, name, chosen, groups, *notes):
    f.text(left + SIDE * C / 2, top - 28, name, anchor="middle", bold=True)
    f.text(left + SIDE * C / 2, top - 6, "C →", "muted", anchor="middle")
    f.text(left - 8, top + SIDE * N / 2 + 6, "N ↓", "muted", anchor="end")
    f.cells(
        left, top, SIDE, SIDE, [["+activation" if chosen(i, j) else "activation" for j in range(C)] for i in range(N)]
    )
    for x, y, wide, high in groups:
        f.box(left + x * SIDE, top + y * SIDE, wide * SIDE, high * SIDE, "neutral", empty=True, radius=0, line=2)
    for number, note in enumerate(notes):
        f.text(left + SIDE * C / 2, top + SIDE * N + 24 + 24 * number, note, anchor="middle")


columns = [(j, 0, 1, N) for j in range(C)]
rows = [(0, i, C, 1) for i in range(N)]
single = [(j, i, 1, 1) for i in range(N) for j in range(C)]
halves = [(j, i, C / 2, 1) for i in range(N) for j in (0, C / 2)]
table(56, 56, "BN", lambda i, j: j == 1, columns, "每个通道一组", "组内 N·H·W 个数")
table(296, 56, "LN", lambda i, j: i == 1, rows, "每个样本一组", "组内 C·H·W 个数")
table(56, 256, "IN", lambda i, j: (i, j) == (1, 1), single, "每样本每通道一组", "组内 H·W 个数")
table(296, 256, "GN（G = 2）", lambda i, j: i == 1 and j < 3, halves, "每样本每组通道一组", "组内 (C/G)·H·W 个数")
f.text(240, 418, "每格是一张 H×W 的特征图；粗框是一组，", "muted", anchor="middle")
f.text(240, 440, "深色标出其中一组，共用一个均值和方差", "muted", anchor="middle")
f.save(__file__)
