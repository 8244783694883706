from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "ControlNet 的两支",
    "右边是冻结的 UNet：编码器、中间块、解码器从上到下，编码器到解码器有跳连。左边是编码器和中间块的副本，可训练，条件图经零卷积进副本；副本的输出经零卷积加到跳连和中间块上，解码器由此受控。",
)
f.box(16, 12, 88, 38, "data", "条件图")
f.box(136, 12, 88, 38, "neutral", "潜变量")
f.arrow((60, 50), (60, 92), colour="accent", width=2)
f.text(12, 76, "零", "accent", bold=True)
f.box(16, 92, 128, 60, "weight", "编码器副本\n可训练")
f.box(16, 176, 128, 44, "weight", "中间块副本")
f.arrow((80, 152), (80, 176), colour="neutral")
f.arrow((166, 50), (132, 92), colour="neutral")
f.arrow((212, 50), (270, 92), colour="neutral")
f.box(236, 92, 112, 60, "neutral", "编码器\n冻结")
f.box(236, 176, 112, 44, "neutral", "中间块")
f.box(236, 256, 112, 52, "neutral", "解码器\n冻结")
f.arrow((292, 152), (292, 176), colour="neutral")
f.arrow((292, 220), (292, 256), colour="neutral")
f.arrow((348, 122), (408, 122), (408, 282), (348, 282), colour="neutral")
f.text(416, 206, "跳连", "muted")
f.arrow((144, 198), (236, 198), colour="accent", width=2)
f.text(190, 188, "零", "accent", bold=True, anchor="middle")
f.arrow((40, 152), (40, 164), (8, 164), (8, 282), (236, 282), colour="accent", width=2)
f.text(120, 272, "零卷积 ×12", "accent", bold=True, anchor="middle")
f.text(120, 302, "加在跳连上", "muted", anchor="middle")
f.save(__file__)
