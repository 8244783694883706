from answerbook.drawing.canvas import Figure

LENGTHS = (2, 3, 4)
WHOLE = sum(LENGTHS)
f = Figure(
    480,
    250,
    "拼接后的注意力掩码",
    "三条样本拼成一条，长 2、3、4。左：只用因果掩码，后面的样本能看到前面的。右：块对角的因果掩码，每条只看自己。",
)
starts = [sum(LENGTHS[:i]) for i in range(len(LENGTHS))]
owner = [next(k for k in reversed(range(len(starts))) if starts[k] <= t) for t in range(WHOLE)]
COLOURS = ("weight", "activation", "kv")
SIDE = 22
for left, name, separate in ((16, "只用因果掩码：串话", False), (264, "块对角：各看各的", True)):
    f.text(left, 24, name, bold=True)
    table = []
    for q in range(WHOLE):
        row = []
        for k in range(WHOLE):
            if k > q or (separate and owner[k] != owner[q]):
                row.append("")
            else:
                row.append(COLOURS[owner[q]] if owner[k] == owner[q] else "accent")
        table.append(row)
    f.cells(left, 38, SIDE, SIDE, table)
f.save(__file__)
