from answerbook.drawing.canvas import Figure

WORDS = ("我", "去", "北京", "看", "雪")
WEIGHTS = (
    ("1", "0", "0", "0", "0"),
    (".57", ".43", "0", "0", "0"),
    (".19", ".50", ".31", "0", "0"),
    (".28", ".17", ".34", ".21", "0"),
    (".10", ".20", ".22", ".33", ".15"),
)
SIDE = 36

f = Figure(
    480,
    290,
    "因果掩码",
    "左边是加在分数上的掩码：对角线及以下为 0，以上为负无穷；右边是 softmax 之后的权重：上三角为 0，每行的和为 1。",
)


def table(left, title, said, colour):
    f.text(left + 2.5 * SIDE, 22, title, anchor="middle", bold=True)
    f.cells(left, 60, SIDE, SIDE, [[colour(i, j) for j in range(5)] for i in range(5)])
    for i, word in enumerate(WORDS):
        f.text(left + (i + 0.5) * SIDE, 52, word, "muted", anchor="middle")
        f.text(left - 5, 60 + (i + 0.5) * SIDE + 6, word, "muted", anchor="end")
        for j in range(5):
            f.text(
                left + (j + 0.5) * SIDE,
                60 + (i + 0.5) * SIDE + 6,
                said(i, j),
                "muted" if j > i else "ink",
                anchor="middle",
            )


table(44, "加在分数上的掩码", lambda i, j: "−∞" if j > i else "0", lambda i, j: "accent" if j > i else "")
table(290, "softmax 之后的权重", lambda i, j: WEIGHTS[i][j], lambda i, j: "" if j > i else "activation")
f.text(240, 272, "行是查询，列是键；每行的权重之和为 1", "muted", anchor="middle")
f.save(__file__)
