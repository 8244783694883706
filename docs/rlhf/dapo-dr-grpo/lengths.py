from answerbook.drawing.canvas import Figure

REWARDS, LENGTHS = (1, 0, 0, 0), (200, 100, 1000, 300)
MEAN = sum(REWARDS) / len(REWARDS)
STD = (sum((reward - MEAN) ** 2 for reward in REWARDS) / len(REWARDS)) ** 0.5

f = Figure(
    480,
    290,
    "同样是错，长的罚得轻",
    "四个回答，奖励 1、0、0、0，长 200、100、1000、300。GRPO 除以自己的长度，三个错的回答每个 token 的权重是 −0.00577、−0.00058、−0.00192；Dr. GRPO 除以固定的 1000，都是 −0.00025。",
)
ROWS = (
    ("GRPO：÷ 自己的长度", [(r - MEAN) / STD / n for r, n in zip(REWARDS, LENGTHS, strict=True)], 0.0087),
    ("Dr. GRPO：÷ 固定的 1000", [(r - MEAN) / 1000 for r in REWARDS], 0.00075),
)
for number, (name, weights, largest) in enumerate(ROWS):
    left = 16 + 232 * number
    f.text(left + 108, 22, name, anchor="middle", bold=True)
    f.line((left, 132), (left + 216, 132), colour="neutral", width=1.2)
    for place, (weight, length) in enumerate(zip(weights, LENGTHS, strict=True)):
        x, tall = left + 8 + 54 * place, 84 * weight / largest
        colour = "activation" if weight > 0 else "accent"
        f.area((x, 132), (x, 132 - tall), (x + 36, 132 - tall), (x + 36, 132), colour=colour, solid=True)
        f.text(x + 18, 214, f"长 {length}", "muted", anchor="middle", size=15)
f.text(16, 246, "高度是每个 token 的权重（两边比例尺不同）；绿对，红错。", "muted")
f.text(16, 274, "左边长 1000 的错答几乎不罚：错的会越写越长", "accent")
f.save(__file__)
