from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    288,
    "图变成一串编号",
    "图过编码器得到一格格向量，每个向量换成码本里最近的那一个，记下编号；解码器由码本向量还原图。反向时梯度从解码器直接抄给编码器，绕过取最近这一步。",
)
f.box(16, 60, 66, 66, "data", "图")
f.box(102, 60, 82, 66, "weight", "编码器")
f.box(294, 60, 82, 66, "weight", "解码器")
f.box(398, 60, 66, 66, "data", "还原")
f.box(206, 44, 66, 98, "activation", "3  7\n1  3\n7  2", bold=True)
for start, end in ((82, 102), (184, 206), (272, 294), (376, 398)):
    f.arrow((start, 93), (end, 93), width=1.4)
f.arrow((335, 126), (335, 168), (143, 168), (143, 126), colour="gradient", dash=True)
f.text(239, 188, "反向：梯度直接抄过去", "gradient", anchor="middle")
f.text(16, 226, "码本", bold=True)
for number in range(8):
    f.box(68 + 50 * number, 208, 44, 30, "kv", str(number + 1), solid=number in (0, 1, 2, 6))
f.text(16, 270, "每一格取最近的码；没人用的码会死掉（坍塌）", "muted")
f.save(__file__)
