from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    272,
    "三种分工",
    "主从：一个主管把子任务派给几个各有窗口的下属，再汇总；流水线：上一个的产出交给下一个；讨论：几个互相看，最后由一个定稿。",
)


def node(x, y, text, colour="weight"):
    f.circle(x, y, 21, colour, text)


f.text(80, 24, "主从", anchor="middle", bold=True)
for x in (32, 80, 128):
    f.arrow((80, 90), (x, 147), both=True, colour="neutral")
    node(x, 168, "从")
node(80, 70, "主", "accent")
f.text(240, 24, "流水线", anchor="middle", bold=True)
for number, word in enumerate(("写", "查", "改")):
    if number:
        f.arrow((240, 27 + 62 * number), (240, 42 + 62 * number), colour="neutral")
    node(240, 66 + 62 * number - 2, word)
f.text(400, 24, "讨论", anchor="middle", bold=True)
for start, end in (((400, 70), (352, 158)), ((400, 70), (448, 158)), ((352, 158), (448, 158))):
    f.line(start, end, colour="neutral")
for x, y, word in ((400, 70, "甲"), (352, 158, "乙"), (448, 158, "丙")):
    node(x, y, word)
f.text(80, 222, "子任务互不相干", "muted", anchor="middle")
f.text(240, 238, "步骤固定", "muted", anchor="middle")
f.text(400, 222, "要多种意见", "muted", anchor="middle")
f.text(16, 264, "多一个 Agent 就多一份上下文和一次误会", "muted")
f.save(__file__)
