from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    296,
    "3 比 1 的混合层",
    "左：每四层里三层是线性注意力、一层是全注意力；右：随长度增长，全注意力层的缓存一直涨，线性层是一块固定的状态。",
)
f.text(96, 22, "一组四层，反复堆叠", anchor="middle", bold=True)
for number in range(4):
    y = 206 - 52 * number
    whole = number == 3
    f.box(26, y, 140, 38, "kv" if whole else "weight", "全注意力" if whole else "线性注意力", solid=whole)
    if number:
        f.arrow((96, y + 52), (96, y + 38))
f.arrow((96, 268), (96, 244))
f.text(96, 288, "输入", "muted", anchor="middle")
f.text(340, 22, "要存的东西", anchor="middle", bold=True)
for row, (name, tokens) in enumerate((("1K", 2), ("4K", 5), ("16K", 9))):
    y = 52 + 78 * row
    f.text(216, y + 20, name, "muted")
    f.cells(264, y, 20, 26, [["+kv"] * tokens])
    for number in range(3):
        f.cells(264 + 24 * number, y + 34, 20, 20, [["+weight"]])
f.text(216, 288, "全注意力层随长度涨，线性层不涨", "muted")
f.save(__file__)
