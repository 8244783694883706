from math import exp

from answerbook.drawing.canvas import Figure

REFERENCE, REWARD = (0.5, 0.3, 0.2), (0, 1, 2)

f = Figure(
    480,
    262,
    "KL 的系数越小，策略越塌成一个点",
    "三种回答的概率。不训练 0.50、0.30、0.20；β 为 1 时 0.18、0.29、0.53；β 为 0.2 时几乎全给第三种；β 为 0 只剩第三种。",
)
f.legend(16, 20, [("neutral", "0 分的"), ("activation", "1 分的"), ("accent", "2 分的")])
for number, beta in enumerate((None, 1, 0.2, 0)):
    if beta is None:
        name, chances = "不训练", REFERENCE
    elif beta:
        weights = [p * exp(r / beta) for p, r in zip(REFERENCE, REWARD, strict=True)]
        name, chances = f"β = {beta:g}", [w / sum(weights) for w in weights]
    else:
        name, chances = "β = 0", (0, 0, 1)
    y = 48 + 42 * number
    f.text(16, y + 20, name)
    pieces = zip(("neutral", "activation", "accent"), chances, strict=True)
    f.bars(96, y, 28, [(colour, 300 * chance) for colour, chance in pieces if chance > 0.003])
    mean = sum(p * r for p, r in zip(chances, REWARD, strict=True))
    f.text(464, y + 20, f"{mean:.2f}", "muted", anchor="end")
f.text(464, 36, "平均奖励", "muted", anchor="end", size=15)
f.text(16, 230, "若 2 分的那种其实是奖励模型判错：", "ink")
f.text(16, 254, "β = 0.2 已经全押上去，β = 1 还留着另外两种", "accent")
f.save(__file__)
