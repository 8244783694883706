from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "五种位置编码加在三处",
    "自下而上：token 嵌入，q、k，分数，softmax。正弦和可学习的加在嵌入上；RoPE 旋转 q 和 k；T5 偏置和 ALiBi 加在分数上。",
)
for y, colour, name in (
    (252, "data", "token 的嵌入"),
    (178, "activation", "q、k"),
    (104, "activation", "分数 qk^T"),
    (30, "activation", "softmax"),
):
    f.box(16, y, 156, 38, colour, name)
for y in (252, 178, 104):
    f.arrow((94, y), (94, y - 36))
for y, name, note in (
    (271, "正弦、可学习", "相加，只在输入处"),
    (197, "RoPE", "旋转，每层都做"),
    (123, "T5 偏置、ALiBi", "按距离加一个数，每层都加"),
):
    f.arrow((228, y), (172, y), colour="accent")
    f.text(236, y - 3, name, "accent", bold=True)
    f.text(236, y + 20, note, "muted")
f.save(__file__)
