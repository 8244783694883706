from answerbook.drawing.canvas import Figure

PARTS = (
    ("系统", 52, "weight"),
    ("工具说明", 70, "weight"),
    ("资料", 84, "data"),
    ("历史", 150, "kv"),
    ("空", 92, ""),
)

f = Figure(
    480,
    300,
    "上下文窗口是一份预算",
    "一条横条代表窗口，依次是系统提示、工具说明、资料、历史和留给回答的空位；快满时的四种办法：写到外面、只取要用的、压缩历史、分给子 Agent。",
)
x = 16.0
for name, wide, colour in PARTS:
    if colour:
        f.box(x, 24, wide - 2, 52, colour, name, radius=0, size=15)
    else:
        f.box(x, 24, wide - 2, 52, "neutral", "留给回答", radius=0, dash=True, empty=True)
    x += wide
f.text(16, 100, "不变的放前面（能命中前缀缓存）", "muted")
f.text(464, 100, "越来越长", "kv", anchor="end")
f.text(16, 146, "快满了怎么办", bold=True)
WAYS = (
    ("写出去", "记到文件，要时再读", "kv"),
    ("只取要的", "检索、按需加载工具", "data"),
    ("压缩", "摘要旧的，留关键原文", "gradient"),
    ("隔离", "子 Agent 各用各的窗口", "weight"),
)
for number, (name, note, colour) in enumerate(WAYS):
    left, y = 16 + 228 * (number % 2), 160 + 68 * (number // 2)
    f.box(left, y, 220, 56, colour, f"{name}\n{note}", size=15)
f.save(__file__)
