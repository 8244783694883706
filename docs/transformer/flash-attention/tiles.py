from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "FlashAttention 的分块",
    "左边是查询的行块，上边是键和值的列块。每次把一块 Q 和一块 K、V 读进片上内存，算出一小块分数，立刻并进这一行的最大值、分母和输出；完整的分数矩阵从不写回显存。",
)
SIDE, LEFT, TOP = 52, 110, 84
f.text(LEFT + 2 * SIDE, 22, "K、V 的块（显存里）", "kv", anchor="middle", bold=True)
for number in range(4):
    f.box(LEFT + SIDE * number, 34, SIDE - 4, 36, "kv", f"K_{number + 1} V_{number + 1}", solid=number == 2)
    f.box(40, TOP + SIDE * number, 56, SIDE - 4, "data", f"Q_{number + 1}", solid=number == 1)
f.text(16, TOP + 2 * SIDE, "Q", bold=True)
for row in range(4):
    for column in range(4):
        now, done = (row, column) == (1, 2), row == 0 or (row == 1 and column < 2)
        f.box(
            LEFT + SIDE * column,
            TOP + SIDE * row,
            SIDE - 4,
            SIDE - 4,
            "accent" if now else "activation" if done else "neutral",
            "片上" if now else "",
            solid=now,
            dash=not (now or done),
            empty=not (now or done),
            line=1,
        )
f.arrow((LEFT + 4 * SIDE, TOP + 1.5 * SIDE - 2), (348, TOP + 1.5 * SIDE - 2), colour="accent")
f.box(348, TOP + 26, 116, 104, "activation", "每行只留\n最大值 m\n分母 ℓ\n输出 o")
f.text(348, TOP + 160, "新块来了，旧的", "muted")
f.text(348, TOP + 184, "乘 e^{m−m′} 再加", "muted")
f.text(LEFT, 318, "绿：算过、已并入，没有存下来；虚线：还没算", "muted")
f.save(__file__)
