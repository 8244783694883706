from answerbook.drawing.canvas import Figure

HIDDEN, LAYERS = 4096, 32
vocabulary = 2 * (128256 - 32000) * HIDDEN
forward = LAYERS * 3 * HIDDEN * (14336 - 11008)
heads = -LAYERS * 2 * HIDDEN * (32 - 8) * 128
START = 6.738e9
STEPS = (("词表 32000 → 128256", vocabulary), ("前馈 11008 → 14336", forward), ("KV 头 32 → 8", heads))
END = START + sum(change for _, change in STEPS)

f = Figure(
    480,
    274,
    "从 7B 到 8B，参数多在哪里",
    "Llama 2 7B 有 67.4 亿；词表变大加 7.9 亿，前馈变宽加 13.1 亿，KV 头从 32 减到 8 少 8.1 亿，到 Llama 3 8B 的 80.3 亿。",
)
BASE, SCALE = 6.0e9, 448 / 3.0e9 * 0.54


def place(value):
    return 170 + (value - BASE) * SCALE


def amount(value):
    return f"{value / 1e8:.1f} 亿"


f.text(16, 32, "Llama 2 7B", bold=True, size=15)
end = f.bars(170, 16, 24, [("weight", place(START) - 170)])
f.text(end + 8, 33, amount(START))
at = START
for number, (name, change) in enumerate(STEPS):
    y = 62 + 46 * number
    low, high = sorted((at, at + change))
    f.text(16, y + 17, name, size=15)
    colour = "activation" if change < 0 else "accent"
    f.bars(place(low), y, 24, [(colour, place(high) - place(low))])
    sign = "+" if change > 0 else "−"
    f.text(place(high) + 8, y + 17, f"{sign}{abs(change) / 1e8:.1f}", colour, bold=True)
    at += change
f.text(16, 216, "Llama 3 8B", bold=True, size=15)
end = f.bars(170, 200, 24, [("weight", place(END) - 170)])
f.text(end + 8, 217, amount(END))
f.text(16, 260, "横条从 60 亿起画。省下的 KV 头，给了前馈", "muted")
f.save(__file__)
