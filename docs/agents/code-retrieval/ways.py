from answerbook.drawing.canvas import Figure

ROWS = (
    ("报错、名字", "按字：grep", "文件:行", "accent"),
    ("一句描述", "按意思：向量", "代码块", "activation"),
    ("一个名字", "按结构：跳转", "定义、引用", "weight"),
    ("什么都不知道", "地图：排签名", "骨架", "neutral"),
)

f = Figure(
    480,
    250,
    "知道什么，决定用哪一种",
    "四行。知道报错或名字，按字用 grep，得到文件和行；知道一句描述，按意思用向量，得到代码块；知道一个名字，按结构跳转，得到定义和引用；什么都不知道，用地图，得到骨架。",
)
for x, name in ((12, "知道"), (176, "用"), (366, "得到")):
    f.text(x, 24, name, bold=True)
for row, (known, way, got, colour) in enumerate(ROWS):
    y = 40 + 52 * row
    f.text(12, y + 24, known)
    f.arrow((118, y + 18), (170, y + 18), colour="neutral", width=1.6)
    f.box(176, y, 140, 36, colour, way)
    f.arrow((316, y + 18), (358, y + 18), colour="neutral", width=1.6)
    f.text(366, y + 24, got)
f.save(__file__)
