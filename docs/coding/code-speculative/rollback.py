from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "一轮之后缓存怎样退",
    "草稿猜四个。上半：接受两个，第三个重采，两边的缓存都退到第二个草稿；下半：四个全接受，大模型的缓存到第四个，草稿模型自己没有算过第四个，下一轮要补。",
)
SIDE = 40


def row(y, name, colours):
    f.text(16, y + 25, name)
    for place, (colour, text) in enumerate(colours):
        f.box(120 + place * (SIDE + 4), y, SIDE, 36, colour or "neutral", text, empty=not colour, dash=not colour)


f.text(16, 24, "接受两个，第三个被拒", bold=True)
row(38, "大模型", [("kv", "前"), ("kv", "1"), ("kv", "2"), ("accent", "3"), ("accent", "4")])
row(84, "草稿", [("kv", "前"), ("kv", "1"), ("kv", "2"), ("accent", "3"), ("", "4")])
f.text(16, 156, "四个全接受，y 是白得的", bold=True)
row(170, "大模型", [("kv", "前"), ("kv", "1"), ("kv", "2"), ("kv", "3"), ("kv", "4"), ("", "y")])
row(216, "草稿", [("kv", "前"), ("kv", "1"), ("kv", "2"), ("kv", "3"), ("", "4"), ("", "y")])
f.legend(16, 284, [("kv", "留下"), ("accent", "退掉"), ("neutral", "虚线：还没算过")], solid=False)
f.save(__file__)
