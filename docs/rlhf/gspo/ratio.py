from math import prod

from answerbook.drawing.canvas import Figure

RATIOS = (1.02, 0.99, 1.01, 1.60)

f = Figure(
    480,
    262,
    "一个抖动，裁一个还是整条分摊",
    "四个 token 的新旧概率比 1.02、0.99、1.01、1.60。GRPO 逐个看，第四个超过 1.2 被裁；GSPO 取整条的四次方根 1.13，由四个 token 分摊，大家一样。",
)
whole = prod(RATIOS) ** (1 / len(RATIOS))
for left, name, values, colour in (
    (16, "GRPO：每个 token 一个", RATIOS, "weight"),
    (256, "GSPO：整条一个", [whole] * 4, "activation"),
):
    f.text(left + 100, 22, name, anchor="middle", bold=True)
    f.line((left, 190), (left + 208, 190), colour="neutral", width=1.2)
    if values is RATIOS:
        limit = 190 - 90 * 1.2
        f.line((left, limit), (left + 208, limit), dash=True, width=1.2)
    for number, value in enumerate(values):
        x, tall = left + 8 + 50 * number, 90 * value
        over = value > 1.2
        f.area(
            (x, 190),
            (x, 190 - tall),
            (x + 38, 190 - tall),
            (x + 38, 190),
            colour="accent" if over else colour,
            solid=True,
        )
        f.text(x + 19, 184, f"{value:.2f}", "paper", anchor="middle", size=15)
f.text(16, 222, "虚线是 GRPO 的 1.2：第 4 个超过，没有梯度了", "accent")
f.text(16, 248, "那一跳来自路由换了专家，不是策略真的变了", "muted")
f.save(__file__)
