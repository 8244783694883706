from answerbook.drawing.canvas import Figure

WIDE = 54
ROWS = (
    ("原来", ("0.9", "−0.5", "0.3", "0.1", "60", "8", "−3", "1"), 0),
    ("整个张量除以 10，取格子，乘回去", ("0", "0", "0", "0", "60", "10", "−5", "0"), 8),
    ("四个一块：前一块除以 0.15，后一块除以 10", ("0.9", "−0.45", "0.3", "0.075", "60", "10", "−5", "0"), 4),
)

f = Figure(
    480,
    286,
    "一个缩放与分块缩放",
    "八个数 0.9、−0.5、0.3、0.1、60、8、−3、1。整个张量一个缩放，前四个都成了 0；四个一块，前四个是 0.9、−0.45、0.3、0.075，后四个与前一种相同。",
)
for number, (name, values, block) in enumerate(ROWS):
    y = 20 + 84 * number
    f.text(16, y + 4, name, bold=True)
    for place, value in enumerate(values):
        lost = value == "0"
        colour = "accent" if lost or (value == "60" and not number) else "data" if not number else "weight"
        f.box(16 + WIDE * place + (8 if block == 4 and place > 3 else 0), y + 16, WIDE - 2, 38, colour, value, bold=lost, size=15)
f.text(16, 272, "60 只坏它自己那一块", "accent")
f.save(__file__)
