from answerbook.drawing.canvas import Figure

STEPS = (
    ("全部题", 200, ""),
    ("库里有", 194, "解析"),
    ("召回前 50", 170, "召回"),
    ("重排后前 5", 158, "重排"),
    ("拼进提示", 156, "拼装"),
    ("答对", 140, "生成"),
)
UNIT = 250 / 200

f = Figure(
    480,
    290,
    "答案段落走到哪一步丢的",
    "200 道题的横条：库里有 194，召回前 50 有 170，重排后 158，拼进提示 156，答对 140；右边红字是这一步丢的，最多的是召回丢 24。",
)
before = 200
for number, (name, left, what) in enumerate(STEPS):
    y = 14 + 42 * number
    f.text(100, y + 22, name, anchor="end")
    lost = before - left
    f.bars(112, y + 2, 30, [("activation" if number == 5 else "data", left * UNIT), ("accent", lost * UNIT)])
    f.text(120, y + 23, str(left), "paper", bold=True)
    if lost:
        f.text(372, y + 23, f"{what}丢 {lost}", "accent", bold=lost == 24)
    before = left
f.text(16, 282, "60 道错题里，44 道在模型开口之前就没救了", "muted")
f.save(__file__)
