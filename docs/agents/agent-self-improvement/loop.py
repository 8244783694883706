from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    286,
    "从经验里变好",
    "一圈：做任务，外部判定，反思成候选改动，留出集验收；通过的写进提示、经验库、技能库，回到做任务；没过的丢弃。攒够以后拿去训练权重。",
)
f.box(16, 24, 100, 44, "weight", "做任务")
f.box(190, 24, 100, 44, "accent", "外部判定", bold=True)
f.box(364, 24, 100, 44, "data", "反思成改动")
f.arrow((116, 46), (190, 46))
f.arrow((290, 46), (364, 46))
f.arrow((414, 68), (414, 106))
f.box(364, 106, 100, 44, "accent", "留出集验收", bold=True)
f.arrow((364, 128), (340, 128))
f.text(352, 98, "过", "activation", anchor="end")
for number, name in enumerate(("技能库", "经验库", "提示")):
    f.box(252 - 94 * number, 106, 88, 44, "activation", name)
f.arrow((92, 106), (92, 68))
f.arrow((414, 150), (414, 190), dash=True)
f.box(364, 190, 100, 36, "neutral", "没过：丢弃", dash=True)
f.arrow((202, 150), (202, 190), dash=True)
f.box(142, 190, 120, 36, "weight", "稳定了：训权重")
f.text(16, 260, "红框缺一个，就是自己判自己、挑运气", "accent")
f.save(__file__)
