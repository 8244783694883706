from answerbook.drawing.canvas import Figure

COLUMNS = ("目的地", "日期", "时段", "座位", "在看酒店")
ROWS = (
    ("1", ("上海", "周五", "？", "靠窗", "–"), {0, 1, 3}),
    ("2", ("上海", "周五", "下午", "靠窗", "–"), {2}),
    ("4", ("上海", "周五", "下午", "靠窗", "第二家"), {4}),
    ("5", ("上海", "周六", "下午", "靠窗", "第二家"), {1}),
)

f = Figure(
    480,
    254,
    "显式的状态每轮怎样变",
    "四轮的状态表：第 1 轮填目的地上海、日期周五、座位靠窗，时段还不知道；第 2 轮补下午；第 4 轮补第二家酒店；第 5 轮只把周五改成周六，其余不动。",
)
for column, name in enumerate(COLUMNS):
    f.text(100 + 84 * column, 24, name, anchor="middle", bold=True)
for number, (turn, values, changed) in enumerate(ROWS):
    y = 36 + 46 * number
    f.text(4, y + 24, f"第 {turn} 轮", "muted", size=15)
    for column, value in enumerate(values):
        new = column in changed
        edit = new and turn == "5"
        f.box(
            62 + 84 * column,
            y,
            76,
            36,
            "accent" if edit else "activation" if new else "neutral",
            value,
            solid=new,
            dash=value in "？–",
            empty=value in "？–",
        )
f.text(16, 246, "深色是这一轮填的；红是改口：只改日期，靠窗、下午还在", "muted")
f.save(__file__)
