from math import cos, pi, sin

from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    312,
    "AE 与 VAE 的隐空间",
    "左：AE 的编码是零散的点，中间的空白处解码没有意义；右：VAE 的每个样本是一团分布，彼此重叠，铺满先验的区域，任取一点都有意义。",
)
f.text(120, 24, "AE：编码是孤立的点", anchor="middle", bold=True)
f.text(360, 24, "VAE：编码是一团分布", anchor="middle", bold=True)
for left in (16, 256):
    f.box(left, 40, 208, 204, "neutral", empty=True, radius=0, line=1)
for x, y in (
    (44, 74),
    (52, 98),
    (60, 66),
    (180, 66),
    (196, 86),
    (186, 104),
    (40, 206),
    (58, 220),
    (188, 212),
    (200, 196),
    (172, 224),
):
    f.dot(x, y, "activation", 5)
f.line((112, 126), (128, 142), colour="accent", width=2.2)
f.line((128, 126), (112, 142), colour="accent", width=2.2)
f.text(120, 164, "空白处：没学过", "accent", anchor="middle")
rings = [(0, 0)] + [(36 * cos(k * pi / 3), 36 * sin(k * pi / 3)) for k in range(6)]
rings += [(66 * cos(k * pi / 5 + 0.3), 66 * sin(k * pi / 5 + 0.3)) for k in range(10)]
for dx, dy in rings:
    f.parts.append(f'<circle cx="{360 + dx:.0f}" cy="{142 + dy:.0f}" r="25" fill="#36703c" fill-opacity="0.16"/>')
for dx, dy in rings:
    f.dot(360 + dx, 142 + dy, "activation", 3)
f.parts.append(
    '<circle cx="360" cy="142" r="97" fill="none" stroke="#61666b" stroke-width="1.4" stroke-dasharray="5 4"/>'
)
f.dot(382, 160, "data", 7)
f.text(120, 268, "不知道从哪里采样", anchor="middle")
f.text(120, 292, "叉：解码没有意义", "accent", anchor="middle")
f.text(360, 268, "虚线：先验 N(0, I)", anchor="middle")
f.text(360, 292, "大点：采到的，有意义", "data", anchor="middle")
f.save(__file__)
