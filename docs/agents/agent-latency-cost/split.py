from answerbook.drawing.canvas import Figure

STEPS, BASE, GROW, OUT = 12, 8000, 1500, 300
FRESH = BASE + GROW * (STEPS - 1)
OLD = sum(BASE + GROW * i for i in range(STEPS)) - FRESH
TIME = (
    ("输出", STEPS * OUT / 60, "activation"),
    ("工具", STEPS * 1.5, "neutral"),
    ("固定", STEPS * 0.3, "neutral"),
    ("预填充", FRESH / 8000, "data"),
)
MONEY = (
    ("写缓存", FRESH * 1.25, "data"),
    ("输出", STEPS * OUT * 5, "activation"),
    ("读缓存", OLD * 0.1, "kv"),
)

f = Figure(
    480,
    216,
    "时间花在输出，钱花在输入",
    "缓存全中的 12 步任务。时间条：输出约占七成，其余是工具、固定开销和一小段预填充。钱的条：写缓存约占一半，输出和读缓存各约四分之一。",
)
for top, title, parts in ((16, "时间，共 85 秒", TIME), (116, "钱，折成输入的价 6.6 万", MONEY)):
    f.text(16, top + 12, title, bold=True)
    whole, x = sum(part[1] for part in parts), 16.0
    for name, amount, colour in parts:
        wide = 448 * amount / whole
        share = f"{100 * amount / whole:.0f}%"
        f.box(x, top + 24, wide - 2, 48, colour, f"{name}\n{share}" if wide > 60 else "", radius=0, size=15)
        x += wide
f.text(464, 112, "最右两小段：固定开销、预填充各 4%", "muted", anchor="end")
f.save(__file__)
