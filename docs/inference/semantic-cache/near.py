from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    268,
    "相近不等于同义",
    "中间是缓存里的“什么情况七天内可以退款”，圆圈是命中的范围；圈里同时有该命中的“一周之内啥情况能退钱”和不该命中的“什么情况三十天内可以退款”“什么情况七天内不可以退款”。",
)
f.parts.append(
    '<circle cx="170" cy="126" r="112" fill="none" stroke="#61666b" stroke-width="1.4" stroke-dasharray="5 4"/>'
)
f.dot(170, 126, "ink", 6)
f.text(170, 112, "什么情况七天内可以退款", anchor="middle", bold=True)
for x, y, text, colour in (
    (170, 66, "一周之内啥情况能退钱", "activation"),
    (180, 168, "什么情况三十天内可以退款", "accent"),
    (150, 208, "什么情况七天内不可以退款", "accent"),
    (386, 70, "怎么修改收货地址", "neutral"),
):
    f.dot(x, y, colour, 6)
    f.text(x, y - 11, text, colour if colour != "neutral" else "muted", anchor="middle", size=15)
f.text(300, 150, "虚线：相似度阈值", "muted")
f.text(300, 178, "绿：该命中", "activation", bold=True)
f.text(300, 206, "红：不该，却也在圈里", "accent", bold=True)
f.text(16, 260, "嵌入主要学话题，对否定和数字不敏感", "muted")
f.save(__file__)
