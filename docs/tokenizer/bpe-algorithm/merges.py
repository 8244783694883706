from answerbook.drawing.canvas import Figure

MERGES = (("a", "i"), ("r", "ai"), ("rai", "n"), ("t", "rain"))


def encode(word):
    rows = [list(word)]
    for left, right in MERGES:
        now, out = rows[-1], []
        for piece in now:
            if out and (out[-1], piece) == (left, right):
                out[-1] += piece
            else:
                out.append(piece)
        rows.append(out)
    return rows


f = Figure(
    480,
    276,
    "按合并表的先后，一对一对地合",
    "train 与 trail 各走四轮：ai、rai、rain、train。train 合成一个符号，trail 停在 t、rai、l。",
)
for left, word in ((110, "train"), (304, "trail")):
    f.text(left + 78, 22, word, anchor="middle", bold=True)
    for row, pieces in enumerate(encode(word)):
        x = left
        for piece in pieces:
            wide = 32 * len(piece)
            f.box(x, 34 + 42 * row, wide - 4, 32, "data", piece, solid=len(piece) > 1)
            x += wide
for row, words in enumerate(("字母", *(f"{number + 1}．{a}{b}" for number, (a, b) in enumerate(MERGES)))):
    f.text(16, 56 + 42 * row, words, "muted" if row == 0 else "ink", size=15)
f.text(16, 266, "trail 里没有 rain，第 3、4 轮什么也不发生", "muted")
f.save(__file__)
