from answerbook.drawing.canvas import Figure

N, SIDE = 8, 22

f = Figure(
    480,
    486,
    "四种做法各看哪些位置",
    "四个 8×8 的因果方格，行是查询，列是键：全注意力看下三角；窗口只看最近 3 个；按内容选择看挑出的 3 个；压缩后再看是每 2 个并成 1 个，另看最近 2 个。",
)
PICKED = {0: (), 1: (), 2: (), 3: (0, 2), 4: (0, 1), 5: (1, 4), 6: (0, 4), 7: (2, 5)}


def grid(left, top, name, note, colour):
    f.text(left + N * SIDE / 2, top - 10, name, anchor="middle", bold=True)
    f.cells(left, top, SIDE, SIDE, [[colour(i, j) for j in range(N)] for i in range(N)])
    f.text(left + N * SIDE / 2, top + N * SIDE + 22, note, "muted", anchor="middle")


def selected(i, j):
    if i < 3:
        return "+activation" if j <= i else ""
    return "+activation" if j == i or j in PICKED[i] else ""


def compressed(i, j):
    if j in (i, i - 1):
        return "+activation"
    return "+kv" if j < i - 1 else ""


grid(36, 36, "全注意力", "看全部 8 个", lambda i, j: "+activation" if j <= i else "")
grid(268, 36, "窗口", "只看最近 3 个", lambda i, j: "+activation" if i - 3 < j <= i else "")
grid(36, 272, "按内容选择", "自己加挑出的 2 个", selected)
grid(268, 272, "压缩后再看", "远处 2 个并成 1 个", compressed)
for i in range(N):
    for pair in range(0, max(0, i - 1), 2):
        wide = min(2, i - 1 - pair)
        f.box(268 + pair * SIDE + 1, 272 + i * SIDE + 1, wide * SIDE - 2, SIDE - 2, "kv", solid=True, radius=3)
f.save(__file__)
