from answerbook.drawing.canvas import Axes, Figure

STEPS = 40

f = Figure(
    480,
    318,
    "每一步的噪声和两个专家的分界",
    "横轴是采样步数 0 到 40，纵轴是时刻 t。文生视频（平移 12）的曲线前 26 步在 0.875 以上，由高噪专家算；图生视频（平移 5）的曲线前 15 步在 0.9 以上。之后由低噪专家算。",
)


def curve(shift):
    base = [0.999 * (1 - i / STEPS) for i in range(STEPS)]
    return [(i, shift * s / (1 + (shift - 1) * s)) for i, s in enumerate(base)]


a = Axes(f, (0, STEPS), (0, 1), left=46, top=34, bottom=56)
a.draw([(0, "0"), (15, "15"), (26, "26"), (40, "40")], [(0, "0"), (0.5, "0.5"), (1, "1")], "采样步", "时刻 t")
a.curve(curve(12), "weight")
a.curve(curve(5), "data")
for edge, shift, colour in ((0.875, 12, "weight"), (0.9, 5, "data")):
    count = sum(t >= edge for _, t in curve(shift))
    x, y = a.at(count, edge)
    f.line((x, y), a.at(count, 0), colour=colour, dash=True, width=1.4)
    f.dot(x, y, colour, 5)
f.text(178, 244, "高噪：15 步", "data", anchor="end", bold=True)
f.text(300, 212, "高噪：26 步", "weight", anchor="end", bold=True)
f.text(462, 92, "文生视频", "weight", anchor="end", bold=True)
f.text(196, 122, "图生视频", "data", bold=True)
f.save(__file__)
