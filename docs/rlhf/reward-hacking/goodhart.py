from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    340,
    "代理奖励与真实质量",
    "横轴是策略离起点的距离 d；代理奖励 2d 一直上升；真实质量 d 减四分之一 d 平方在 d 等于 2 处见顶，在 d 等于 4 处回到 0。",
)
a = Axes(f, (0, 5), (-1.4, 10.4), left=40, top=20)
xs = [x / 20 for x in range(101)]
f.line(a.at(0, 0), a.at(5, 0), colour="neutral", width=1.2)
f.line(a.at(0, -1.4), a.at(0, 10.4), colour="neutral", width=1.2)
f.text(32, a.at(0, 0)[1] + 5.5, "0", "muted", anchor="end")
for d in range(1, 6):
    x, y = a.at(d, 0)
    f.line((x, y - 3), (x, y + 3), colour="neutral", width=1.2)
    f.text(x, a.bottom + 22, str(d), "muted", anchor="middle")
f.text(252, a.bottom + 44, "离起点的距离 d = √KL", anchor="middle")
a.curve([(x, 2 * x) for x in xs], "weight")
a.curve([(x, x - x * x / 4) for x in xs], "accent", dash=True)
for d, y in ((2, 1), (4, 0)):
    f.line(a.at(d, y), a.at(d, -1.4), colour="neutral", dash=True, width=1)
    f.dot(*a.at(d, y), "accent", 5)
f.text(*a.at(2.1, 6.6), "代理奖励 2d：一直涨", "weight", anchor="end")
f.text(*a.at(2.75, 1.75), "真实质量：d = 2 见顶", "accent", anchor="middle")
f.save(__file__)
