from answerbook.drawing.canvas import Figure

SIDE = 32

f = Figure(
    480,
    236,
    "换个位置再判一次",
    "十道题。A 放前面时裁判七题选 A、三题选 B；B 放前面时三题选 A、七题选 B；两次不一致的四题记作平，A、B 各胜三题，胜率 50%。",
)
ROWS = (("A 在前", "AAAAAAABBB", "A 胜 70%"), ("B 在前", "AAABBBBBBB", "A 胜 30%"), ("合起来", "AAA----BBB", "50%"))
for number, (name, votes, rate) in enumerate(ROWS):
    y = 20 + 62 * number
    f.text(16, y + 22, name, bold=True)
    for place, vote in enumerate(votes):
        colour = {"A": "weight", "B": "data", "-": "neutral"}[vote]
        x = 84 + SIDE * place
        f.box(x, y, SIDE - 4, 34, colour, {"-": "平"}.get(vote, vote), solid=vote != "-", radius=2, dash=vote == "-")
    f.text(84, y + 54, rate, "accent" if number < 2 else "muted")
f.text(464, 226, "中间四题：谁在前选谁", "muted", anchor="end")
f.save(__file__)
