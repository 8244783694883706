import math

from answerbook.drawing.canvas import Figure

TOKENS = (("“的”", 1.05), ("“但是”", 1.4), ("“等等”", 3.0), ("“所以”", 0.5))


def ppo(rho):
    return rho if rho <= 1.2 else 0


def sapo(rho):
    p = 1 / (1 + math.exp(1 - rho))
    return 4 * p * (1 - p) * rho


f = Figure(
    480,
    262,
    "三种裁剪的系数",
    "一条答对的回答里四个 token，比值 1.05、1.40、3.00、0.50。PPO 的系数是 1.05、0、0、0.50；CISPO 是 1.05、1.40、2.00、0.50；SAPO 是 1.05、1.35、1.26、0.47。",
)
WAYS = (("PPO", ppo), ("CISPO", lambda rho: min(rho, 2)), ("SAPO", sapo))
for number, (name, weight) in enumerate(WAYS):
    left = 12 + 158 * number
    f.text(left + 70, 24, name, anchor="middle", bold=True)
    f.line((left, 190), (left + 140, 190), colour="neutral", width=1.2)
    for place, (token, rho) in enumerate(TOKENS):
        x, tall = left + 4 + 35 * place, 60 * weight(rho)
        if tall:
            f.area((x, 190), (x, 190 - tall), (x + 26, 190 - tall), (x + 26, 190), colour="gradient", solid=True)
        f.text(x + 13, 182 - tall, f"{weight(rho):.2f}".replace("0.00", "0"), anchor="middle", size=15)
        f.text(x + 13, 208, token.strip("“”"), "muted", anchor="middle", size=15)
f.text(12, 244, "高度：对数概率的梯度前面的系数", "muted")
f.save(__file__)
