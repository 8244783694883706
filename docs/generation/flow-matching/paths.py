from math import pi, sin

from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "从噪声到数据的路",
    "左右各三个噪声点连到三个数据点。左：扩散的路弯弯曲曲，要走很多小步；右：流匹配拉直（Reflow）以后，路近乎直，几步就到；只训一次的还有弯。",
)


def side(left, name, bend, note):
    f.text(left + 100, 24, name, anchor="middle", bold=True)
    for number in range(3):
        start, end = (left + 16, 66 + 54 * number), (left + 184, 60 + 58 * number)
        points = []
        for step in range(21):
            t = step / 20
            lift = bend * sin(pi * t) * (1 if number != 1 else -1) + bend * 0.5 * sin(3 * pi * t)
            points.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + lift))
        f.arrow(*points, colour="weight", width=2)
        f.dot(*start, "neutral", 6)
        f.dot(end[0] + 6, end[1], "data", 6)
    f.text(left + 100, 216, note, "muted", anchor="middle")


side(16, "扩散：弯路", 16, "步子小，几十步")
side(260, "流匹配，拉直以后", 1.5, "速度近乎不变，几步")
f.text(16, 250, "灰点是噪声，红点是数据；训练目标是 数据 − 噪声", "muted")
f.save(__file__)
