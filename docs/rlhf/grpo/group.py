from answerbook.drawing.canvas import Figure

REWARDS = (1, 0, 0, 0)
MEAN = sum(REWARDS) / len(REWARDS)
STD = (sum((r - MEAN) ** 2 for r in REWARDS) / len(REWARDS)) ** 0.5

f = Figure(
    480,
    264,
    "GRPO 的一组",
    "同一题采四个回答，奖励是 1、0、0、0；减去均值 0.25，除以标准差 0.433，得到每个回答的优势，里面的 token 共用。",
)
f.box(16, 101, 76, 60, "data", "一道题")
for x, name, colour in ((122, "回答", "data"), (262, "奖励", "neutral"), (356, "优势", "gradient")):
    f.text(x, 28, name, colour, bold=True)
for i, reward in enumerate(REWARDS):
    y = 38 + i * 50
    advantage = (reward - MEAN) / STD
    f.arrow((92, 131), (108, 131), (108, y + 18), (122, y + 18))
    f.box(122, y, 110, 36, "data", ("25", "26", "28", "21")[i])
    f.arrow((232, y + 18), (262, y + 18))
    f.box(262, y, 60, 36, "accent" if reward == 0 else "activation", f"{reward}")
    f.arrow((322, y + 18), (356, y + 18), colour="gradient")
    f.box(356, y, 108, 36, "gradient", f"{advantage:+.2f}".replace("-", "−"))
f.text(240, 256, f"优势 = (奖励 − {MEAN}) ÷ {STD:.3f}", "gradient", anchor="middle")
f.save(__file__)
