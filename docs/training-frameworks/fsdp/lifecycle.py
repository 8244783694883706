from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    372,
    "FSDP 里一层参数的来去",
    "平时每卡只有这一层的一片；前向前 all-gather 拼成完整的，算完释放；反向前再拼一次，算完把梯度 reduce-scatter 成各自的一片，再释放；优化器只更新自己的一片。",
)
STEPS = (
    ("平时", 1, "weight", "每卡只有自己那片"),
    ("前向前", 4, "weight", "all-gather：拼出完整参数"),
    ("前向后", 1, "weight", "释放，只留自己那片"),
    ("反向前", 4, "weight", "再 all-gather 一次"),
    ("反向后", 1, "gradient", "reduce-scatter：各得一片梯度"),
    ("更新", 1, "optimizer", "优化器只更新自己那片"),
)
for number, (when, held, colour, what) in enumerate(STEPS):
    y = 16 + 56 * number
    f.text(16, y + 25, when, bold=True)
    for piece in range(4):
        mine = piece == 1
        full = held == 4 or mine
        f.box(
            88 + 30 * piece,
            y + 4,
            27,
            32,
            colour if full else "neutral",
            solid=full and mine,
            dash=not full,
            empty=not full,
            radius=2,
            line=1,
        )
    f.text(224, y + 25, what, colour if colour != "weight" else "ink")
    if number:
        f.arrow((146, y - 16), (146, y + 2), colour="neutral")
f.text(16, 364, "四张卡，看第 2 张：实心是自己那片，虚线是不在手里的", "muted")
f.save(__file__)
