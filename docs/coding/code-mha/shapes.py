from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    350,
    "五步的形状",
    "X 是 (b, s, h)，线性层后分头成 (b, a, s, d)，分数是 (b, a, s, s)，加掩码做 softmax，乘 V 得 (b, a, s, d)，合并成 (b, s, h)，再乘输出矩阵。",
)
STEPS = (
    ("data", "X", "(b, s, h)", "三个线性层，再分头换轴"),
    ("activation", "Q、K、V", "(b, a, s, d_k)", "Q 乘 K 的转置，除以根号 d_k"),
    ("activation", "分数", "(b, a, s, s)", "加掩码，沿最后一维 softmax"),
    ("activation", "权重 P", "(b, a, s, s)", "乘 V"),
    ("activation", "各头输出", "(b, a, s, d_k)", "换轴、合并，乘 W^O"),
    ("data", "输出", "(b, s, h)", ""),
)
for number, (colour, name, shape, then) in enumerate(STEPS):
    y = 14 + 57 * number
    f.box(16, y, 108, 34, colour, name)
    f.text(136, y + 23, shape, bold=True)
    if then:
        f.arrow((70, y + 34), (70, y + 57))
        f.text(240, y + 52, then, "muted", size=15)
f.save(__file__)
