from answerbook.drawing.canvas import Figure

GATES = (
    ("提交", "冒烟", "50 条", "几分钟"),
    ("合并", "回归 + 错例", "500–1000 条", "错例必须全过"),
    ("发布", "对抗", "几百条", "越权、注入"),
    ("每季", "封存", "300 条", "谁也不看"),
)

f = Figure(
    480,
    330,
    "越往后的闸，题越贵",
    "提交前跑冒烟 50 条，合并前跑回归和错例，发布前跑对抗集，每季度跑一次封存集；线上的反馈一天内进错例集。",
)
for number, (when, name, count, note) in enumerate(GATES):
    y = 16 + 60 * number
    f.box(16, y, 72, 40, "weight" if number < 3 else "neutral", when, bold=True, dash=number == 3)
    f.box(112, y, 132, 40, "data", name)
    f.text(256, y + 17, count, size=15)
    f.text(256, y + 37, note, "muted", size=15)
    f.line((88, y + 20), (112, y + 20), colour="neutral")
    if number < 2:
        f.arrow((52, y + 40), (52, y + 60))
f.box(380, 136, 84, 40, "activation", "线上", bold=True)
f.arrow((422, 136), (422, 96), (362, 96), colour="gradient")
f.text(464, 70, "反馈，一天内", "gradient", anchor="end", bold=True, size=15)
f.text(464, 88, "进错例", "gradient", anchor="end", bold=True, size=15)
f.text(16, 290, "封存集防大家对着回归集调：", "ink")
f.text(16, 316, "回归涨、封存不涨，就是过拟合了题", "accent")
f.save(__file__)
