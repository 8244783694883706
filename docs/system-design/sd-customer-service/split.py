from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    350,
    "一轮对话走过哪些部件",
    "接入与身份、风险检查、意图与情绪之后分流：只答的走检索加模型，能办的走状态机加规则引擎，其余转人工；模型只管听懂和说话。",
)
f.box(16, 16, 128, 40, "neutral", "接入、身份")
f.box(176, 16, 128, 40, "neutral", "风险检查")
f.box(336, 16, 128, 40, "weight", "意图、情绪")
f.arrow((144, 36), (176, 36))
f.arrow((304, 36), (336, 36))
f.line((400, 56), (400, 84))
f.line((80, 84), (400, 84))
COLUMNS = (
    ("只答", "weight", "检索 + 模型", "带出处\n没有就说不知道"),
    ("能办", "neutral", "状态机\n规则引擎", "校验、确认\n带幂等键办理"),
    ("转人工", "accent", "规则优先", "投诉、法律\n三次未解"),
)
for number, (name, colour, how, notes) in enumerate(COLUMNS):
    x = 16 + 160 * number
    f.arrow((x + 64, 84), (x + 64, 112))
    f.text(x + 76, 106, name, bold=True)
    f.box(x, 114, 128, 56, colour, how)
    f.arrow((x + 64, 170), (x + 64, 196))
    f.box(x, 196, 128, 56, "data", notes, size=15)
f.text(16, 288, "意图和“只答”用模型，其余是代码：", "ink")
f.text(16, 314, "不确定的留在语言里，确定的留在代码里；", "muted")
f.text(16, 340, "钱能不能退、退多少，模型说了不算", "muted")
f.save(__file__)
