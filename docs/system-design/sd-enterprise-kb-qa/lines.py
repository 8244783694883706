from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    400,
    "离线一条线，在线一条线，还有一条回流",
    "离线：解析、切块、双索引。在线：改写、召回加权限过滤、重排、生成加引用或拒答。点踩和没有答案的问题回流到文档。",
)
f.text(16, 24, "离线", bold=True)
f.text(186, 24, "在线", bold=True)
for number, (words, colour) in enumerate(
    (("文档", "data"), ("解析版面、表格", "neutral"), ("切块 + 标题路径", "neutral"))
):
    y = 38 + 66 * number
    f.box(16, y, 138, 42, colour, words, size=15)
    f.arrow((85, y + 42), (85, y + 66))
f.box(16, 236, 138, 60, "activation", "双索引\n向量 + 关键词", solid=True, size=15)
STEPS = (
    ("问题", "data", ""),
    ("改写", "weight", "0.3 秒"),
    ("召回 + 权限过滤", "accent", "0.05 秒"),
    ("重排", "weight", "0.1 秒"),
    ("生成 + 引用 + 拒答", "weight", "首字 0.5 秒"),
)
for number, (words, colour, time) in enumerate(STEPS):
    y = 38 + 58 * number
    f.box(208, y, 160, 38, colour, words, size=15)
    if time:
        f.text(380, y + 25, time, "muted", size=15)
    if number < 4:
        f.arrow((288, y + 38), (288, y + 58))
f.arrow((154, 266), (180, 266), (180, 173), (208, 173), colour="activation")
f.arrow((288, 308), (288, 340), (85, 340), (85, 300), colour="gradient", dash=True)
f.text(16, 364, "回流：点踩、没有答案的问题", "gradient", bold=True)
f.text(16, 390, "权限在召回时就过滤，不能等到生成之后", "muted")
f.save(__file__)
