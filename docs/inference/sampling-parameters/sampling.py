from math import exp

from answerbook.drawing.canvas import Steps

NAMES, SCORES = "ABCD", (3, 2, 1, 0)
TALL, BASE = 118, 176


def softmax(scores):
    """Probabilities of scores; None is a word that is cut."""
    weights = [0 if score is None else exp(score) for score in scores]
    return [weight / sum(weights) for weight in weights]


def warm(scores, temperature):
    return [None if score is None else score / temperature for score in scores]


def top_k(scores, k):
    return [score if score is not None and score in sorted(scores, reverse=True)[:k] else None for score in scores]


def top_p(scores, p):
    """From the most likely on, until p is reached: the one that reaches it stays."""
    before, kept = 0.0, []
    for score, share in zip(scores, softmax(scores), strict=True):
        kept.append(score if before < p else None)
        before += share
    return kept


def min_p(scores, least):
    shares = softmax(scores)
    return [score if share >= least * max(shares) else None for score, share in zip(scores, shares, strict=True)]


def n(share):
    return "1" if share > 0.9995 else f"{share:.3f}".removeprefix("0")


f = Steps(
    480,
    252,
    "温度、top-k、top-p 与它们的次序",
    "同样的温度 0.5 和 top-p 0.9，先温度再 top-p 留下 A、B，是 .881 和 .119；先 top-p 再温度留下 A、B、C，是 .867、.117、.016。",
)


def panel(figure, x, title, scores, total=False, bars=None):
    """Bars of probabilities with their numbers; `total`: what they add up to from the left."""
    figure.text(x + 100, 24, title, anchor="middle", bold=True)
    figure.line((x, BASE), (x + 200, BASE), colour="neutral", width=1.2)
    shares, sum_ = bars or softmax(scores), 0.0
    for place, share in enumerate(shares):
        left, cut = x + 4 + 50 * place, scores[place] is None
        tall = TALL * share / (max(SCORES) if bars else 1)
        if tall > 0:
            figure.box(left, BASE - tall, 40, tall, "data", solid=True, radius=0)
        said = f"{share:g}" if bars else "截掉" if cut else n(share)
        figure.text(left + 20, BASE - 6 - tall, said, "muted" if cut else "ink", anchor="middle", size=15)
        figure.text(left + 20, BASE + 20, NAMES[place], "muted" if cut else "ink", anchor="middle")
        sum_ += share
        if total:
            figure.text(left + 20, BASE + 42, n(sum_), "accent", anchor="middle", size=15)
    if total:
        figure.text(x + 100, BASE + 64, "从左累计", "accent", anchor="middle", size=15)


def both(said, left, right):
    figure = f.step(said)
    panel(figure, 12, *left)
    figure.arrow((222, 110), (254, 110), colour="neutral")
    panel(figure, 266, *right)
    return figure


raw, cold, hot = list(SCORES), warm(SCORES, 0.5), warm(SCORES, 2)
both(
    "模型给四个词的分数是 3、2、1、0，softmax 以后是四个概率。温度是 1 时就是它们。",
    ("分数", raw, False, [3, 2, 1, 0]),
    ("概率（T = 1）", raw),
)
both("温度 0.5：分数先除以 0.5，差距加倍，分布变尖。谁第一、谁第二不变。", ("T = 1", raw), ("T = 0.5", cold))
both("温度 2：差距减半，分布变平，尾部的 D 从 .032 涨到 .102。", ("T = 1", raw), ("T = 2", hot))
both("top-k = 3：只留分数最高的三个，其余设成负无穷，再归一。k 是固定的，与模型有没有把握无关。", ("T = 1", raw), ("top-k = 3", top_k(raw, 3)))
both(
    "top-p = 0.9：从大到小累计，A、B 合计 .881 还不到，加上 C 才过 0.9，所以 C 要留下。",
    ("T = 1", raw, True),
    ("top-p = 0.9", top_p(raw, 0.9)),
)
both("温度 2 以后再做 top-p = 0.9：前三个只有 .898，四个全留。没把握时留得多。", ("T = 2", hot, True), ("top-p = 0.9", top_p(hot, 0.9)))
both("温度 0.5 以后再做：A、B 已有 .982，只留两个。有把握时留得少。", ("T = 0.5", cold, True), ("top-p = 0.9", top_p(cold, 0.9)))
figure = f.step("次序有关系：同样的 T = 0.5 和 top-p = 0.9，先温度留两个；先 top-p 留三个，再变尖也不会变回两个。")
panel(figure, 12, "先温度，再 top-p", top_p(cold, 0.9))
panel(figure, 266, "先 top-p，再温度", warm(top_p(raw, 0.9), 0.5))
figure.text(240, BASE + 54, "参数一样，框架的次序不同，留下的就不同", "muted", anchor="middle")
both(
    "top-k 和 top-p 一起设：top-k = 3 以后概率重新归一，A、B 累计成了 .910，C 也被 top-p 截掉。",
    ("top-k = 3", top_k(raw, 3), True),
    ("再 top-p = 0.9", top_p(top_k(raw, 3), 0.9)),
)
both("min-p = 0.1：门槛是最大概率的十分之一，.644 × 0.1 = .064，C 的 .087 够，D 的 .032 不够。", ("T = 1", raw), ("min-p = 0.1", min_p(raw, 0.1)))
wrong = [score if sum(softmax(cold)[: place + 1]) < 0.9 else None for place, score in enumerate(cold)]
both("常见的错：取“累计小于 p”的词。这里只剩 A；p 若是 0.8，连 A 也不小于它，就一个不剩。", ("T = 0.5", cold, True), ("错：累计 < 0.9", wrong))
f.save(__file__, 8)
