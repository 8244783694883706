from answerbook.drawing.canvas import Figure

REFERENCE = ("他", "昨天", "坐", "高铁", "去", "北京", "开会")

f = Figure(
    480,
    264,
    "量的是字面，不是意思",
    "参考译文七个词。第一行候选多一个“没”，意思相反，八个词中七个对上，BLEU 0.595；第二行换了说法，意思相同，只有“他”对上，BLEU 0。",
)
ROWS = (
    ("参考", REFERENCE, "", ""),
    ("意思相反", ("他", "昨天", "没", "坐", "高铁", "去", "北京", "开会"), "BLEU 0.595", "accent"),
    ("意思相同", ("前一天", "他", "乘", "火车", "赴京", "参加", "会议"), "BLEU 0", "activation"),
)
for number, (name, words, score, colour) in enumerate(ROWS):
    y = 14 + 82 * number
    f.text(16, y + 10, name, bold=True)
    if score:
        f.text(464, y + 10, score, colour, anchor="end", bold=True)
    x = 16.0
    for word in words:
        wide = 16 * len(word) + 18
        hit = word in REFERENCE
        f.box(
            x,
            y + 20,
            wide,
            34,
            "data" if number == 0 else "weight" if hit else "neutral",
            word,
            solid=bool(number) and hit,
            dash=bool(number) and not hit,
        )
        x += wide + 5
f.text(16, 256, "深色是和参考字面相同的词", "muted")
f.save(__file__)
