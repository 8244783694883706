from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    254,
    "只看结果，还是每步都看",
    "一道题四步推理，第三步错了但答案碰巧对。结果奖励模型只看最后，给 1；过程奖励模型每步打分，0.9、0.8、0.1、0.2，指出第三步错。",
)
STEPS = (("第 1 步", 0.9), ("第 2 步", 0.8), ("第 3 步（错）", 0.1), ("答案（碰巧对）", 0.2))
for number, (name, score) in enumerate(STEPS):
    x, bad = 16 + 116 * number, number == 2
    f.box(x, 84, 100, 52, "accent" if bad else "data", name.replace("（", "\n（"), size=15)
    if number:
        f.arrow((x - 16, 110), (x, 110))
    f.text(x + 50, 172, f"{score}", "accent" if score < 0.5 else "activation", anchor="middle", bold=True)
    f.line((x + 50, 136), (x + 50, 156), colour="neutral", width=1.2)
f.text(16, 30, "ORM：只看最后", bold=True)
f.arrow((414, 84), (414, 48), colour="neutral")
f.text(414, 40, "1", "activation", anchor="middle", bold=True)
f.text(16, 202, "PRM：每一步都打分，指得出第 3 步", bold=True)
f.text(16, 240, "步骤的标签难标，也更容易被钻空子（分数是示意）", "muted")
f.save(__file__)
