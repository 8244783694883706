from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    264,
    "用到才读，一层一层露出来",
    "Skill 的三层：名字和用途一直在上下文里，很短；正文在选中之后才读；脚本和资料只在要用的时候运行或打开，多半不进上下文。",
)
ROWS = (
    ("名字、用途", 150, "一直在窗口里，每个约 100 token", "weight"),
    ("正文：步骤、注意", 260, "选中这个 Skill 才读", "data"),
    ("脚本、模板、资料", 400, "要用才运行或打开", "neutral"),
)
for number, (name, wide, note, colour) in enumerate(ROWS):
    y = 16 + 74 * number
    f.box(16, y, wide, 40, colour, name, bold=number == 0, dash=number == 2)
    f.text(76, y + 62, note, "muted", size=15)
    if number:
        f.arrow((60, y - 74 + 40), (60, y), colour="accent")
f.text(16, 256, "装一百个 Skill，平时约占一万 token", "muted")
f.save(__file__)
