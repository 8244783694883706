from answerbook.drawing.canvas import Figure

ROWS = (
    ("应用进程里 exec", ("口令", "别人的数据", "外网"), "全丢"),
    ("容器，有网", ("口令", "外网"), "口令丢"),
    ("容器，断网", ("口令",), "写进结果里"),
    ("沙箱，无口令", (), "坏一份副本"),
)

f = Figure(
    480,
    262,
    "被骗之后够得着什么",
    "四种配置下模型写的代码够得着的东西：应用进程里有口令、别人的数据、外网；容器有网时有口令和外网；断网时只有口令；沙箱里什么都没有，只有那张表的副本。",
)
f.text(150, 22, "代码够得着", "muted", size=15)
f.text(464, 22, "被骗之后", "muted", anchor="end", size=15)
for number, (name, reach, result) in enumerate(ROWS):
    y = 36 + 48 * number
    f.text(16, y + 22, name, bold=number == 3, size=15)
    x = 150
    for word in ("这张表", *reach):
        wide = 15 * len(word) + 12
        f.box(x, y, wide, 34, "data" if word == "这张表" else "accent", word, size=15)
        x += wide + 5
    f.text(464, y + 22, result, "activation" if number == 3 else "accent", anchor="end", bold=True, size=15)
f.text(16, 252, "越往下，模型聪不聪明越不要紧", "muted")
f.save(__file__)
