from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    232,
    "同一个生词的三种切法",
    "生词 unhappiness：按词切得 [UNK]，词形全丢；按子词切得 un、##ha、##pp、##iness，每一片都在词表里；按字符切得 11 个，不会有生词但序列很长。",
)
ROWS = (
    ("词", ("[UNK]",), "词形全丢", "accent"),
    ("子词", ("un", "##ha", "##pp", "##iness"), "每一片都在词表里", "activation"),
    ("字符", tuple("unhappiness"), "没有生词，但长", "neutral"),
)
for number, (name, pieces, note, colour) in enumerate(ROWS):
    y = 16 + 72 * number
    f.text(16, y + 24, name, bold=True)
    x = 72.0
    for piece in pieces:
        wide = max(28, 9 * len(piece) + 18)
        f.box(x, y, wide, 36, colour, piece)
        x += wide + 5
    f.text(72, y + 56, note, colour if colour != "neutral" else "muted", size=15)
f.save(__file__)
