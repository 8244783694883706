from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    350,
    "先用便宜的标准筛，再用贵的注意力算",
    "最上面一排十二条行为，分跑步、母婴、数码三类，旁边是候选跑鞋。GSU 只留下四条跑步的行为。ESU 给四条不同的权重，最近的最大，加权求和得到长期兴趣。",
)
kinds = "跑婴数婴跑数婴跑婴数婴跑"
colour = {"跑": "activation", "婴": "neutral", "数": "neutral"}
f.text(8, 24, "上万条行为，由旧到新", "muted")
spots = [8 + 30 * n for n in range(12)]
for x, kind in zip(spots, kinds, strict=True):
    f.box(x, 36, 26, 34, colour[kind], kind)
f.box(388, 36, 84, 34, "data", "候选：跑鞋")
kept = [x for x, kind in zip(spots, kinds, strict=True) if kind == "跑"]
f.text(474, 112, "GSU：同类目\n留几百条", "accent", anchor="end")
places = [40, 125, 210, 295]
for x, spot in zip(kept, places, strict=True):
    f.arrow((x + 13, 70), (spot + 22, 138), colour="activation", width=1.4)
    f.box(spot, 138, 44, 36, "activation", "跑")
f.text(474, 196, "ESU：候选作\n查询，打分", "accent", anchor="end")
for spot, weight in zip(places, (0.1, 0.3, 0.5, 0.9), strict=True):
    f.box(spot + 8, 248 - 56 * weight, 28, 56 * weight, "accent", solid=True, radius=0)
    f.text(spot + 22, 268, f"{weight}", anchor="middle")
    f.arrow((spot + 22, 276), (194, 306), colour="activation", width=1.4)
f.box(104, 306, 180, 36, "activation", "加权求和：长期兴趣")
f.save(__file__)
