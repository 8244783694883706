from math import log10

from answerbook.drawing.canvas import Figure

ROWS = (
    ("强化学习 1 万条", 0.01, "activation"),
    ("1 万条客服问答", 3, "activation"),
    ("10 万条指令", 50, "activation"),
    ("10 亿 token 语料", 1000, "accent"),
)
CAPACITY = 43.65 * 2

f = Figure(
    480,
    266,
    "要学的信息装不装得下",
    "对数刻度的横条，单位兆比特：强化学习 1 万条 0.01，1 万条客服问答 3，10 万条指令 50，10 亿 token 语料 1000；虚线是 r=16 的 LoRA 容量，约 87 兆比特。",
)


def place(value):
    return 168 + 56 * (log10(value) + 2.2)


for number, (name, value, colour) in enumerate(ROWS):
    y = 24 + 44 * number
    f.text(156, y + 21, name, anchor="end")
    f.bars(168, y + 2, 28, [(colour, place(value) - 168)])
    f.text(
        place(value) + 6 if value < 20 else place(value) - 6,
        y + 22,
        f"{value:g}",
        "paper" if value > 20 else "ink",
        anchor="end" if value > 20 else "start",
    )
f.line((place(CAPACITY), 14), (place(CAPACITY), 206), dash=True, width=1.6)
f.text(place(CAPACITY) - 6, 226, f"r = 16 的容量，约 {CAPACITY:.0f}", "muted", anchor="end")
f.text(16, 256, "单位：兆比特，对数刻度；数量级的估计", "muted")
f.save(__file__)
