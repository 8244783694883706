from answerbook.drawing.canvas import Figure

SIDE, LEFT = 54, 84

f = Figure(
    480,
    300,
    "左填充与右填充",
    "两条提示“我 爱 你”和“你 好”补到 5 格。左填充时每行最后一格都是真实的 token，右填充时第二行最后一格是 pad。位置编号由掩码累加。",
)


def block(top, name, rows, note, colour):
    f.text(16, top, name, bold=True)
    for number, row in enumerate(rows):
        y = top + 12 + 44 * number
        for column, word in enumerate(row):
            x, pad, last = LEFT + SIDE * column, word == "pad", column == 4
            f.box(
                x,
                y,
                SIDE - 6,
                38,
                colour if last else "neutral" if pad else "data",
                word,
                radius=2,
                dash=pad,
                solid=last,
                empty=pad and not last,
            )
        f.text(16, y + 25, f"第 {number + 1} 条", "muted")
    f.text(LEFT + 5 * SIDE + 6, top + 40, note[0], colour)
    f.text(LEFT + 5 * SIDE + 6, top + 64, note[1], colour)


block(
    22,
    "左填充",
    (("pad", "pad", "我", "爱", "你"), ("pad", "pad", "pad", "你", "好")),
    ("末格都是", "真的 token"),
    "activation",
)
block(
    146,
    "右填充",
    (("我", "爱", "你", "pad", "pad"), ("你", "好", "pad", "pad", "pad")),
    ("末格是 pad，", "续写就错"),
    "accent",
)
f.text(16, 276, "生成取每行最后一格的输出；pad 的键用掩码挡住，", "muted")
f.text(16, 296, "位置编号只数真的 token", "muted")
f.save(__file__)
