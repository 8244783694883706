from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    260,
    "MMoE 都共用，PLE 留一块自己的",
    "左边 MMoE：三个共用专家都连到点击和完播两个门。右边 PLE：点击的专家只连点击的门，完播的专家只连完播的门，中间共用的专家连两个门。",
)
for left, name, kinds in (
    (10, "MMoE", ("neutral", "neutral", "neutral")),
    (250, "PLE", ("activation", "neutral", "weight")),
):
    f.text(left + 108, 22, name, anchor="middle", bold=True)
    tasks = ((left + 20, "点击", "activation"), (left + 126, "完播", "weight"))
    for place, kind in enumerate(kinds):
        x = left + 4 + 72 * place
        f.box(x, 176, 62, 34, kind, "专家")
        for spot, _, colour in tasks:
            if kind in ("neutral", colour):
                f.arrow((x + 31, 176), (spot + 35, 92), colour=colour, width=1.4)
    for spot, task, colour in tasks:
        f.box(spot, 44, 70, 46, colour, task)
f.text(10, 242, "灰的共用；绿、蓝只归一个任务。", "muted")
f.save(__file__)
