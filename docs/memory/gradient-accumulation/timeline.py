from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    252,
    "大 batch 与梯度累积",
    "上：一次放 4 个样本，激活占 4 份，做一次前向反向就更新；下：每次放 1 个样本，做 4 次前向反向，梯度累加在同一块缓冲里，再更新一次，激活峰值只有四分之一。",
)
f.text(16, 24, "一次放 4 个", bold=True)
f.box(16, 36, 96, 76, "activation", "前向、反向\n4 个样本")
f.box(116, 36, 64, 76, "gradient", "梯度")
f.box(184, 36, 64, 76, "optimizer", "更新")
f.text(264, 68, "激活峰值：4 份")
f.text(264, 92, "矩阵大，算得满", "muted")
f.text(16, 148, "累积 4 步", bold=True)
for number in range(4):
    x = 16 + 82 * number
    f.box(x, 160, 46, 24, "activation", str(number + 1))
    f.box(x + 48, 160, 28, 24, "gradient", "+")
f.box(346, 160, 64, 24, "optimizer", "更新")
f.text(16, 214, "激活峰值：1 份；梯度加在同一块缓冲里")
f.text(16, 238, "矩阵小，算得不满；更新用的样本数相同", "muted")
f.save(__file__)
