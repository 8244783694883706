from answerbook.drawing.canvas import Figure

N, SIDE = 4, 34

f = Figure(
    480,
    288,
    "CLIP 的两座塔",
    "一批图过图像编码器、一批文字过文本编码器，得到的向量两两算余弦，除以温度，得到方阵；对角线是配对的，行和列各做一次交叉熵。",
)
for number in range(N):
    f.box(16, 84 + 46 * number, 64, 36, "data", f"图 {number + 1}")
f.box(104, 84, 64, 174, "weight", "图像\n编码器")
for number in range(N):
    f.arrow((80, 102 + 46 * number), (104, 102 + 46 * number), width=1.3)
f.box(250, 16, 170, 40, "weight", "文本编码器")
f.text(426, 42, "文 1–4", "data")
f.cells(266, 96, SIDE, SIDE, [["+activation" if i == j else "data" for j in range(N)] for i in range(N)])
for number in range(N):
    f.text(266 + SIDE * (number + 0.5), 88, f"v_{number + 1}", "muted", anchor="middle")
    f.text(258, 96 + SIDE * (number + 0.5) + 6, f"u_{number + 1}", "muted", anchor="end")
f.arrow((168, 164), (228, 164))
f.arrow((335, 56), (335, 72))
f.text(266, 258, "对角线是配对的；", "muted")
f.text(266, 280, "行、列各一次交叉熵", "muted")
f.save(__file__)
