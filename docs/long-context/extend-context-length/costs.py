from answerbook.drawing.canvas import Figure

ROWS = (
    ("每 token 的矩阵乘（GFLOPs）", 15.0, 15.0, "weight"),
    ("每 token 的注意力分数（GFLOPs）", 1.07, 34.4, "activation"),
    ("KV Cache（GB）", 0.54, 17.2, "kv"),
)

f = Figure(
    480,
    318,
    "从 4K 到 128K，什么涨了",
    "Llama 3 8B：每 token 的矩阵乘两处都是 15 GFLOPs；注意力分数从 1.07 涨到 34.4；KV Cache 从 0.54 GB 涨到 17.2 GB。",
)
for number, (name, short, long, colour) in enumerate(ROWS):
    y = 14 + 98 * number
    f.text(16, y + 8, name, bold=True)
    for place, (length, value) in enumerate((("4K", short), ("128K", long))):
        top = y + 22 + 30 * place
        f.text(62, top + 17, length, "muted", anchor="end")
        end = f.bars(72, top, 22, [(colour, max(2, value * 10))])
        f.text(end + 6, top + 17, f"{value:g}")
f.text(16, 310, "长到 128K，注意力从零头变成大头", "muted")
f.save(__file__)
