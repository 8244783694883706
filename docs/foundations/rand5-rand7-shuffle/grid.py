from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "25 格里用 21 格",
    "五行五列的格子，行是第一次的 rand5，列是第二次。从左上数起，前二十一格依次写零到六，各三次；右下四格是空的，抽到就重来。右边写着：二十五格等可能，零到六各三格，四格重来。",
)
f.text(34, 26, "第二次", "muted")
f.text(28, 162, "第\n一\n次", "muted", anchor="middle")
for column in range(5):
    f.text(85 + 44 * column, 52, str(column), "muted", anchor="middle")
for row in range(5):
    f.text(50, 86 + 44 * row, str(row), "muted", anchor="middle")
    for column in range(5):
        cell = 5 * row + column
        colour = ("data", "weight", "activation")[cell // 7] if cell < 21 else "accent"
        f.box(65 + 44 * column, 62 + 44 * row, 38, 38, colour, str(cell % 7) if cell < 21 else "", dash=cell >= 21)
f.text(306, 96, "25 格，等可能", bold=True)
f.text(306, 132, "0 到 6 各 3 格：\n取编号除以 7 的余数")
f.text(306, 196, "4 格重来", "accent", bold=True)
f.text(306, 232, "平均要\n2×25/21 = 2.38 次")
f.save(__file__)
