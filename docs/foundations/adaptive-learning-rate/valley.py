from math import sqrt

from answerbook.drawing.canvas import Figure

CURVES = (1.0, 25.0)
START = (-4.0, 1.1)

f = Figure(
    480,
    300,
    "狭长的谷里怎样走",
    "损失是狭长的椭圆谷，竖直方向陡、水平方向缓。同一个学习率时 SGD 在陡的方向来回震荡，缓的方向走得慢；按各自的梯度历史缩放之后，两个方向步子相近，直奔谷底。",
)


def place(x, y):
    return 240 + 50 * x, 132 - 80 * y


for level in (0.35, 0.8, 1.4, 2.1, 3.0):
    rx, ry = 50 * sqrt(2 * level / CURVES[0]) * 1.55, 80 * sqrt(2 * level / CURVES[1]) * 1.55
    f.parts.append(
        f'<ellipse cx="240" cy="132" rx="{rx:.0f}" ry="{ry:.0f}" fill="none" stroke="#ddd8cc" stroke-width="1.2"/>'
    )


def walk(adaptive, rate, steps):
    point, history, seen = list(START), [0.0, 0.0], [START]
    for _ in range(steps):
        for axis in range(2):
            slope = CURVES[axis] * point[axis]
            history[axis] += slope * slope
            point[axis] -= rate * slope / (sqrt(history[axis]) if adaptive else 1)
        seen.append(tuple(point))
    return seen


for adaptive, rate, steps, colour in ((False, 0.073, 18, "accent"), (True, 1.0, 14, "activation")):
    points = [place(*point) for point in walk(adaptive, rate, steps)]
    f.line(*points, colour=colour, width=1.8)
    for point in points:
        f.dot(*point, colour, 2.6)
f.dot(*place(*START), "ink", 5)
f.dot(240, 132, "weight", 6)
f.text(250, 128, "谷底", "weight")
f.text(16, 262, "红：同一个学习率，陡的方向来回震荡", "accent", bold=True)
f.text(16, 288, "绿：按各自的梯度历史缩放（AdaGrad）", "activation", bold=True)
f.save(__file__)
