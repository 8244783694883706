from answerbook.drawing.canvas import Axes, Figure

APPLE, TREE, PHONE, SHARE = (1, 1), (2, 0), (0, 2), 0.5

f = Figure(
    480,
    380,
    "同一个词，被旁边的词拉向两边",
    "横轴是水果，纵轴是科技。“苹果”原是 (1, 1)；与“树”同句，被拉向水果一边；与“手机”同句，被拉向科技一边。",
)
axes = Axes(f, (0, 2.4), (0, 2.4), left=48, right=96, top=36)
axes.draw([(0, "0"), (1, "1"), (2, "2")], [(0, "0"), (1, "1"), (2, "2")], "水果", "科技")


def at(point):
    return axes.at(*point)


for other, colour, name in ((TREE, "weight", "树"), (PHONE, "optimizer", "手机")):
    moved = tuple(a + SHARE * (b - a) for a, b in zip(APPLE, other, strict=True))
    f.arrow(at((0, 0)), at(other), colour="neutral", dash=True)
    x, y = at(other)
    f.text(x + 8, y - 10, name, "muted")
    f.arrow(at(APPLE), at(moved), colour=colour, width=2)
    f.dot(*at(moved), colour)
    x, y = at(moved)
    f.text(x + 10, y + (-12 if colour == "weight" else 4), f"和“{name}”同句的苹果", colour, bold=True)
f.dot(*at(APPLE), "accent")
x, y = at(APPLE)
f.text(x + 12, y + 2, "词表里的苹果", "accent", bold=True)
f.save(__file__)
