from math import log2

from answerbook.drawing.canvas import Axes, Figure

GRADIENTS = (1e-8, 3e-6, 0.5)
ZERO, TOP = 2.0**-25, 65504.0

f = Figure(
    480,
    300,
    "把梯度搬进 fp16 的窗口",
    "横轴是大小的以 2 为底的对数；fp16 能表示的窗口从约 2 的 −25 次方到 65504。三个梯度 1e-8、3e-6、0.5：不缩放时第一个落在窗口左边成了 0；乘 65536 都在窗口里；再乘 2 最大的溢出。",
)
a = Axes(f, (-31, 20), (0, 1), left=84, right=20, top=30, bottom=60)
left, right = a.at(log2(ZERO), 0)[0], a.at(log2(TOP), 0)[0]
f.area((left, 40), (right, 40), (right, 224), (left, 224), colour="weight")
f.text((left + right) / 2, 28, "fp16 能表示的窗口", "weight", anchor="middle", bold=True)
for number, (name, scale) in enumerate((("S = 1", 1.0), ("S = 2^{16}", 2.0**16), ("S = 2^{17}", 2.0**17))):
    y = 76 + 58 * number
    f.text(12, y + 6, name, bold=True)
    f.line((84, y), (464, y), colour="grid", width=1.2)
    for gradient in GRADIENTS:
        size = gradient * scale
        lost, over = size < ZERO, size > TOP
        x, _ = a.at(log2(size), 0)
        f.dot(x, y, "accent" if lost or over else "gradient", 6)
        if lost or over:
            f.text(x, y - 13, "归零" if lost else "inf", "accent", anchor="middle", bold=True)
for power in (-24, -14, 0, 16):
    x, _ = a.at(power, 0)
    f.line((x, 224), (x, 230), colour="neutral", width=1.2)
    f.text(x, 248, f"2^{{{power}}}".replace("-", "−"), "muted", anchor="middle")
f.text(16, 284, "三个点是梯度 10^{-8}、3×10^{-6}、0.5 乘以 S", "muted")
f.save(__file__)
