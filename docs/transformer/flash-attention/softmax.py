from math import exp, inf

from answerbook.drawing.canvas import Steps

SCORES, VALUES, BLOCK = (1, 2, 3, 4, 2, 1), (10, 20, 30, 40, 50, 60), 2
BLOCKS = range(len(SCORES) // BLOCK)
CELL, HIGH, GAP, LEFT = 54, 30, 12, 96
COLUMNS = (150, 246, 338, 428)


def walk(order=BLOCKS):
    """Block by block: what was kept before, the factor for it, what the block adds, what is kept after."""
    m, denominator, o = -inf, 0.0, 0.0
    for block in order:
        places = range(block * BLOCK, (block + 1) * BLOCK)
        new = max(m, *(SCORES[place] for place in places))
        weights = {place: exp(SCORES[place] - new) for place in places}
        factor = exp(m - new)
        adds = sum(weights.values()), sum(weight * VALUES[place] for place, weight in weights.items())
        after = new, factor * denominator + adds[0], factor * o + adds[1]
        yield block, (m, denominator, o), factor, weights, adds, after
        m, denominator, o = after


def n(value):
    if value == -inf:
        return "−∞"
    return f"{value:.2f}" if value >= 3 and value != round(value) else f"{value:.3f}".rstrip("0").rstrip(".")


f = Steps(
    480,
    304,
    "在线 softmax 一块一块地并",
    "一行六个分数分三块，现在读到第二块，里面的 4 比旧的最大值 2 大：旧的分母 1.368 和输出 23.68 先乘 e^{2−4}，再加这一块。",
)


def row(figure, done=(), now=None, weights=None):
    for y, name, cells in ((24, "分数 s", SCORES), (60, "值 V", VALUES)):
        figure.text(16, y + 20, name, "muted", size=15)
        for place, value in enumerate(cells):
            block = place // BLOCK
            colour = "accent" if block == now else "activation" if block in done else "neutral"
            left = LEFT + CELL * place + GAP * block
            figure.box(left, y, CELL - 4, HIGH, colour, f"{value}", dash=colour == "neutral", empty=colour == "neutral")
    figure.text(16, 116, "e^{s−m′}", "muted", size=15)
    for place, weight in (weights or {}).items():
        left = LEFT + CELL * place + GAP * (place // BLOCK)
        figure.text(left + CELL / 2 - 2, 116, n(weight), "accent", anchor="middle")


def table(figure, before, factor, adds, after, strong=3, wrong=False):
    for x, head in zip(COLUMNS, ("旧的", "旧的换基准", "这一块", "新的"), strict=True):
        figure.text(x, 158, head, "muted", anchor="middle", size=15)
    for line, name in enumerate(("最大 m", "分母 ℓ", "输出 o")):
        y = 190 + 34 * line
        figure.text(16, y, name)
        figure.text(COLUMNS[0], y, n(before[line]), anchor="middle")
        if line and factor is not None:
            scaled = before[line] if wrong and line == 2 else factor * before[line]
            said = "忘了乘" if wrong and line == 2 else n(scaled)
            figure.text(COLUMNS[1], y, said, "accent" if strong == 1 or wrong else "ink", anchor="middle")
        if line and adds is not None:
            figure.text(COLUMNS[2], y, f"+ {n(adds[line - 1])}", anchor="middle")
        if after is not None:
            figure.text(COLUMNS[3], y, n(after[line]), anchor="middle", bold=True)
    if factor is not None:
        figure.text(COLUMNS[1], 190, f"× {n(factor)}", "accent" if strong == 1 else "muted", anchor="middle")


walked = [*walk()]
one, two, three = walked
last = three[-1]
result = last[2] / last[1]

figure = f.step("一行六个分数，片上一次只放得下两个。一路只记三个量：m 从 −∞，ℓ 和 o 从 0 开始。")
row(figure)
table(figure, (-inf, 0, 0), None, None, None)

figure = f.step("第一块的最大值是 2，以它为基准取指数，加出分母和还没除的输出。旧的是 0，乘什么都一样。")
row(figure, (), 0, one[3])
table(figure, *(one[1], one[2], one[4], one[5]))

figure = f.step(f"第二块里有更大的 4，旧的 ℓ 和 o 以 2 为基准，先一起乘 e^(2−4) = {n(two[2])}，换成以 4 为基准。")
row(figure, (0,), 1)
table(figure, two[1], two[2], None, None, strong=1)

part = two[5][2] / two[5][1]
figure = f.step(f"再加这一块。到这里除一次是 {two[5][2]:.2f} / {two[5][1]:.3f} = {part:.2f}，与前四个数一次做完的 softmax 相同。")
row(figure, (0,), 1, two[3])
table(figure, *(two[1], two[2], two[4], two[5]))

figure = f.step("第三块没有更大的，m 不变，旧的乘 1，只管加。四代在最大值变化很小时也跳过换基准。")
row(figure, (0, 1), 2, three[3])
table(figure, *(three[1], three[2], three[4], three[5]))

figure = f.step("最后除一次，得到的就是六个数一次做完的结果。前面每一步都没有存过一整行的权重。")
row(figure, (0, 1, 2))
table(figure, last, None, None, None)
figure.box(COLUMNS[1] - 30, 198, 216, 40, "activation", f"o / ℓ = {result:.2f}", bold=True)

missed = two[1][2] + two[4][1]
figure = f.step(f"常见的错：只给 ℓ 换了基准，忘了 o。除出来是 {missed / two[5][1]:.2f}，比最大的值 40 还大，不可能是加权平均。")
row(figure, (0,), 1, two[3])
table(figure, two[1], two[2], two[4], (two[5][0], two[5][1], missed), wrong=True)

figure = f.step("换成先读第三块、第二块，最后第一块：中间的数不同，最后的三个量一样，所以各块可以分头算再合并。")
row(figure, (0, 1, 2))
for x, head in zip(COLUMNS, ("第三块后", "第二块后", "第一块后", "原来的"), strict=True):
    figure.text(x, 158, head, "muted", anchor="middle", size=15)
ends = [*(after for *_, after in walk((2, 1, 0))), last]
for line, name in enumerate(("最大 m", "分母 ℓ", "输出 o")):
    figure.text(16, 190 + 34 * line, name)
    for number, (x, end) in enumerate(zip(COLUMNS, ends, strict=True)):
        figure.text(x, 190 + 34 * line, n(end[line]), anchor="middle", bold=number > 1)
for _, figure in f.moments:
    figure.text(16, 292, "绿：并进去了；红：正在片上；虚线：还没读", "muted", size=15)
f.save(__file__, 3)
