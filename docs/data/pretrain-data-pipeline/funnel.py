from answerbook.drawing.canvas import Figure

STEPS = (
    ("抓来的网页", 8, ""),
    ("抽正文、语种", 6, "导航页、别的语种"),
    ("规则过滤", 5, "满篇“买鞋”"),
    ("模型打分", 4, "通顺的流水账"),
    ("去重", 4, "几百份只留一份"),
    ("去污染", 3, "评测集的原题"),
    ("脱敏", 3, "号码换成占位符"),
)

f = Figure(
    480,
    326,
    "八个网页走一遍",
    "八个网页依次过抽正文和语种、规则过滤、模型打分、去重、去污染、脱敏，剩下三个；右边写着每一步去掉的是什么。",
)
for number, (name, left, gone) in enumerate(STEPS):
    y = 14 + 44 * number
    f.text(132, y + 22, name, anchor="end", bold=not number)
    f.box(148, y, 22 * left, 32, "data", solid=number == len(STEPS) - 1, radius=2)
    f.text(
        148 + 11 * left, y + 22, str(left), "paper" if number == len(STEPS) - 1 else "ink", anchor="middle", bold=True
    )
    f.text(340, y + 22, gone, "muted")
f.save(__file__)
