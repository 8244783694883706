from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    266,
    "只看结果，还是每步都看",
    "题目 3×7+4×0 的四段推理：3×7=21，4×0=4（错），21+4=25、不对、应为 21，结果 21。ORM 只看结果给 1；PRM 每步打 0.98、0.05、0.60，指出第 2 步错。",
)
STEPS = (("3×7=21", 0.98), ("4×0=4\n（错）", 0.05), ("25，不对，\n应为 21", 0.60), ("答：21", None))
for number, (name, score) in enumerate(STEPS):
    x, bad = 16 + 116 * number, score is not None and score < 0.1
    f.box(x, 80, 100, 54, "accent" if bad else "data", name, size=15)
    if number:
        f.arrow((x - 16, 107), (x, 107))
    if score is not None:
        f.line((x + 50, 134), (x + 50, 154), colour="neutral", width=1.2)
        f.text(x + 50, 172, f"{score:.2f}", "accent" if bad else "activation", anchor="middle", bold=True)
f.text(16, 28, "ORM：只看最后", bold=True)
f.arrow((414, 80), (414, 46), colour="neutral")
f.text(414, 38, "1", "activation", anchor="middle", bold=True)
f.text(16, 204, "PRM：每一步都打分，指得出第 2 步", bold=True)
f.text(16, 232, "合成时取最小 0.05 或乘积 0.029：一步错就不可信", "muted")
f.text(16, 258, "代价：步骤的标签难标，也更容易被钻空子", "muted")
f.save(__file__)
