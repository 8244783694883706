from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "在哪里见面",
    "三种融合。早期：图像 token 和文字 token 拼成一串，同过一个 Transformer。中期：图像编码器和文字各层分开，每隔几层由交叉注意力从文字看图。晚期：图像编码器和文字编码器互不相看，最后两个向量合成一个分数。",
)
for row, (name, said) in enumerate((("早期", "一串 token"), ("中期", "交叉注意力"), ("晚期", "只在最后"))):
    top = 14 + 106 * row
    f.text(12, top + 36, name, bold=True)
    f.text(12, top + 60, said, "muted", size=15)
    if row == 0:
        f.box(128, top + 8, 88, 32, "activation", "图 token")
        f.box(216, top + 8, 88, 32, "weight", "文 token")
        f.arrow((216, top + 40), (216, top + 54), colour="neutral", width=1.6)
        f.box(128, top + 54, 176, 32, "neutral", "每层互相看")
        f.arrow((304, top + 70), (340, top + 70), colour="neutral", width=1.6)
        f.box(340, top + 54, 124, 32, "accent", "回答、分数")
        continue
    f.box(128, top + 8, 176, 32, "activation", "图像编码器")
    f.box(128, top + 54, 176, 32, "weight", "文字的各层")
    if row == 1:
        for x in (164, 216, 268):
            f.arrow((x, top + 40), (x, top + 54), colour="neutral", width=1.6)
        f.arrow((304, top + 70), (340, top + 70), colour="neutral", width=1.6)
        f.box(340, top + 54, 124, 32, "accent", "回答、分数")
    else:
        f.arrow((304, top + 24), (340, top + 38), colour="neutral", width=1.6)
        f.arrow((304, top + 70), (340, top + 56), colour="neutral", width=1.6)
        f.box(340, top + 31, 124, 32, "accent", "相似度")
f.save(__file__)
