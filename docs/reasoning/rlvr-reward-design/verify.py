from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    286,
    "判一个答案要过三关",
    "抽取：只认唯一的方框；规范化：分数、小数写成同一种；判等：按数值或符号。三关各有一种会漏的写法。",
)
f.box(16, 16, 108, 40, "data", "模型的回答")
STEPS = (
    ("抽取", "只认唯一的方框", "“3/4 或 4/3”：没有，判错"),
    ("规范化", "写成同一种", "\\frac{3}{4}、3/4、0.75 → 0.75"),
    ("判等", "数值或符号", "0.7500001：容差太宽就误判"),
)
for number, (name, how, example) in enumerate(STEPS):
    y = 80 + 58 * number
    f.arrow((70, y - 24 if number == 0 else y - 18), (70, y))
    f.box(16, y, 108, 40, "neutral", name, bold=True)
    f.text(140, y + 17, how, size=15)
    f.text(140, y + 37, example.replace("\\frac{3}{4}", "分数式"), "muted", size=15)
f.arrow((160, 36), (200, 36), dash=True, colour="accent")
f.text(208, 41, "整串相等：0.75、3/4 都判错", "accent")
f.line((124, 36), (160, 36), colour="accent", dash=True)
f.text(16, 274, "对的判成错：组里有别的判对，它就被压下去", "accent")
f.save(__file__)
