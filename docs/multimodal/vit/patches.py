from answerbook.drawing.canvas import Figure

NAMES = ("左上", "右上", "左下", "右下")

f = Figure(
    480,
    264,
    "一张图怎样成了一串 token",
    "4×4 的图切成四个 2×2 的图块，各自展平成 4 个数，乘同一个投影矩阵，前面加一个 [CLS]，再加位置嵌入，成了 5 个 token。",
)
f.cells(16, 24, 26, 26, [["data"] * 2 + ["+data"] * 2] * 2 + [["+data"] * 2 + ["data"] * 2] * 2, gap=2)
f.text(70, 156, "4×4，P = 2", "muted", anchor="middle", size=15)
f.arrow((132, 76), (164, 76))
for number in range(len(NAMES)):
    y = 20 + 30 * number
    f.cells(172, y, 22, 22, [["+data" if number in (1, 2) else "data"] * 4], gap=2)
    f.line((268, y + 11), (300, 76), colour="neutral", width=1.2)
f.box(300, 46, 60, 60, "weight", "E\n4×h")
f.arrow((360, 76), (392, 76))
f.text(216, 156, "展平，各 4 个数", "muted", anchor="middle", size=15)
f.text(330, 132, "同一个", "muted", anchor="middle", size=15)
for number, name in enumerate(("CLS", *NAMES)):
    f.box(396, 12 + 31 * number, 68, 27, "neutral" if number == 0 else "activation", name, size=15)
f.text(430, 190, "＋ p_0 … p_4", anchor="middle")
f.text(16, 228, "224×224、P = 16：196 块，连 [CLS] 197 个 token", "muted")
f.text(16, 254, "块与块在哪，只由加上的位置嵌入知道", "muted")
f.save(__file__)
