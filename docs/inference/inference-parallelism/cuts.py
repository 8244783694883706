from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "推理时的四种切法",
    "数据并行：每卡一整个模型，各接各的请求；张量并行：每层切成几份，每层通信；流水线并行：前几层和后几层分在两卡，段间传激活；专家并行：每卡放几个专家，token 来回送。",
)


def card(x, y, rows, name):
    for number, cells in enumerate(rows):
        wide = 84 / len(cells)
        for place, (colour, solid) in enumerate(cells):
            f.box(x + place * wide, y + 22 * number, wide, 20, colour, solid=solid, radius=2, line=1)
    f.text(x + 42, y + 22 * len(rows) + 18, name, "muted", anchor="middle")


def pair(x, y, title, note, left, right):
    f.text(x, y, title, bold=True)
    card(x, y + 12, left, "卡 1")
    card(x + 110, y + 12, right, "卡 2")
    f.text(x, y + 128, note, "muted")


on, off, none = ("weight", True), ("weight", False), ("neutral", False)
pair(16, 24, "数据并行", "不通信，各接各的请求", [[on]] * 3, [[on]] * 3)
pair(264, 24, "张量并行", "每层两次 all-reduce", [[on, off]] * 3, [[off, on]] * 3)
pair(16, 190, "流水线并行", "段间传一次激活", [[on], [on], [off]], [[off], [off], [on]])
pair(264, 190, "专家并行", "每层两次 all-to-all", [[on], [on, on, off, off], [on]], [[on], [off, off, on, on], [on]])
f.save(__file__)
