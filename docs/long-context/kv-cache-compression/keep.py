from answerbook.drawing.canvas import Figure

SIDE, LEFT = 34, 190

f = Figure(
    480,
    300,
    "同样的预算，留下哪几个 token",
    "8 个 token，预算够留 4 个，下一个问题要用第 3 个。只留最近的丢了第 1 和第 3 个；sink 加最近丢了第 3 个；按注意力挑的留住了；全留、精度减半什么都没丢。",
)
ROWS = (
    ("只留最近", {5, 6, 7, 8}, False, "语言也会乱"),
    ("sink ＋ 最近", {1, 6, 7, 8}, False, "答不出"),
    ("按历史注意力", {1, 3, 7, 8}, False, "碰巧留住"),
    ("全留，精度减半", set(range(1, 9)), True, "什么都没丢"),
)
for token in range(1, 9):
    f.text(
        LEFT + SIDE * (token - 1) + 15,
        22,
        str(token),
        "accent" if token == 3 else "muted",
        anchor="middle",
        bold=token == 3,
    )
for number, (name, kept, half, note) in enumerate(ROWS):
    y = 34 + 60 * number
    f.text(16, y + 16, name, bold=True)
    f.text(16, y + 38, note, "muted")
    for token in range(1, 9):
        x = LEFT + SIDE * (token - 1)
        if token in kept:
            tall = 17 if half else 34
            f.box(x, y + 34 - tall, SIDE - 4, tall, "kv", solid=True, radius=2)
        f.box(
            x,
            y,
            SIDE - 4,
            34,
            "accent" if token == 3 else "neutral",
            radius=2,
            empty=True,
            dash=token not in kept,
            line=2 if token == 3 else 1,
        )
f.text(16, 288, "红框是下一个问题要用的第 3 个；高度是存的位数", "muted")
f.save(__file__)
