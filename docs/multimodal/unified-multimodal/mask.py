from answerbook.drawing.canvas import Figure

KINDS = "文文文图图图图文文"
N, SIDE, LEFT, TOP = len(KINDS), 30, 60, 56

f = Figure(
    480,
    350,
    "一段图文的注意力掩码",
    "九个位置：三个文字、四个图像、两个文字。每个位置看得到自己和前面的；图像的四个位置还互相看得到。文字用蓝色，图像用绿色，块内向后看的六格用红色。",
)
for row in range(N):
    f.text(LEFT - 12, TOP + SIDE * row + 21, KINDS[row], "muted", anchor="end")
    f.text(LEFT + SIDE * row + 15, TOP - 10, KINDS[row], "muted", anchor="middle")
    for column in range(N):
        inside = KINDS[row] == KINDS[column] == "图"
        x, y = LEFT + SIDE * column, TOP + SIDE * row
        if column <= row:
            f.box(x, y, SIDE, SIDE, "activation" if KINDS[column] == "图" else "weight", radius=0, line=1)
        elif inside:
            f.box(x, y, SIDE, SIDE, "accent", radius=0, line=1)
        else:
            f.box(x, y, SIDE, SIDE, "neutral", radius=0, line=0.6, empty=True)
right = LEFT + SIDE * N + 18
f.text(right, TOP + 16, "行看列")
for number, (colour, said) in enumerate((("weight", "看文字"), ("activation", "看图"), ("accent", "图内向后看"))):
    f.legend(right, TOP + 62 + 32 * number, [(colour, said)], solid=False)
f.save(__file__)
