from answerbook.drawing.canvas import Figure

ARRIVE = (0, 1, 2, 5)
LENGTH = (3, 8, 4, 3)
SCALE = 24


def starts(way):
    if way == "静态":
        first = ARRIVE[2]
        done = first + max(LENGTH[:3])
        return [first] * 3 + [done], [done] * 3 + [done + LENGTH[3]]
    begin = list(ARRIVE)
    return begin, [start + length for start, length in zip(begin, LENGTH, strict=True)]


f = Figure(
    480,
    336,
    "静态批要等齐、要陪跑，连续批随到随走",
    "四个请求先后到达。静态批凑够三条才开始，一起等最长的结束，第四条再等下一批；连续批每到一条就加进来，谁结束谁退出。",
)
for top, way in ((16, "静态"), (168, "连续")):
    begin, leave = starts(way)
    f.text(16, top + 8, f"{way}批", bold=True)
    for number, arrive in enumerate(ARRIVE):
        y = top + 20 + 28 * number
        f.text(16, y + 16, "甲乙丙丁"[number], size=15)
        x = 44 + SCALE * arrive
        if begin[number] > arrive:
            f.line((x, y + 10), (44 + SCALE * begin[number], y + 10), colour="neutral", dash=True)
        f.dot(x, y + 10, "neutral")
        useful = begin[number] + LENGTH[number]
        f.bars(44 + SCALE * begin[number], y, 20, [("data", SCALE * LENGTH[number])])
        if leave[number] > useful:
            f.box(
                44 + SCALE * useful,
                y + 1,
                SCALE * (leave[number] - useful),
                18,
                "neutral",
                "陪跑" if leave[number] - useful > 2 else "",
                empty=True,
                dash=True,
                size=15,
            )
f.text(16, 322, "圆点是到达，虚线是干等；横轴是步", "muted")
f.save(__file__)
