from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "四种改写各治一种病",
    "多轮指代：补全“它”；多查询：换几种说法一起查；HyDE：先写一段假想的答案再拿去检索；子问题：拆成几个各查各的再合起来。",
)
ROWS = (
    ("指代", "它多少钱？", ("X1 手机多少钱？",)),
    ("多查询", "怎么退货？", ("退货流程", "七天无理由", "退款多久到")),
    ("HyDE", "为何掉电快？", ("“掉电快多因……”（假想的答案）",)),
    ("子问题", "A 和 B 谁省电？", ("A 的续航", "B 的续航")),
)
for number, (name, before, after) in enumerate(ROWS):
    y = 14 + 80 * number
    f.text(16, y + 34, name, bold=True)
    f.box(76, y + 8, 124, 44, "data", before)
    wide = (264 - 6 * (len(after) - 1)) / len(after)
    f.arrow((200, y + 30), (222, y + 30))
    for place, text in enumerate(after):
        f.box(222 + (wide + 6) * place - 8, y + 8, wide, 44, "weight", text, size=15)
f.save(__file__)
