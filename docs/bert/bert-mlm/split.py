from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    216,
    "15% 里的 80/10/10",
    "一条代表全部 token 的横条，85% 不动、不算损失，15% 被选中；放大这 15%：12% 换成 [MASK]，1.5% 换成随机词，1.5% 保持不变，三者都算损失。",
)
f.text(16, 24, "全部 token", bold=True)
f.box(16, 36, 381, 36, "neutral", "85%：不动，不算损失", radius=0)
f.box(397, 36, 67, 36, "accent", "15%", solid=True, radius=0)
f.line((397, 72), (16, 116), colour="neutral", dash=True)
f.line((464, 72), (464, 116), colour="neutral", dash=True)
f.text(300, 108, "选中的 15%，都要预测", "accent", anchor="middle", bold=True)
f.box(16, 116, 350, 40, "accent", "80% 换成 [MASK]", solid=True, radius=0)
f.box(366, 116, 49, 40, "data", "10%", radius=0)
f.box(415, 116, 49, 40, "activation", "10%", radius=0)
f.legend(16, 190, [("data", "换成随机词"), ("activation", "保持不变")], solid=False)
f.text(464, 190, "占全部的 12%、1.5%、1.5%", "muted", anchor="end")
f.save(__file__)
