from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    424,
    "混合精度训练的一步",
    "fp32 主权重转成 16 位权重，16 位前向，fp32 损失并乘 S，反向得到带因子 S 的 16 位梯度，转 fp32 除以 S 并检查溢出，裁剪，在 fp32 里更新主权重。",
)
LEFT, RIGHT, WIDE, HIGH = 16, 272, 192, 62
left = (
    (50, "optimizer", "主权重、Adam 状态\nfp32，跨步保留"),
    (148, "optimizer", "优化器更新\n在 fp32 里做"),
    (246, "gradient", "全局范数裁剪\nfp32"),
    (344, "gradient", "转 fp32，除以 S\n有 inf / NaN 就跳过"),
)
right = (
    (50, "weight", "16 位权重\n每步重新转换"),
    (148, "activation", "前向、16 位激活\n矩阵乘内部 fp32 累加"),
    (246, "activation", "损失 fp32\nfp16 时乘 S"),
    (344, "gradient", "反向，16 位\n梯度带着因子 S"),
)
f.text(LEFT + WIDE / 2, 30, "fp32", anchor="middle", bold=True)
f.text(RIGHT + WIDE / 2, 30, "fp16 / bf16", anchor="middle", bold=True)
for x, column in ((LEFT, left), (RIGHT, right)):
    for y, colour, text in column:
        f.box(x, y, WIDE, HIGH, colour, text)
for y in (50, 148, 246):
    f.arrow((LEFT + WIDE / 2, y + 98), (LEFT + WIDE / 2, y + HIGH))
    f.arrow((RIGHT + WIDE / 2, y + HIGH), (RIGHT + WIDE / 2, y + 98))
f.arrow((LEFT + WIDE, 81), (RIGHT, 81))
f.arrow((RIGHT, 375), (LEFT + WIDE, 375))
f.text(240, 72, "转换", "muted", anchor="middle")
f.save(__file__)
