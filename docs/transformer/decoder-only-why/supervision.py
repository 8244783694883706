from answerbook.drawing.canvas import Figure

N, SIDE = 20, 20

f = Figure(
    480,
    236,
    "同一段文本，多少位置有监督",
    "20 个 token 的文本：双向编码器遮 15%，3 个位置有损失；编码器–解码器约 3 个；纯解码器除第一个外的 19 个都有。",
)
ROWS = (
    ("双向编码器", {4, 9, 15}, "3 个"),
    ("编码器–解码器", {7, 8, 14}, "约 3 个"),
    ("纯解码器", set(range(1, N)), "19 个"),
)
for number, (name, asked, count) in enumerate(ROWS):
    y = 14 + 66 * number
    f.text(16, y + 12, name, bold=True)
    f.text(464, y + 12, count, "activation" if len(asked) > 5 else "muted", anchor="end", bold=True)
    f.cells(16, y + 22, SIDE, 24, [["+activation" if place in asked else "data" for place in range(N)]], gap=2.4)
f.text(16, 226, "深色的位置有损失；同样算一遍，纯解码器学到的多出好几倍", "muted")
f.save(__file__)
