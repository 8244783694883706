from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    400,
    "理解、生成与统一成生成",
    "上两行是专用做法：理解由编码器加分类头输出标签，生成由解码器逐 token 写出新文本；下面是统一做法：指令和输入一起交给一个生成式模型，标签也是文本。",
)
for y, name, boxes in (
    (24, "NLU：输出标签或片段", ("“菜很好吃”", "双向编码器\n＋分类头", "第 1 类\n（正面）")),
    (130, "NLG：逐 token 写出新文本", ("一篇新闻", "编码器–\n解码器", "“昨日，某地\n……”（摘要）")),
):
    f.text(16, y, name, bold=True)
    for x, colour, text in zip((16, 176, 336), ("data", "weight", "data"), boxes, strict=True):
        f.box(x, y + 14, 128, 56, colour, text)
    f.arrow((144, y + 42), (176, y + 42))
    f.arrow((304, y + 42), (336, y + 42))
f.line((16, 218), (464, 218), colour="grid", width=1.2)
f.text(16, 244, "统一：指令＋输入 → 文本", bold=True)
f.box(16, 258, 136, 56, "data", "判断情感：\n菜很好吃")
f.box(16, 328, 136, 56, "data", "写一句摘要：\n一篇新闻")
f.box(196, 282, 88, 78, "weight", "同一个\n生成式\n模型", bold=True)
f.box(328, 258, 136, 56, "data", "“正面”\n也是文本")
f.box(328, 328, 136, 56, "data", "“昨日，某地\n……”")
for y, far in ((286, 306), (356, 336)):
    f.arrow((152, y), (196, far))
    f.arrow((284, far), (328, y))
f.save(__file__)
