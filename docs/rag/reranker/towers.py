from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    292,
    "双塔与 cross-encoder",
    "左：双塔分别编码问题和文档，只在最后算一次内积，文档可以事先算好；右：cross-encoder 把问题和文档拼在一起过模型，词与词直接互看，准但每对都要现算。",
)
f.text(112, 22, "双塔：召回", anchor="middle", bold=True)
f.text(364, 22, "cross-encoder：重排", anchor="middle", bold=True)
for x, name, colour in ((12, "问题", "data"), (122, "文档", "data")):
    f.box(x, 202, 92, 36, colour, name)
    f.box(x, 130, 92, 40, "weight", "编码器")
    f.arrow((x + 46, 202), (x + 46, 170))
f.circle(113, 80, 16, "neutral", "·")
f.arrow((58, 130), (102, 92))
f.arrow((168, 130), (124, 92))
f.arrow((113, 64), (113, 38))
f.text(130, 86, "内积", "muted")
f.text(12, 264, "文档的向量可以事先算好", "muted")
f.box(264, 202, 94, 36, "data", "问题")
f.box(362, 202, 102, 36, "data", "文档")
f.box(264, 96, 200, 74, "weight", "同一个编码器\n词与词直接互看")
f.arrow((311, 202), (311, 170))
f.arrow((413, 202), (413, 170))
f.arrow((364, 96), (364, 38))
f.text(376, 64, "一个分", "muted")
f.text(264, 264, "每一对都要现算，只排前几十", "muted")
f.line((240, 12), (240, 276), colour="grid", width=1.2)
f.save(__file__)
