from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    292,
    "Agent 的记忆放在哪里",
    "上下文窗口里是短期记忆：指令、最近几轮、取回的片段；外面是长期记忆：事实、经历、做法三类。对话结束时抽取写入，开始时按问题检索取回，冲突时更新或作废。",
)
f.box(16, 40, 184, 200, "neutral", empty=True, dash=True)
f.text(108, 28, "上下文窗口（短期）", anchor="middle", bold=True)
for number, (name, colour) in enumerate((("指令、目标", "weight"), ("最近几轮", "data"), ("取回的片段", "kv"))):
    f.box(32, 56 + 60 * number, 152, 46, colour, name)
f.text(380, 28, "长期记忆（外存）", anchor="middle", bold=True)
for number, (name, note) in enumerate((("事实", "偏好、资料"), ("经历", "哪天做了什么"), ("做法", "学到的步骤"))):
    f.box(296, 56 + 60 * number, 168, 46, "kv", f"{name}：{note}", size=15)
f.arrow((200, 102), (296, 102), colour="gradient")
f.text(248, 94, "抽取写入", "gradient", anchor="middle", size=15)
f.arrow((296, 196), (200, 196), colour="kv")
f.text(248, 188, "检索取回", "kv", anchor="middle", size=15)
f.text(16, 274, "写入时查重、比新旧：冲突的作废或标上时间", "muted")
f.save(__file__)
