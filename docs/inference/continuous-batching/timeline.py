from answerbook.drawing.canvas import Figure

UNIT, HIGH, LEFT = 28, 30, 84

f = Figure(
    480,
    296,
    "静态批与连续批",
    "两个位置、四条请求，要生成 2、10、3、3 个词。静态批第一批等最长的一条，共 13 步；连续批谁写完谁退出、空位马上补上，共 10 步。",
)
COLOURS = {"甲": "weight", "乙": "activation", "丙": "data", "丁": "optimizer"}


def row(y, name, pieces):
    f.text(16, y + 21, name, "muted")
    for start, long, who in pieces:
        if who:
            f.box(LEFT + UNIT * start, y, UNIT * long, HIGH, COLOURS[who], f"{who} {long}", radius=0)
        else:
            f.box(LEFT + UNIT * start, y, UNIT * long, HIGH, "neutral", "空等", radius=0, dash=True, empty=True, line=1)


f.text(16, 22, "静态批：13 步，利用率 69%", bold=True)
row(34, "位置 1", ((0, 2, "甲"), (2, 8, ""), (10, 3, "丙")))
row(70, "位置 2", ((0, 10, "乙"), (10, 3, "丁")))
f.text(16, 140, "连续批：10 步，利用率 90%", bold=True)
row(152, "位置 1", ((0, 2, "甲"), (2, 3, "丙"), (5, 3, "丁"), (8, 2, "")))
row(188, "位置 2", ((0, 10, "乙"),))
for step in range(0, 14, 2):
    x = LEFT + UNIT * step
    f.line((x, 226), (x, 232), colour="neutral", width=1.2)
    f.text(x, 250, str(step), "muted", anchor="middle")
f.line((LEFT, 226), (LEFT + 13 * UNIT, 226), colour="neutral", width=1.2)
f.text(LEFT + 6.5 * UNIT, 276, "步（每步各生成一个词）", "muted", anchor="middle")
f.save(__file__)
