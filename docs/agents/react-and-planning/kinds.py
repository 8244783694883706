from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    316,
    "三种走法",
    "ReAct：想一步、做一步、看一步，循环；Plan-and-Execute：先列全部步骤，逐个做，不顺再改计划；Reflexion：整个做完失败之后写一段反思，带着它重来。",
)


def chain(y, name, pieces, back, note):
    f.text(16, y + 6, name, bold=True)
    x = 16.0
    wide = (448 - 18 * (len(pieces) - 1)) / len(pieces)
    for number, (word, colour) in enumerate(pieces):
        f.box(x, y + 18, wide, 38, colour, word)
        if number:
            f.arrow((x - 18, y + 37), (x, y + 37))
        x += wide + 18
    start, end = 16 + (wide + 18) * back[0] + wide / 2, 16 + (wide + 18) * back[1] + wide / 2
    f.arrow((start, y + 56), (start, y + 70), (end, y + 70), (end, y + 56), colour="accent")
    f.text((start + end) / 2, y + 88, note, "accent", anchor="middle", size=15)


chain(14, "ReAct", (("想", "weight"), ("做：调工具", "neutral"), ("看结果", "data")), (2, 0), "每一步都重新想")
chain(
    118,
    "Plan-and-Execute",
    (("列出计划", "weight"), ("第 1 步", "neutral"), ("第 2 步", "neutral"), ("汇总", "weight")),
    (2, 0),
    "不顺才改计划",
)
chain(222, "Reflexion", (("试一次", "neutral"), ("失败", "data"), ("写反思", "weight")), (2, 0), "带着反思重来")
f.save(__file__)
