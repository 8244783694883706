from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    286,
    "五种变体各改 LoRA 的哪一处",
    "式子 W = W_0 + α/r · B · A。rsLoRA 改缩放 α/r；LoRA+ 改 B 和 A 的学习率；AdaLoRA 改中间的秩；PiSSA 改 W_0、B、A 的起点；DoRA 把合起来的权重拆成大小和方向。",
)
f.box(16, 96, 84, 84, "neutral", "W_0")
f.text(116, 144, "+", anchor="middle", bold=True)
f.box(134, 116, 56, 44, "accent", "α/r")
f.box(208, 96, 44, 84, "gradient", "B")
f.box(266, 116, 96, 44, "gradient", "A")
f.text(162, 70, "rsLoRA", "accent", anchor="middle", bold=True)
f.text(162, 48, "改缩放", "muted", anchor="middle")
f.arrow((162, 76), (162, 114), colour="accent")
f.text(286, 48, "LoRA+", "gradient", anchor="middle", bold=True)
f.text(286, 26, "B 学得更快", "muted", anchor="middle")
f.arrow((268, 56), (232, 94), colour="gradient")
f.arrow((300, 56), (312, 114), colour="gradient")
f.text(259, 224, "AdaLoRA", "optimizer", anchor="middle", bold=True)
f.text(259, 246, "改秩", "muted", anchor="middle")
f.arrow((259, 208), (259, 166), colour="optimizer")
f.text(58, 224, "PiSSA", "weight", anchor="middle", bold=True)
f.text(58, 246, "改三者起点", "muted", anchor="middle")
f.arrow((58, 208), (58, 182), colour="weight")
f.line((376, 88), (384, 88), (384, 188), (376, 188), colour="data")
f.text(428, 132, "DoRA", "data", anchor="middle", bold=True)
f.text(428, 154, "拆成大小", "muted", anchor="middle")
f.text(428, 174, "和方向", "muted", anchor="middle")
f.text(16, 276, "训完都能合进 W_0，没有推理延迟", "muted")
f.save(__file__)
