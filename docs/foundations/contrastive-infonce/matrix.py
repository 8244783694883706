from answerbook.drawing.canvas import Figure

N, SIDE = 5, 36

f = Figure(
    480,
    280,
    "一批之内，对角线是正例",
    "五对样本两两算相似度，得到 5×5 的方阵：对角线是正例，同一行的其余是负例；每一行做一次 softmax，要对角线那一格最大。",
)
f.cells(96, 48, SIDE, SIDE, [["+activation" if i == j else "data" for j in range(N)] for i in range(N)])
for number in range(N):
    f.text(96 + SIDE * (number + 0.5), 40, f"b_{number + 1}", "muted", anchor="middle")
    f.text(88, 48 + SIDE * (number + 0.5) + 6, f"a_{number + 1}", "muted", anchor="end")
f.box(94, 46 + SIDE, N * SIDE + 4, SIDE + 4, "accent", empty=True, radius=2, line=2.5)
f.text(292, 50 + SIDE * 1.5 + 2, "这一行做 softmax：", "accent", bold=True)
f.text(292, 74 + SIDE * 1.5 + 2, "对角线那格要最大", "accent")
f.text(292, 172, "深色：正例", "activation")
f.text(292, 196, "浅色：批内的负例", "data")
f.text(16, 264, "除以温度再 softmax：温度小，只盯最像的负例", "muted")
f.save(__file__)
