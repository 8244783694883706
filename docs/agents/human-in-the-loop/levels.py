from answerbook.drawing.canvas import Figure

LEVELS = (
    ("只读", 80, "自动", "neutral"),
    ("可撤销", 15, "自动，能撤销，抽查", "activation"),
    ("要紧", 5, "事前确认", "accent"),
)
ACTIONS, SECONDS = 1000, 20

f = Figure(
    480,
    240,
    "只问该问的那百分之五",
    "一天 1000 个动作：只读 80% 自动，可撤销 15% 自动加抽查，要紧的 5% 事前确认；每次 20 秒，共 17 分钟。若一半都要确认，是 2.8 小时。",
)
x = 16.0
for name, share, _, colour in LEVELS:
    wide = share * 448 / 100
    f.bars(x, 22, 44, [(colour, wide - 1)])
    if share > 20:
        f.text(x + wide / 2, 50, f"{name} {share}%", "paper", anchor="middle", size=15)
    x += wide
for number, (name, share, how, colour) in enumerate(LEVELS):
    y = 98 + 30 * number
    f.bars(16, y - 13, 14, [(colour, 14)])
    f.text(40, y, f"{name} {share}%")
    f.text(150, y, how, "muted")
small, large = ACTIONS * 0.05 * SECONDS / 60, ACTIONS * 0.5 * SECONDS / 3600
f.text(16, 202, f"每次 {SECONDS} 秒：只问 5% 是 {small:.0f} 分钟，", "ink")
f.text(16, 228, f"问一半是 {large:.1f} 小时，没人会认真看", "accent")
f.save(__file__)
