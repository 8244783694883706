from math import floor, log2

from answerbook.drawing.canvas import Axes, Figure

STEP, STEPS = 1e-4, 1000


def rounded(value, bits):
    gap = 2.0 ** (floor(log2(value)) - bits)
    return round(value / gap) * gap


f = Figure(
    480,
    330,
    "一千次小更新",
    "权重从 1 出发，每步减 0.0001。fp32 主权重降到 0.9；它的 bf16 副本是一级级的台阶，跟着降；直接在 fp16 或 bf16 里减，一步也没动，停在 1。",
)
a = Axes(f, (0, STEPS), (0.88, 1.02), left=62, top=36, right=24)
a.draw([(0, "0"), (500, "500"), (1000, "1000")], [(v, f"{v:g}") for v in (0.9, 0.95, 1.0)], "步数", "权重")
master = [(n, 1 - STEP * n) for n in range(0, STEPS + 1, 5)]
a.curve([(n, rounded(value, 7)) for n, value in master], "weight", width=1.8)
a.curve(master, "optimizer", width=2.2)
stuck, value = [], 1.0
for n in range(STEPS + 1):
    stuck.append((n, value))
    value = rounded(value - STEP, 7)
a.curve(stuck[::100], "accent", dash=True, width=2.6)
f.text(*a.at(430, 1.006), "直接用 fp16、bf16 减：一步没动", "accent")
f.text(*a.at(60, 0.955), "fp32 主权重", "optimizer", bold=True)
f.text(*a.at(560, 0.965), "它的 bf16 副本", "weight")
f.save(__file__)
