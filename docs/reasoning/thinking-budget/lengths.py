from answerbook.drawing.canvas import Figure

ANSWERS = (("直接答 5", 10), ("数手指再验算", 200), ("换三种做法", 390))
short, long = min(n for _, n in ANSWERS), max(n for _, n in ANSWERS)

f = Figure(
    480,
    232,
    "都答对时，只有长度奖励分得出好坏",
    "2+3 等于几的三个回答，10、200、390 个 token，都对：只看对错，三个都是 1；加上组内长度奖励，是 1.5、1、0.5。",
)
f.text(336, 22, "只看对错", anchor="middle", bold=True, size=15)
f.text(426, 22, "加长度", anchor="middle", bold=True, size=15)
for number, (name, tokens) in enumerate(ANSWERS):
    y = 36 + 52 * number
    f.text(16, y + 12, name, size=15)
    end = f.bars(16, y + 20, 16, [("data", 0.52 * tokens)])
    f.text(end + 8, y + 34, f"{tokens} token", "muted", size=15)
    bonus = 0.5 - (tokens - short) / (long - short)
    f.text(336, y + 24, "1", anchor="middle")
    colour = "activation" if bonus > 0 else "accent" if bonus < 0 else "ink"
    f.text(426, y + 24, f"{1 + bonus:g}", colour, anchor="middle", bold=True)
f.text(16, 220, "左列优势都是 0，没有什么让它变短", "muted")
f.save(__file__)
