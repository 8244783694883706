from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "Q-Former 与 MLP 投影",
    "左：Q-Former 用 32 个可学习的查询去看全部图像特征，不论图多大都输出 32 个 token；右：MLP 把每个图像特征逐个投影，多少个进就多少个出。",
)
f.text(112, 22, "Q-Former：固定 32 个", anchor="middle", bold=True)
f.text(364, 22, "MLP：有多少算多少", anchor="middle", bold=True)
f.line((238, 12), (238, 288), colour="grid", width=1.2)
for left in (24, 276):
    for row in range(2):
        for column in range(6):
            f.box(left + 30 * column, 236 + 26 * row, 27, 23, "data", radius=1, line=1)
f.box(24, 136, 177, 58, "weight", "Q-Former\n交叉注意力")
f.arrow((112, 236), (112, 194))
for number in range(3):
    f.box(62 + 34 * number, 52, 31, 26, "activation", radius=1, line=1)
f.text(170, 70, "32 个", "activation")
f.arrow((112, 136), (112, 78))
f.text(122, 124, "可学习的查询", "accent", size=15)
f.box(276, 136, 177, 58, "weight", "MLP\n逐个投影")
f.arrow((364, 236), (364, 194))
for row in range(2):
    for column in range(6):
        f.box(276 + 30 * column, 48 + 26 * row, 27, 23, "activation", radius=1, line=1)
f.arrow((364, 136), (364, 104))
f.text(122, 224, "图像特征", "muted", size=15)
f.save(__file__)
