from answerbook.drawing.canvas import Figure

ROWS = (
    ("直接写 102", 0.1, True, "示范的写法"),
    ("拆成 60 + 42", 0.2, True, "也对，更适合它"),
    ("直接写 112", 0.7, False, "最常犯的错"),
)

f = Figure(
    480,
    262,
    "同一道题，SFT 和 RL 各推谁",
    "模型自己常写三种：直接写 102（0.1，对）、拆成 60 加 42（0.2，对）、直接写 112（0.7，错）。SFT 只往上推示范的第一种，另外两种一起被挤下去；RL 往上推两种对的，往下压错的。",
)
f.text(92, 22, "模型自己会写的", anchor="middle", bold=True)
f.text(322, 22, "SFT", anchor="middle", bold=True)
f.text(418, 22, "RL", anchor="middle", bold=True)
for number, (name, share, right, note) in enumerate(ROWS):
    y = 36 + 66 * number
    f.box(16, y, 150, 50, "activation" if right else "accent", f"{name}\n概率 {share}")
    f.text(178, y + 30, note, "muted", size=15)
    up = number == 0
    f.arrow(
        (322, y + 46 if up else y + 4),
        (322, y + 4 if up else y + 46),
        colour="activation" if up else "neutral",
        width=3 if up else 1.6,
    )
    f.arrow(
        (418, y + 46 if right else y + 4),
        (418, y + 4 if right else y + 46),
        colour="activation" if right else "accent",
        width=3,
    )
f.text(16, 254, "SFT 只认示范那一种；RL 奖两种对的，专罚常犯的错", "muted")
f.save(__file__)
