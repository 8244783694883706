from answerbook.drawing.canvas import Figure

H, KV, FORWARD, RANK = 4096, 1024, 14336, 16
ATTENTION = (("q", H, H), ("k", H, KV), ("v", H, KV), ("o", H, H))
MLP = (("gate", H, FORWARD), ("up", H, FORWARD), ("down", FORWARD, H))

f = Figure(
    480,
    262,
    "一层里的七个矩阵，按参数画大小",
    "Llama 3.1 8B 一层：q、o 各 1678 万，k、v 各 419 万，gate、up、down 各 5872 万；MLP 占一层的八成。",
)
WHOLE = sum(a * b for _, a, b in ATTENTION + MLP)
for top, title, matrices, solid in ((16, "注意力", ATTENTION, False), (126, "MLP", MLP, True)):
    size = sum(a * b for _, a, b in matrices)
    extra = RANK * sum(a + b for _, a, b in matrices)
    f.text(16, top + 8, title, bold=True)
    f.text(
        464, top + 8, f"占 {size / WHOLE:.0%}；r = {RANK} 时 LoRA {extra / 1e4:.0f} 万", "muted", anchor="end", size=15
    )
    x = 16.0
    for name, a, b in matrices:
        wide = 448 * a * b / WHOLE * 1.22
        f.box(x, top + 20, wide - 3, 52, "weight", name if wide > 20 else "", size=15, solid=solid)
        if wide <= 20:
            f.text(x + wide / 2 - 1, top + 90, name, anchor="middle", size=15)
        x += wide
f.text(16, 226, "只加 q、v，只碰到了一层参数的一小块；", "ink")
f.text(16, 252, "同样的预算，放在 MLP 上更值", "muted")
f.save(__file__)
