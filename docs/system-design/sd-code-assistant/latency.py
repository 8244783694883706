from answerbook.drawing.canvas import Figure

PARTS = (
    ("防抖", 75, "neutral"),
    ("网络来回", 50, "neutral"),
    ("预填充 2000 token", 40, "activation"),
    ("生成 30 token", 30 * 5, "weight"),
)
LIMIT, SCALE = 400, 1.05

f = Figure(
    480,
    236,
    "一次补全的时间花在哪里",
    "防抖 75 毫秒、网络 50、预填充 40、生成 150，依次接起来共 315 毫秒；约 400 毫秒处是用户多半已经打过去的界线。",
)
at, total = 16.0, 0
for number, (name, time, colour) in enumerate(PARTS):
    y = 16 + 36 * number
    f.bars(at, y, 24, [(colour, time * SCALE)])
    words = f"{name} {time}"
    if number < 3:
        f.text(at + time * SCALE + 8, y + 18, words)
    else:
        f.text(at - 8, y + 18, words, anchor="end")
    at += time * SCALE
    total += time
f.line((16, 168), (464, 168), colour="neutral", width=1.2)
f.line((at, 124), (at, 174), colour="ink", dash=True)
f.text(at, 194, f"{total} 毫秒", anchor="middle", bold=True)
limit = 16 + LIMIT * SCALE
f.line((limit, 16), (limit, 174), colour="accent", dash=True)
f.text(464, 194, f"约 {LIMIT}", "accent", anchor="end", bold=True)
f.text(16, 226, "过了 400，用户多半打过去了；省得最多的是少生成", "muted")
f.save(__file__)
