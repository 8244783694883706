from answerbook.drawing.canvas import Figure

WORDS = ("可以", "不能", "请")
ROWS = (("起点", (0.40, 0.50, 0.10)), ("想要的", (0.72, 0.18, 0.10)), ("也能发生的", (0.20, 0.05, 0.75)))

f = Figure(
    480,
    242,
    "两种结果，损失一样",
    "三组概率，可以、不能、请：起点 0.40、0.50、0.10；想要的 0.72、0.18、0.10；也能发生的 0.20、0.05、0.75。后两组的可以与不能之比相同，DPO 损失相同，但后一组里好的也降了一半。",
)
for group, (name, shares) in enumerate(ROWS):
    left = 24 + 156 * group
    f.text(left + 62, 22, name, anchor="middle", bold=True)
    f.line((left, 164), (left + 124, 164), colour="neutral", width=1.2)
    for number, share in enumerate(shares):
        x, tall = left + 6 + 40 * number, 130 * share
        f.area(
            (x, 164),
            (x, 164 - tall),
            (x + 32, 164 - tall),
            (x + 32, 164),
            colour=("activation", "accent", "neutral")[number],
            solid=True,
        )
        f.text(x + 16, 158 - tall, f"{share:.2f}".removeprefix("0"), "muted", anchor="middle", size=15)
        f.text(x + 16, 184, WORDS[number], anchor="middle", size=15)
f.text(16, 212, "后两组“可以”比“不能”都是 4 倍，DPO 损失完全相同；", "muted")
f.text(16, 236, "右边那组，概率跑到了没比过的“请”上", "accent")
f.save(__file__)
