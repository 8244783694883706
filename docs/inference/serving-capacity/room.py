from answerbook.drawing.canvas import Figure

TOTAL = 640
UNIT = 448 / TOTAL
ROWS = (("bf16", 131.4, 10, 42), ("权重、缓存都用 fp8", 65.7, 5, 98))

f = Figure(
    480,
    268,
    "显存定并发",
    "8 张 80 GiB 共 640 GiB：留出一成 64，其他 16，bf16 权重 131.4，剩 428.6 给缓存，每条 32K 要 10 GiB，放 42 条；都用 fp8 时权重 65.7，剩 494.3，每条 5 GiB，放 98 条。",
)
f.legend(16, 24, [("weight", "权重"), ("neutral", "其他"), ("kv", "缓存，一格一条")])
for number, (name, weights, each, count) in enumerate(ROWS):
    y = 44 + 92 * number
    f.text(16, y + 14, name, bold=True)
    f.text(464, y + 14, f"{count} 条", "kv", anchor="end", bold=True)
    x = f.bars(16, y + 22, 40, [("weight", weights * UNIT), ("neutral", 16 * UNIT)])
    for _ in range(count):
        f.bars(x + 0.4, y + 22, 40, [("kv", each * UNIT - 0.8)])
        x += each * UNIT
    f.box(x, y + 22, 464 - x, 40, "neutral", radius=0, dash=True, empty=True, line=1)
f.text(16, 256, "虚线是引擎留出的一成和放不下一条的零头", "muted")
f.save(__file__)
