from answerbook.drawing.canvas import Figure

N, SIDE = 9, 22
OWNER = (0, 0, 0, 0, 1, 1, 1, 2, 2)
COLOURS = ("weight", "activation", "data")

f = Figure(
    480,
    302,
    "拼接之后，样本之间不能互看",
    "三条样本长 4、3、2 拼成一条 9 个 token。左：只用因果掩码，后面的样本看得见前面的；右：按样本分块，每条只看自己，位置编号各从 0 开始。",
)


def grid(left, name, seen):
    f.text(left + N * SIDE / 2, 24, name, anchor="middle", bold=True)
    rows = [
        [(f"+{COLOURS[OWNER[j]]}" if OWNER[i] == OWNER[j] else "accent") if seen(i, j) else "" for j in range(N)]
        for i in range(N)
    ]
    f.cells(left, 40, SIDE, SIDE, rows)


grid(16, "只有因果掩码：串味", lambda i, j: j <= i)
grid(264, "按样本分块", lambda i, j: j <= i and OWNER[i] == OWNER[j])
for number in range(N):
    start = OWNER.index(OWNER[number])
    f.text(264 + SIDE * (number + 0.5), 258, str(number - start), "muted", anchor="middle", size=15)
    f.text(16 + SIDE * (number + 0.5), 258, str(number), "muted", anchor="middle", size=15)
f.text(16, 290, "红色是看到了别人的样本；下面一行是位置编号", "muted")
f.save(__file__)
