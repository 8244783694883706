from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    360,
    "U-Net 的形状",
    "左边四级，通道 64、128、256、512，边长 568、280、136、64，池化一级级减半；底部 1024 通道、边长 28；"
    "右边四级，边长 52、100、196、388，转置卷积一级级加倍；左边每一级的特征裁边后横着拼到右边同一级。",
)
left = ("64 × 568²", "128 × 280²", "256 × 136²", "512 × 64²")
right = ("64 × 388²", "128 × 196²", "256 × 100²", "512 × 52²")
f.text(76, 24, "编码：是什么", anchor="middle", bold=True)
f.text(404, 24, "解码：在哪里", anchor="middle", bold=True)
for n in range(4):
    y = 40 + 60 * n
    f.box(16, y, 120, 38, "weight", left[n])
    f.box(344, y, 120, 38, "weight", right[n])
    f.arrow((136, y + 19), (344, y + 19), colour="accent", dash=True)
    if n < 3:
        f.arrow((76, y + 38), (76, y + 60))
        f.arrow((404, y + 60), (404, y + 38))
f.box(176, 290, 128, 38, "activation", "1024 × 28²")
f.arrow((76, 258), (76, 309), (176, 309))
f.arrow((304, 309), (404, 309), (404, 258))
f.text(240, 50, "跳连：裁边，拼接", "accent", anchor="middle")
f.text(86, 336, "池化减半", "muted", anchor="middle")
f.text(394, 336, "转置卷积加倍", "muted", anchor="middle")
f.text(240, 350, "通道 × 边长²", "muted", anchor="middle")
f.save(__file__)
