from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "一个目标配几个预测，决定要不要 NMS",
    "左边一对多：真框甲连到三个位置，真框乙连到两个位置，推理时都会报框，要 NMS。右边一对一：甲连查询 1，乙连查询 3，查询 2、4、5 都连到“没有”。",
)
for left, name, units in ((8, "一对多（YOLO）", "位置"), (258, "一对一（DETR）", "查询")):
    f.text(left + 105, 24, name, anchor="middle", bold=True)
    f.box(left, 76, 62, 40, "accent", "真框甲")
    f.box(left, 176, 62, 40, "accent", "真框乙")
    for n in range(5):
        f.box(left + 134, 44 + 46 * n, 72, 36, "weight", f"{units} {n + 1}")
links = {8: ((76, 0), (76, 1), (76, 2), (176, 3), (176, 4)), 258: ((76, 0), (176, 2))}
for left, pairs in links.items():
    for y, n in pairs:
        f.arrow((left + 62, y + 20), (left + 134, 62 + 46 * n), colour="accent")
f.box(258, 248, 62, 34, "neutral", "没有")
for n in (1, 3, 4):
    f.arrow((320, 265), (392, 62 + 46 * n), dash=True, colour="neutral", width=1.4)
f.text(113, 314, "五个都会报框，要 NMS", "muted", anchor="middle")
f.text(363, 314, "其余学“没有”，不重复", "muted", anchor="middle")
f.save(__file__)
