from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    266,
    "算得快的用 16 位，怕丢的用 32 位",
    "fp32 主权重转成 bf16 权重，前向和反向都用 bf16，得到 bf16 梯度；优化器用 fp32 的两个矩算出更新，加回 fp32 主权重。",
)
f.text(16, 24, "16 位：大头的计算", bold=True)
f.box(16, 40, 112, 52, "weight", "权重\nbf16")
f.box(180, 40, 120, 52, "activation", "前向、反向\n张量核")
f.box(352, 40, 112, 52, "gradient", "梯度\nbf16")
f.arrow((128, 66), (180, 66))
f.arrow((300, 66), (352, 66))
f.line((16, 126), (464, 126), colour="neutral", dash=True)
f.text(220, 152, "32 位：一点一点攒", bold=True)
f.box(16, 168, 112, 52, "weight", "主权重\nfp32", solid=True)
f.box(220, 168, 244, 52, "optimizer", "优化器：两个矩，fp32", solid=True)
f.arrow((408, 92), (408, 168), colour="gradient")
f.arrow((220, 194), (128, 194), colour="gradient")
f.text(174, 186, "更新", "gradient", anchor="middle", size=15)
f.arrow((72, 168), (72, 92))
f.text(84, 150, "每步转一次", "muted", size=15)
f.text(16, 252, "1.0 里加 10^{-4}：bf16、fp16 都等于没加，fp32 攒得住", "muted")
f.save(__file__)
