from answerbook.drawing.canvas import Figure

SIDE = 38
COLUMN, ROW = (10, 20, 30), (1, 2, 3, 4)

f = Figure(
    480,
    262,
    "(3,1) 减 (4,) 得到 (3,4)",
    "左边是三行一列 10、20、30，沿列方向复制四次；上边是四个数 1 到 4，左边补 1 变成 (1,4)，沿行方向复制三次；逐个相减得到三行四列。",
)


def cells(left, top, rows, colour, *, ghost=()):
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            faint = (i, j) in ghost
            f.box(
                left + SIDE * j, top + SIDE * i, SIDE - 2, SIDE - 2, colour, radius=1, dash=faint, empty=faint, line=1
            )
            f.text(left + SIDE * j + 18, top + SIDE * i + 24, str(value), "muted" if faint else "ink", anchor="middle")


f.text(16, 28, "(3,1)", bold=True)
cells(16, 44, [[v] * 3 for v in COLUMN], "weight", ghost={(i, j) for i in range(3) for j in (1, 2)})
f.text(146, 106, "−", anchor="middle", bold=True)
f.text(164, 28, "(4,) → (1,4)", bold=True)
cells(164, 44, [ROW] * 3, "data", ghost={(i, j) for i in (1, 2) for j in range(4)})
f.text(328, 106, "=", anchor="middle", bold=True)
f.text(340, 28, "(3,4)", bold=True)
f.text(16, 192, "虚线是沿大小为 1 的那一维重复出来的（图里只画了几份）；", "muted")
f.text(16, 218, "从最后一维往前对齐：1 对 4，取 4；3 对 1，取 3。", "muted")
f.text(16, 246, "(3,1) 减 (2,1) 就报错：3 和 2 既不相等，也没有 1", "accent")
for i in range(3):
    for j in range(3):
        x, y = 340 + 43 * j, 44 + SIDE * i
        f.box(x, y, 41, SIDE - 2, "activation", f"{COLUMN[i] - ROW[j]}" if j < 2 else "…", radius=1, line=1)
f.save(__file__)
