from itertools import pairwise

from answerbook.drawing.canvas import Figure

KEPT = (200, 194, 170, 158, 156, 140)
NAMES = ("全部", "库里有", "召回前 50", "重排前 5", "拼进提示", "答对")
SCALE = 260 / KEPT[0]

f = Figure(
    480,
    262,
    "答案段落走到了哪里",
    "六行横条，200 道题里答案段落还在的：库里 194，召回前 50 剩 170，重排前 5 剩 158，拼进提示 156，最后答对 140；红色是那一步丢的，召回丢得最多，24 道。",
)
for number, (name, kept) in enumerate(zip(NAMES, KEPT, strict=True)):
    y = 12 + 38 * number
    f.text(96, y + 18, name, anchor="end")
    lost = KEPT[number - 1] - kept if number else 0
    end = f.bars(108, y, 26, [("data", kept * SCALE), *([("accent", lost * SCALE)] if lost else [])])
    f.text(end + 8, y + 18, f"{kept}（−{lost}）" if lost else str(kept), "accent" if lost > 20 else "muted")
assert max(a - b for a, b in pairwise(KEPT)) == 24
f.text(16, 250, "红色：这一步丢掉的题，先修最长的那一段", "muted")
f.save(__file__)
