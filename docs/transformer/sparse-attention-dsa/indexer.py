from answerbook.drawing.canvas import Figure

SCORES = (2, 9, 1, 3, 8, 2, 1, 7, 3, 9)
PICKED = (1, 4, 7, 9)

f = Figure(
    480,
    264,
    "先便宜地打分，再只看挑出的",
    "一个查询和十个历史位置。轻量的索引器给每个位置打一个分，取最高的四个，主注意力只在这四个位置上算；缓存仍全部存着。",
)
f.box(16, 20, 84, 40, "data", "查询")
f.text(120, 46, "索引器：便宜地给每个位置打分", "weight", bold=True)
for number, score in enumerate(SCORES):
    x, picked = 16 + 45 * number, number in PICKED
    f.area(
        (x + 10, 128),
        (x + 10, 128 - 6 * score),
        (x + 30, 128 - 6 * score),
        (x + 30, 128),
        colour="weight",
        solid=picked,
    )
    f.box(x, 136, 40, 34, "kv", str(number + 1), solid=picked, dash=not picked, empty=not picked)
f.line((16, 128), (464, 128), colour="neutral", width=1.2)
for number in PICKED:
    f.arrow((36 + 45 * number, 170), (240 + 12 * (number - 5), 206), colour="activation")
f.box(150, 206, 180, 36, "activation", "注意力：只算这 4 个")
f.text(16, 258, "省的是计算和读取，缓存一个也没少", "muted")
f.save(__file__)
