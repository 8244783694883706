from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    288,
    "MLP 的张量并行",
    "每张卡拿完整输入 X，乘自己的列块 A1 或 A2，各自做 GELU，再乘行块 B1 或 B2 得到部分和，最后一次 all-reduce 得到 Y。",
)
for y, number in ((40, 1), (156, 2)):
    f.text(16, y - 12, f"GPU {number}", bold=True)
    for x, wide, colour, text in (
        (16, 42, "activation", "X"),
        (90, 62, "weight", f"A_{number}"),
        (184, 66, "activation", "GELU"),
        (282, 62, "weight", f"B_{number}"),
    ):
        f.box(x, y, wide, 56, colour, text)
    for start, end in ((58, 90), (152, 184), (250, 282)):
        f.arrow((start, y + 28), (end, y + 28))
f.arrow((344, 68), (392, 100))
f.arrow((344, 184), (392, 152))
f.box(362, 100, 64, 52, "accent", "all-\nreduce")
f.arrow((426, 126), (444, 126))
f.text(450, 132, "Y", bold=True)
f.text(120, 240, "A 按列切：各算各的", anchor="middle")
f.text(344, 240, "B 按行切：得部分和", anchor="middle")
f.text(240, 272, "GELU 逐元素，不用通信；一层 MLP 前向只通信一次", "muted", anchor="middle")
f.save(__file__)
