from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    246,
    "一条轨迹里，谁的 token 算损失",
    "一条多轮轨迹：任务、思考和调用、工具返回、思考和调用、工具返回、最后回答。只有模型自己写的部分算策略损失，工具返回被遮住；奖励在最后给，分摊到每一段。",
)
PIECES = (
    ("任务", 54, "neutral"),
    ("想、调", 76, "weight"),
    ("返回", 56, "data"),
    ("想、调", 76, "weight"),
    ("返回", 56, "data"),
    ("回答", 70, "weight"),
)
x = 24.0
for word, wide, colour in PIECES:
    mine = colour == "weight"
    f.box(x, 46, wide, 46, colour, word, solid=mine, radius=2)
    f.text(x + wide / 2, 118, "算" if mine else "遮住", "weight" if mine else "muted", anchor="middle", bold=mine)
    x += wide + 4
f.text(16, 28, "一条轨迹", bold=True)
f.text(464, 28, "奖励：任务成没成", "gradient", anchor="end", bold=True)
f.arrow((424, 34), (424, 46), colour="gradient")
f.text(16, 160, "工具返回不是模型写的，算进去就是学着编造返回值；", "muted")
f.text(16, 186, "奖励只在最后，中间的调用怎样分功劳是难点；", "muted")
f.text(16, 212, "环境慢、会失败，长尾的一条拖住整批。", "muted")
f.save(__file__)
