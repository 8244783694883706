from answerbook.drawing.canvas import Figure

SIDE = 27

f = Figure(
    480,
    256,
    "按块匹配前缀",
    "块大小是 4。第一条请求算了 A 到 J；第二条前两块完全相同，直接引用，只算 I、K、L；第三条开头多了一个 X，第一块就不同，一个也用不上。",
)
ROWS = (
    ("请求 1", "ABCDEFGHIJ", 0, "前两块填满，留下来"),
    ("请求 2", "ABCDEFGHIKL", 8, "引用 8 个，只算 3 个"),
    ("请求 3", "XABCDEFGHIJ", 0, "开头不同，全部重算"),
)
for number, (name, tokens, hits, note) in enumerate(ROWS):
    y = 20 + 72 * number
    f.text(16, y + 19, name, bold=True)
    for place, token in enumerate(tokens):
        x = 84 + SIDE * place + 10 * (place // 4)
        f.cells(x, y, SIDE, SIDE, [["kv" if place < hits else "+activation"]])
        f.text(x + SIDE / 2, y + 19, token, "ink" if place < hits else "paper", anchor="middle")
    f.text(84, y + 48, note, "accent" if number == 2 else "muted")
f.legend(84, 244, [("activation", "要算的")])
f.legend(200, 244, [("kv", "直接引用的 KV")], solid=False)
f.save(__file__)
