from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    596,
    "多头注意力的数据流",
    "输入经三个投影得到 Q、K、V，分头后 Q 与 K 转置相乘、加掩码、softmax，再乘 V，合并各头后乘 W_O 输出；每一步写着形状。",
)
WIDE, HIGH = 138, 50


def step(x, y, colour, text, wide=WIDE):
    f.box(x, y, wide, HIGH, colour, text)


step(161, 12, "data", "输入 X\n(b, s, h)", 158)
columns = (16, 171, 326)
f.line((240, 62), (240, 82))
f.line((85, 82), (395, 82))
for x, name in zip(columns, "QKV", strict=True):
    f.arrow((x + 69, 82), (x + 69, 102))
    step(x, 102, "weight", f"× W_{name}\n(b, s, a·d_k)")
    f.arrow((x + 69, 152), (x + 69, 176))
    step(x, 176, "activation", f"{name}：分头\n(b, a, s, d_k)")
f.arrow((85, 226), (85, 256))
f.arrow((240, 226), (240, 256))
step(16, 256, "activation", "QK^T/√d_k，加掩码\n(b, a, s, s)", 293)
f.arrow((162, 306), (162, 330))
step(16, 330, "activation", "softmax（沿最后一维）\n(b, a, s, s)", 293)
f.arrow((162, 380), (162, 404))
f.arrow((395, 226), (395, 404))
step(16, 404, "activation", "× V\n(b, a, s, d_k)", 448)
f.arrow((240, 454), (240, 470))
step(16, 470, "activation", "转置、合并各头\n(b, s, a·d_k)", 448)
f.arrow((240, 520), (240, 536))
step(16, 536, "weight", "× W_O：输出\n(b, s, h)", 448)
f.save(__file__)
