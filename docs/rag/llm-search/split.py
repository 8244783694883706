from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "线下当老师，线上少开口",
    "上排是线下的大模型，做三件事：写改写、标相关性、清洗日志。它们向下交给线上的改写小模型、相关性学生、排序训练。右边单独一块：只有一部分查询在线上生成带引用的答案。",
)
f.text(16, 24, "线下：大模型", "weight", bold=True)
f.text(72, 170, "线上：小模型", bold=True)
COLUMNS = (
    (16, "写改写", "改写小模型", "按召回筛过"),
    (124, "标相关性", "相关性学生", "四档的概率"),
    (232, "清洗日志", "排序训练", "修正位置"),
)
for x, teacher, student, note in COLUMNS:
    f.box(x, 36, 96, 42, "weight", teacher)
    f.arrow((x + 48, 78), (x + 48, 184), colour="weight")
    f.box(x, 184, 96, 42, "neutral", student)
    f.text(x + 48, 250, note, "muted", anchor="middle", size=15)
f.line((344, 16), (344, 254), colour="grid", dash=True)
f.text(360, 24, "线上生成", "accent", bold=True)
f.box(360, 36, 104, 42, "data", "问知识的查询")
f.arrow((412, 78), (412, 104))
f.box(360, 104, 104, 42, "weight", "大模型")
f.arrow((412, 146), (412, 184))
f.box(360, 184, 104, 42, "activation", "带引用的答案")
f.text(412, 250, "只占一小部分", "muted", anchor="middle", size=15)
f.save(__file__)
