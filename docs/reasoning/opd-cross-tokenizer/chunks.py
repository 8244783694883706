from answerbook.drawing.canvas import Figure

UNIT, LEFT = 28, 92

f = Figure(
    480,
    232,
    "两种切法按公共的字符边界分块",
    "unbelievable 教师切成 un、believ、able，学生切成 unbeliev、able。第 8 个字符之后是公共边界，分成两块：教师 0.10 与 0.90，学生 0.04 与 0.70。",
)
for y, name, pieces, colour in (
    (20, "教师", (("un", 0.2), ("believ", 0.5), ("able", 0.9)), "weight"),
    (112, "学生", (("unbeliev", 0.04), ("able", 0.7)), "data"),
):
    f.text(16, y + 23, name, bold=True)
    x = LEFT
    for piece, chance in pieces:
        wide = UNIT * len(piece)
        f.box(x, y, wide, 34, colour, piece)
        f.text(x + wide / 2, y + 54, f"{chance:g}", "muted", anchor="middle")
        x += wide
for place in (0, 8, 12):
    x = LEFT + UNIT * place
    f.line((x, 10), (x, 184), colour="accent", dash=True)
for start, end, words in ((0, 8, "0.10 比 0.04"), (8, 12, "0.90 比 0.70")):
    middle = LEFT + UNIT * (start + end) / 2
    f.text(middle, 208, words, "accent", anchor="middle", bold=True)
f.text(16, 208, "比整块", bold=True)
f.save(__file__)
