from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    388,
    "各种 PEFT 方法改在哪里",
    "一层 Transformer：输入是 token，前面可以拼软提示；注意力的 K、V 前可以拼前缀；投影矩阵旁可以并 LoRA；子层之后可以插 Adapter；偏置可以单独训练（BitFit）。",
)


def trained(x, y, wide, high, text):
    f.box(x, y, wide, high, "accent", text)


f.box(120, 312, 200, 40, "data", "token 的嵌入")
trained(16, 312, 92, 40, "软提示")
f.text(332, 338, "Prompt tuning", "accent")
f.box(120, 212, 200, 64, "weight", "注意力\nQ、K、V 投影", dash=True)
trained(16, 212, 92, 64, "K、V 前\n的前缀")
trained(332, 212, 132, 64, "LoRA：BA\n并在矩阵旁")
f.box(120, 104, 200, 64, "weight", "FFN", dash=True)
trained(332, 104, 132, 64, "LoRA：BA\n也可以加在这")
trained(16, 104, 92, 64, "BitFit\n只训偏置")
trained(150, 30, 140, 36, "Adapter")
f.arrow((220, 312), (220, 276))
f.arrow((220, 212), (220, 168))
f.arrow((220, 104), (220, 66))
f.arrow((220, 30), (220, 8))
f.line((108, 244), (120, 244), colour="accent")
f.line((320, 244), (332, 244), colour="accent")
f.line((320, 136), (332, 136), colour="accent")
f.line((108, 136), (120, 136), colour="accent")
f.text(300, 54, "子层之后的小瓶颈", "accent")
f.text(16, 380, "红框可训练，虚线框冻结", "muted")
f.save(__file__)
