from math import log

from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    300,
    "交叉熵与 focal loss",
    "横轴是模型给真实类的概率，纵轴是损失。交叉熵与 γ=2 的 focal loss：0.1 处 2.30 与 1.87，少两成；0.9 处 0.105 与 0.001，差一百倍。",
)
axes = Axes(f, (0, 1), (0, 3), top=40)
axes.draw([(v, f"{v:g}") for v in (0, 0.1, 0.5, 0.9)], [(v, str(v)) for v in range(4)], "给真实类的概率", "损失")
places = [n / 200 for n in range(10, 200)]
axes.curve([(p, -log(p)) for p in places], "neutral")
axes.curve([(p, -((1 - p) ** 2) * log(p)) for p in places], "weight")
for p in (0.1, 0.9):
    f.dot(*axes.at(p, -log(p)), "neutral")
    f.dot(*axes.at(p, -((1 - p) ** 2) * log(p)), "weight")
f.text(*axes.at(0.3, 1.5), "交叉熵", "muted", bold=True)
f.text(*axes.at(0.02, 0.22), "focal，γ=2", "weight", bold=True)
f.text(*axes.at(0.15, 2.35), "难例：2.30 与 1.87", "accent")
f.text(*axes.at(0.99, 0.88), "易例：0.105 与 0.001", "accent", anchor="end")
f.save(__file__)
