from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    372,
    "一次工具调用的来回",
    "三条竖线：用户、程序、模型，另有工具。程序把问题和工具说明交给模型；模型不回答，只输出要调哪个工具、参数是什么；程序校验后执行，把结果交回；模型再写最后的回答。",
)
LINES = {"用户": (52, "data"), "程序": (176, "neutral"), "模型": (304, "weight"), "工具": (428, "activation")}
for name, (x, colour) in LINES.items():
    f.box(x - 40, 10, 80, 34, colour, name, bold=True)
    f.line((x, 44), (x, 350), colour="grid", width=1.4)
STEPS = (
    ("用户", "程序", "问题"),
    ("程序", "模型", "问题＋工具说明"),
    ("模型", "程序", "调 A，参数 {…}"),
    ("程序", "工具", "校验后执行"),
    ("工具", "程序", "结果或错误"),
    ("程序", "模型", "结果接在后面"),
    ("模型", "用户", "最后的回答"),
)
for number, (who, whom, what) in enumerate(STEPS):
    y = 82 + 42 * number
    start, end = LINES[who][0], LINES[whom][0]
    f.arrow((start, y), (end, y), colour=LINES[who][1] if LINES[who][1] != "neutral" else "ink")
    f.text((start + end) / 2, y - 7, what, anchor="middle", size=15)
f.save(__file__)
