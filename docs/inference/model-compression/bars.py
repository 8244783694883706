from answerbook.drawing.canvas import Figure

ROWS = (
    ("bf16", 141.1, "weight"),
    ("结构化剪掉 20%", 113.7, "neutral"),
    ("2:4 稀疏", 81.2, "neutral"),
    ("int8、fp8", 72.7, "accent"),
    ("int4，每 128 一组", 39.5, "accent"),
    ("蒸馏成 8B", 16.1, "data"),
)

f = Figure(
    480,
    292,
    "70B 的权重压到多少",
    "横条，GB：bf16 141.1，结构化剪掉 20% 113.7，2:4 稀疏 81.2，int8 或 fp8 72.7，int4 39.5，蒸馏成 8B 16.1。",
)
for number, (name, size, colour) in enumerate(ROWS):
    y = 12 + 42 * number
    f.text(150, y + 22, name, anchor="end")
    end = f.bars(162, y + 2, 30, [(colour, size * 250 / 141.1)])
    f.text(end + 6, y + 23, f"{size:g}")
f.text(16, 284, "GB；红是量化，只要少量校准；别的都要训练", "muted")
f.save(__file__)
