from answerbook.drawing.canvas import Figure

PARTS = (
    ("词嵌入", 23.44, "data"),
    ("位置、句段等", 0.40, "neutral"),
    ("12 层的注意力", 12 * 2.362368, "activation"),
    ("12 层的前馈", 12 * 4.722432, "weight"),
    ("pooler", 0.59, "neutral"),
)
TOTAL = 109.48

f = Figure(
    480,
    256,
    "1.1 亿参数分在哪里",
    "横条按比例：词嵌入 2344 万，位置和句段约 40 万，12 层的注意力 2835 万，12 层的前馈 5667 万，pooler 59 万，合计 1.095 亿。",
)
x = 16.0
for _, size, colour in PARTS:
    x = f.bars(x, 20, 44, [(colour, size * 448 / TOTAL)])
for number, (name, size, colour) in enumerate(PARTS):
    y = 104 + 30 * number
    f.bars(16, y - 13, 14, [(colour, 14)])
    f.text(42, y, name)
    f.text(300, y, f"{size * 100:.0f} 万", anchor="end")
    f.text(330, y, f"{size / TOTAL:.0%}" if size > 1 else "不到 1%", "muted")
f.save(__file__)
