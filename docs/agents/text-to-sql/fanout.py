from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    268,
    "一连接，金额就翻了倍",
    "订单表一行，金额 300；明细表同一单三行；连接之后变成三行，每行都带着 300，求和得 900，而不是 300。",
)
f.text(72, 24, "订单：一单一行", anchor="middle", bold=True)
f.box(16, 38, 112, 36, "data", "A17：300")
f.text(72, 124, "明细：一单多行", anchor="middle", bold=True)
for number, word in enumerate(("A17：键盘", "A17：鼠标", "A17：屏幕")):
    f.box(16, 138 + 38 * number, 112, 32, "data", word, size=15)
f.circle(176, 120, 17, "neutral", "连")
f.arrow((128, 56), (164, 108))
f.arrow((128, 176), (164, 132))
f.arrow((193, 120), (226, 120))
f.text(318, 24, "连接之后", anchor="middle", bold=True)
for number, word in enumerate(("键盘", "鼠标", "屏幕")):
    f.box(226, 62 + 40 * number, 100, 34, "data", f"A17：{word}", size=15)
    f.box(330, 62 + 40 * number, 60, 34, "accent", "300", size=15)
f.arrow((390, 120), (418, 120))
f.text(424, 126, "900", "accent", bold=True)
f.text(226, 206, "SUM 把同一单加了三遍", "accent")
f.text(226, 232, "能执行，语法也对", "muted")
f.save(__file__)
