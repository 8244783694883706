from collections import Counter
from itertools import pairwise

from answerbook.drawing.canvas import Steps

COUNTS = {"rain": 5, "train": 4, "trail": 3, "tail": 2}
ROUNDS, LETTER, HIGH = 4, 29, 30
SAID = (
    "ai 在四个词里都有，5 + 4 + 3 + 2 = 14 次，最多，先合它。",
    "计数照合并后的样子重算：原来 in 的 9 次成了 ai+n 的 9 次；r+ai 有 12 次，合成 rai。",
    "rai+n 有 9 次，合成 rain；t+rai 有 7 次，排第二。",
    "t+rai 从 7 降到 3：有 4 次的 rai 已经是 rain 的一部分。最多的是 t+rain，4 次。",
)


def merge(pieces, pair):
    out = []
    for piece in pieces:
        if out and (out[-1], piece) == pair:
            out[-1] += piece
        else:
            out.append(piece)
    return out


def rounds():
    """The words before each round, its counts, most frequent first; then the words after the last."""
    words = {word: list(word) for word in COUNTS}
    for _ in range(ROUNDS):
        pairs = Counter()
        for word, pieces in words.items():
            for pair in pairwise(pieces):
                pairs[pair] += COUNTS[word]
        yield words, pairs.most_common()
        words = {word: merge(pieces, pairs.most_common(1)[0][0]) for word, pieces in words.items()}
    yield words, []


def encode(word, merges):
    """The pieces of a word and the rule that comes next, until there is none."""
    pieces = list(word)
    while True:
        there = set(pairwise(pieces))
        rule = next((pair for pair in merges if pair in there), None)
        yield list(pieces), rule
        if rule is None:
            return
        pieces = merge(pieces, rule)


f = Steps(
    480,
    260,
    "BPE 一轮合一对",
    "第 4 轮：左边四个词切成 rain，t·rain，t·rai·l，t·ai·l；右边是相邻对的次数，t+rain 4 次最多；下面是已有的合并表 ai、rai、rain。",
)


def row(figure, x, y, pieces, pair=None):
    for number, piece in enumerate(pieces):
        first = tuple(pieces[number : number + 2]) == pair
        second = number > 0 and tuple(pieces[number - 1 : number + 1]) == pair
        wide = LETTER * len(piece)
        colour = "accent" if first or second else "data"
        solid = len(piece) > 1 and colour == "data"
        figure.box(x, y, wide - 4, HIGH, colour, piece, solid=solid, bold=first or second)
        x += wide


def table(figure, merges, used=None, y=222):
    figure.text(16, y + 20, "合并表", "muted", size=15)
    if not merges:
        figure.text(76, y + 20, "还是空的", "muted", size=15)
    x = 76
    for number, pair in enumerate(merges, 1):
        wide = 42 + 9 * len("".join(pair))
        figure.box(x, y, wide, HIGH, "accent" if pair == used else "neutral", f"{number} {''.join(pair)}")
        x += wide + 8


merges = []
for number, (words, pairs) in enumerate(rounds()):
    pair = pairs[0][0] if pairs else None
    said = f"第 {number + 1} 轮：{SAID[number]}" if pairs else "四轮以后：6 个字母加 4 个新符号，共 10 个；合并表有先后。"
    figure = f.step(said)
    figure.text(16, 24, "语料里的词（次数）", "muted", size=15)
    for place, (word, pieces) in enumerate(words.items()):
        figure.text(16, 62 + 42 * place, f"{word}（{COUNTS[word]}）", size=15)
        row(figure, 98, 42 + 42 * place, pieces, pair)
    if pairs:
        figure.text(270, 24, "相邻的对有几次", "muted", size=15)
    for place, ((left, right), times) in enumerate(pairs[:4]):
        colour, y = ("accent" if place == 0 else "neutral"), 42 + 42 * place
        figure.text(326, y + 20, f"{left}+{right}", anchor="end", bold=place == 0)
        figure.box(334, y + 3, 7.5 * times, 24, colour, solid=place == 0, radius=0)
        figure.text(340 + 7.5 * times, y + 20, f"{times}", bold=place == 0)
    table(figure, merges)
    if pair:
        merges.append(pair)

found = [*encode("brain", merges)]
for number, (pieces, rule) in enumerate(found):
    shown = "·".join(pieces)
    if rule:
        said = f"编码没见过的 brain：现在是 {shown}，表里排得最靠前的是 {''.join(rule)}，合它。"
    else:
        said = f"没有可合的了，得到 {shown}。b 不在 10 个符号里，字符级的 BPE 给它 [UNK]，字节级的没有这个问题。"
    figure = f.step(said)
    figure.text(16, 24, "编码 brain", "muted", size=15)
    for place, (before, _) in enumerate(found[: number + 1]):
        figure.text(16, 62 + 42 * place, f"{place} 次合并", "muted", size=15)
        row(figure, 98, 42 + 42 * place, before, rule if place == number else None)
    table(figure, merges, rule)

other = [("b", "c"), ("a", "b")]
(start, rule), (end, _) = encode("abc", other)
for said, pair, rows in (
    (
        "换一张表：1 bc，2 ab。切 abc 时先合排在前面的 bc，ab 就不再相邻。",
        rule,
        [("照先后", start, rule), ("合并后", end, None)],
    ),
    (
        "从左取最长的却先取 ab，得 ab·c：与训练时的切法不同。BPE 按先后重放，不是最长匹配。",
        None,
        [("照先后", start, rule), ("合并后", end, None), ("最长匹配", ["ab", "c"], None)],
    ),
):
    figure = f.step(said)
    figure.text(16, 24, "编码 abc", "muted", size=15)
    for place, (name, pieces, next_rule) in enumerate(rows):
        figure.text(16, 62 + 42 * place, name, "muted", size=15)
        row(figure, 98, 42 + 42 * place, pieces, next_rule)
    table(figure, other, pair)
f.save(__file__, 4)
