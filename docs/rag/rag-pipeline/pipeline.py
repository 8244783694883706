from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    372,
    "RAG 的两条线",
    "离线：文档解析、切块、嵌入、建索引；在线：问题改写、检索、重排、拼提示、生成带引用的回答，最后校验；索引连接两条线，反馈回到离线。",
)
f.text(16, 24, "离线：建库", bold=True)
for number, (name, colour) in enumerate(
    (("文档", "data"), ("解析", "neutral"), ("切块", "neutral"), ("嵌入", "weight"))
):
    x = 16 + 92 * number
    f.box(x, 38, 76, 40, colour, name)
    if number:
        f.arrow((x - 16, 58), (x, 58))
f.box(388, 38, 76, 92, "kv", "索引\n向量＋\n关键词")
f.arrow((368, 58), (388, 58))
f.line((16, 152), (372, 152), colour="grid", width=1.2)
f.text(16, 180, "在线：回答", bold=True)
steps = (("问题", "data"), ("改写", "weight"), ("检索", "neutral"), ("重排", "weight"))
for number, (name, colour) in enumerate(steps):
    x = 16 + 92 * number
    f.box(x, 194, 76, 40, colour, name)
    if number:
        f.arrow((x - 16, 214), (x, 214))
f.arrow((426, 130), (426, 170), (238, 170), (238, 194), colour="kv")
f.arrow((330, 234), (330, 274))
for x, name, colour in ((292, "拼提示", "neutral"), (168, "生成", "weight"), (44, "校验、引用", "accent")):
    f.box(x, 274, 76 if x > 100 else 100, 40, colour, name)
f.arrow((292, 294), (244, 294))
f.arrow((168, 294), (144, 294))
f.arrow((94, 314), (94, 352), colour="data")
f.text(106, 348, "带出处的回答", "data")
f.text(464, 348, "先查检索，再查生成", "muted", anchor="end")
f.save(__file__)
