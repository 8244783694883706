from math import log2

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    330,
    "每条证据把分数推上去或拉下来",
    "横轴依次是先验、名称、城市、法人、电话，纵轴是累计的分，单位是比特。北京那一家从负五点六升到十五点八，上海那一家名称相同升到四点二，城市、法人、电话都不同又降到负三点六，在零线以下。",
)
FIELDS = {"名称": (0.9, 0.001), "城市": (0.95, 0.1), "法人": (0.8, 0.001), "电话": (0.6, 1e-5)}


def path(agree):
    total = [log2(1 / 49)]
    for (m, u), same in zip(FIELDS.values(), agree, strict=True):
        total.append(total[-1] + (log2(m / u) if same else log2((1 - m) / (1 - u))))
    return total


a = Axes(f, (0, 4.25), (-8, 19), left=62, top=40, right=24)
a.draw(
    [(i, name) for i, name in enumerate(["先验", *FIELDS])],
    [(-5, "−5"), (0, "0"), (5, "5"), (10, "10"), (15, "15")],
    "依次看的证据",
    "累计的分（比特）",
)
f.line(a.at(0, 0), a.at(4.25, 0), colour="neutral", dash=True)
for colour, agree in (("activation", (1, 1, 1, 0)), ("accent", (1, 0, 0, 0))):
    points = list(enumerate(path(agree)))
    a.curve(points, colour, width=2.6)
    for x, y in points:
        f.dot(*a.at(x, y), colour, 4)
f.text(*a.at(0.35, 12), "星河科技（北京）", "activation", bold=True)
f.text(*a.at(2.2, 2.6), "星河科技（上海）", "accent", bold=True)
f.save(__file__)
