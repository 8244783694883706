from answerbook.drawing.canvas import Figure

PAIRS = (("n e", 10, 11.4), ("e w", 9, 7.6), ("e r", 7, 8.0), ("i d", 3, 8.6))

f = Figure(
    480,
    286,
    "同一份语料，先合哪一对",
    "四个相邻对的次数：ne 10、ew 9、er 7、id 3，BPE 看次数，第二名是 ew；似然增益：11.4、7.6、8.0、8.6，WordPiece 看增益，第二名是总在一起的 id。",
)
for group, (name, place, unit) in enumerate((("BPE：看次数", 1, 16), ("WordPiece：看似然增益", 2, 14))):
    left = 16 + 236 * group
    second = sorted(PAIRS, key=lambda pair: -pair[place])[1][0]
    f.text(left, 24, name, bold=True)
    for number, pair in enumerate(PAIRS):
        y = 40 + 46 * number
        f.text(left + 34, y + 22, pair[0], anchor="end", code=True)
        colour = "accent" if pair[0] == second else "data" if number == 0 else "neutral"
        end = f.bars(left + 42, y + 4, 28, [(colour, pair[place] * unit * 0.85)])
        f.text(end + 6, y + 23, f"{pair[place]:g}", "muted")
f.text(16, 254, "第一步都选 ne；第二名（红）一个是常见的 ew，", "muted")
f.text(16, 278, "一个是总在一起的 id", "muted")
f.save(__file__)
