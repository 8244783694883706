from answerbook.drawing.canvas import Figure

CELL = 14

f = Figure(
    480,
    316,
    "三种注意力各存什么、读什么",
    "三行示意，各 32 个位置。DSA 存全部 32 条，挑几条读；CSA 每四个压成一条，存 8 条，挑几条读；HCA 压成两条，全读。后两种另留最近的滑窗。",
)
f.legend(16, 24, (("weight", "读的"),), solid=True)
f.legend(104, 24, (("weight", "存了没读"),), solid=False)
f.legend(222, 24, (("data", "滑窗，也读"),), solid=True)
for y, name, span, count, read, window, note in (
    (48, "DSA（V3.2）", 1, 32, {3, 9, 10, 22, 30, 31}, 0, "一个不少地存，挑着读"),
    (134, "CSA（V4）", 4, 8, {1, 4, 6}, 4, "每 4 个压成一条，再挑"),
    (220, "HCA（V4）", 16, 2, {0, 1}, 4, "每 128 个压成一条，全读"),
):
    f.text(16, y + 14, name, bold=True)
    f.text(464, y + 14, note, "muted", anchor="end")
    row = ["+weight" if place in read else "weight" for place in range(count)]
    f.cells(16, y + 26, CELL * span - 1.5, 30, [row], gap=1.5)
    if window:
        f.cells(16 + CELL * (32 - window), y + 60, CELL - 1.5, 10, [["+data"] * window], gap=1.5)
f.text(16, 306, "示意：图上把 128 缩成了 16 格", "muted")
f.save(__file__)
