from answerbook.drawing.canvas import Figure

RATES = (("易题 0.9", 14.4), ("中题 0.3", 4.8), ("难题 0.02", 0.32))
COLOURS = ("neutral", "data", "accent")

f = Figure(
    480,
    242,
    "全留，数据就被易题占满",
    "三道题各采 16 条，对的分别约 14.4、4.8、0.3 条。全留时易题占 74%、中题 25%、难题 1.6%；每题最多留 4 条时约 50%、46%、4%。",
)
f.legend(16, 24, zip(COLOURS, (name for name, _ in RATES), strict=True))
for number, (name, shares) in enumerate(
    (("全留", [count / sum(c for _, c in RATES) for _, count in RATES]), ("每题最多留 4 条", (0.50, 0.46, 0.04)))
):
    y = 50 + 78 * number
    f.text(16, y + 12, name, bold=True)
    f.bars(16, y + 22, 34, [(colour, share * 448) for colour, share in zip(COLOURS, shares, strict=True)])
    f.text(24, y + 45, f"{shares[0]:.0%}", "paper", bold=True)
    f.text(16 + 448 * shares[0] + 8, y + 45, f"{shares[1]:.0%}", "paper", bold=True)
f.text(16, 226, "难题第一轮采不到，限额也补不回来：要多采或给提示", "muted")
f.save(__file__)
