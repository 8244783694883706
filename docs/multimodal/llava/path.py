from answerbook.drawing.canvas import Figure

SIDE, PATCH = 336, 14
tokens = (SIDE // PATCH) ** 2

f = Figure(
    480,
    320,
    "图怎样进语言模型",
    f"图经 ViT 得 {tokens} 个 1024 维的向量，经两层 MLP 变成 4096 维，和文字的词向量接成一串送进语言模型；第一阶段只训 MLP，第二阶段训 MLP 和语言模型。",
)
f.box(16, 16, 76, 50, "data", "图\n336×336", size=15)
f.box(136, 16, 112, 50, "weight", "CLIP ViT\n一直冻结", dash=True, size=15)
f.box(330, 16, 134, 50, "weight", "两层 MLP\n两个阶段都训", solid=True, size=15)
f.arrow((92, 41), (136, 41))
f.arrow((248, 41), (330, 41))
f.text(289, 33, f"{tokens}", "muted", anchor="middle", size=15)
f.text(289, 60, "×1024", "muted", anchor="middle", size=15)
f.cells(16, 128, 26, 30, [["+activation"] * 8 + ["+data"] * 4], gap=3)
f.arrow((397, 66), (397, 98), (128, 98), (128, 126))
f.text(380, 90, "×4096", "muted", anchor="end", size=15)
f.text(128, 178, f"图：{tokens} 个", "activation", anchor="middle", bold=True)
f.text(306, 178, "这是什么？", "data", anchor="middle", bold=True)
f.arrow((190, 188), (190, 212))
f.box(16, 212, 348, 44, "weight", "语言模型：第一阶段冻结，第二阶段训")
f.arrow((364, 234), (396, 234))
f.box(396, 212, 68, 44, "data", "回答", bold=True)
f.text(16, 282, "对语言模型来说，图就是一段说不出的词：", "ink")
f.text(16, 308, "因果注意力、位置编号都不变，损失只算回答", "muted")
f.save(__file__)
