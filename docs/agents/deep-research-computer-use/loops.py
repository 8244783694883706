from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "两种循环",
    "深度研究：规划、检索阅读、笔记、核对、报告；核对发现还缺就回到检索。操作电脑：截图、定位、动作、校验；没做完回到截图。",
)
f.text(16, 24, "深度研究", bold=True)
for number, (word, colour) in enumerate(
    (("规划", "weight"), ("检索\n阅读", "data"), ("笔记", "activation"), ("核对", "weight"), ("报告", "data"))
):
    x = 16 + 92 * number
    f.box(x, 40, 72, 48, colour, word)
    if number:
        f.arrow((x - 20, 64), (x - 2, 64))
f.arrow((328, 88), (328, 112), (144, 112), (144, 90), colour="accent")
f.text(236, 134, "还缺就再查；覆盖、无新信息、预算，先到先停", "accent", anchor="middle")
f.text(16, 180, "操作电脑", bold=True)
for number, (word, colour) in enumerate(
    (("截图", "data"), ("定位", "weight"), ("动作", "gradient"), ("校验", "weight"))
):
    x = 16 + 92 * number
    f.box(x, 196, 72, 48, colour, word)
    if number:
        f.arrow((x - 20, 220), (x - 2, 220))
f.box(384, 196, 72, 48, "activation", "终态")
f.arrow((364, 220), (382, 220))
f.arrow((328, 244), (328, 268), (52, 268), (52, 246), colour="accent")
f.text(190, 290, "没成就重做，不可撤销的先问人", "accent", anchor="middle")
f.save(__file__)
