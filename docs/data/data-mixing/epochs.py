from answerbook.drawing.canvas import Figure

SOURCES = (("网页", 1.2 / 5), ("代码", 0.4 / 0.4), ("数学、论文", 0.2 / 0.05), ("百科、书", 0.2 / 0.06))
LEFT, UNIT = 112, 66

f = Figure(
    480,
    244,
    "每种来源过几遍",
    "四条横条：网页 0.24 遍，代码 1 遍，数学论文 4 遍，百科书 3.3 遍；竖虚线在 4 遍，再多收益很快变小。",
)
for number, (name, times) in enumerate(SOURCES):
    y = 36 + 44 * number
    f.text(LEFT - 10, y + 20, name, anchor="end")
    full = times >= 3.3
    f.bars(LEFT, y, 28, [("accent" if full else "data", UNIT * times)])
    if full:
        f.text(LEFT + 10, y + 20, f"{times:.2g} 遍", "paper", bold=True)
    else:
        f.text(LEFT + UNIT * times + 8, y + 20, f"{times:.2g} 遍", bold=True)
x = LEFT + UNIT * 4
f.line((x, 26), (x, 212), colour="neutral", dash=True)
f.text(x, 18, "4 遍", anchor="middle")
f.text(16, 236, "数学已到头：该去找新的，不是再加比例", "muted")
f.save(__file__)
