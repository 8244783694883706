from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    372,
    "MHA、GQA、MQA 的查询头和键值头",
    "三行各有 8 个查询头。MHA 下面是 8 个键值头，一一相连；GQA 是 2 个，每个连 4 个查询头；MQA 只有 1 个，连全部 8 个。",
)
LEFT, STEP = 116, 44
for number, (name, note, heads) in enumerate((("MHA", "8 份 KV", 8), ("GQA", "2 份 KV", 2), ("MQA", "1 份 KV", 1))):
    y = 20 + 122 * number
    f.text(16, y + 22, name, bold=True)
    f.text(16, y + 76, note, "kv", bold=True)
    share = 8 // heads
    for head in range(heads):
        middle = LEFT + STEP * (head * share + (share - 1) / 2) + 17
        f.box(middle - 17, y + 58, 34, 28, "kv", "KV", solid=True)
        for query in range(head * share, (head + 1) * share):
            f.line((LEFT + STEP * query + 17, y + 30), (middle, y + 58), colour="neutral", width=1.3)
    for query in range(8):
        f.box(LEFT + STEP * query, y + 2, 34, 28, "weight", "Q")
f.save(__file__)
