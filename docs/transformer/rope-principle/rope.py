from math import cos, degrees, pi, radians, sin

from answerbook.drawing import canvas, figures
from answerbook.drawing.canvas import Steps

RADIUS = 62
# Llama 2: 64 pairs, trained on 4096, to be used at four times that; the fastest pair, a slow one, the slowest.
PAIRS, BASE, TRAINED, TIMES = 64, 10000.0, 4096, 4
GROUPS = (0, 46, 63)

f = Steps(
    480,
    268,
    "各自转绝对的角，夹角只看相对位置",
    "两个圆。左：查询在位置 3，键在位置 1，每个位置转 1 弧度，夹角是 2 弧度；右：两者都往后挪 2 个位置，各自多转 2 弧度，夹角仍是 2 弧度，内积不变。",
)


def clock(figure, x, query, key):
    """A query and a key, each turned by its position; the angle between them, and what they have in common."""
    y = 112
    figure.parts.append(f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="none" stroke="{figures.MEANINGS[-1].light}"/>')
    for turn, colour, name in ((query, "weight", f"q（{query}）"), (key, "kv", f"k（{key}）")):
        figure.arrow((x, y), (x + RADIUS * cos(turn), y - RADIUS * sin(turn)), colour=colour, width=2.6)
        figure.text(
            x + (RADIUS + 12) * cos(turn),
            y - (RADIUS + 12) * sin(turn) + 5,
            name,
            colour,
            anchor="start" if cos(turn) > 0.3 else "end" if cos(turn) < -0.3 else "middle",
            bold=True,
        )
    steps = [key + (query - key) * part / 24 for part in range(25)]
    figure.line(*((x + 26 * cos(turn), y - 26 * sin(turn)) for turn in steps), colour="accent", width=2)
    said = f"{cos(query - key):.2f}".replace("-", "−")
    figure.text(x, 226, f"夹角 {query - key}，内积 {said}", "accent", anchor="middle", bold=True)


def turning(said, *pairs):
    figure = f.step(said)
    for x, (query, key) in zip((132, 340), pairs, strict=False):
        clock(figure, x, query, key)
    figure.text(16, 258, "括号里是位置；每个位置转 1 弧度", "muted", size=15)


turning("q 在位置 3 就转 3 弧度，k 在位置 1 就转 1 弧度，夹角 2 弧度，内积是 cos 2 = −0.42。", (3, 1))
turning("两者都往后挪 2 个位置，各自多转 2 弧度，夹角还是 2 弧度，内积不变。", (3, 1), (5, 3))
turning("挪 100 个位置也一样：转了十几圈，夹角仍是 2 弧度。内积里只剩相对位置。", (3, 1), (103, 101))
turning("相对位置变了，内积才变：k 挪到位置 2，夹角 1 弧度，内积 cos 1 = 0.54。", (3, 1), (3, 2))


def speeds(base=BASE):
    return [base ** (-pair / PAIRS) for pair in range(PAIRS)]


def yarn(alpha=1, beta=32):
    """Pairs that turn often in training stay, those that do not turn once are slowed down, between them a mixture."""
    new = []
    for speed in speeds():
        keep = min(max((TRAINED * speed / (2 * pi) - alpha) / (beta - alpha), 0), 1)
        new.append((1 - keep) * speed / TIMES + keep * speed)
    return new


def sector(figure, x, y, radius, start, end, colour):
    """A piece of a dial, in degrees against the clock."""
    if end - start >= 360:
        figure.circle(x, y, radius, colour)
        return
    here, there = ((x + radius * cos(radians(turn)), y - radius * sin(radians(turn))) for turn in (start, end))
    arc = f"M{x} {y}L{here[0]:.1f} {here[1]:.1f}A{radius} {radius} 0 {int(end - start > 180)} 0 {there[0]:.1f} {there[1]:.1f}z"
    figure.parts.append(f'<path d="{arc}" fill="{figures.tint(colour)}" stroke="{canvas.of(colour)}"/>')


def dials(said, length, new):
    """What angles the three pairs reach at a length, and which of them training has shown."""
    figure, old = f.step(said), speeds()
    for x, group in zip((84, 240, 396), GROUPS, strict=True):
        seen, turned = (degrees(speed[group] * long) for speed, long in ((old, TRAINED), (new, length)))
        figure.text(x, 22, f"第 {group} 组", anchor="middle", bold=True)
        figure.circle(x, 104, 62, "neutral")
        sector(figure, x, 104, 62, 0, min(seen, 360), "activation")
        if turned > seen + 1 and seen < 360:
            sector(figure, x, 104, 62, seen, min(turned, 360), "accent")
        if group:
            tip = radians(turned)
            figure.arrow((x, 104), (x + 62 * cos(tip), 104 - 62 * sin(tip)), width=2.4)
            beyond = turned > seen + 1
            figure.text(x, 194, f"转到 {turned:.0f}°", "accent" if beyond else "ink", anchor="middle")
            figure.text(x, 218, "没见过" if beyond else f"见过 0–{seen:.0f}°", "accent" if beyond else "muted", anchor="middle", size=15)
        else:
            apart = new[0]
            for turn in (0, apart):
                figure.arrow((x, 104), (x + 62 * cos(turn), 104 - 62 * sin(turn)), width=2.4)
            figure.text(x, 194, f"相邻差 {degrees(apart):.0f}°", "accent" if apart < 1 else "ink", anchor="middle")
            figure.text(x, 218, "挤在一起" if apart < 1 else "分得开", "accent" if apart < 1 else "muted", anchor="middle", size=15)
    figure.text(16, 258, f"128 维、64 组；训练到 {TRAINED}，现在到 {length}", "muted", size=15)


LONG = TRAINED * TIMES
dials("各组转得快慢不同。训练到 4096：第 0 组转了 652 圈，第 46 组到 313°，最慢的第 63 组才 27°。", TRAINED, speeds())
dials("不改就用到 16384：快的没有新角度，慢的转到训练里从没见过的地方，分数失控。", LONG, speeds())
dials("位置插值：位置全除以 4，慢的都回到见过的角度；快的也慢了四倍，相邻两个 token 只差 14°。", LONG, [s / TIMES for s in speeds()])
dials(
    "NTK-aware：改大基数，最快的不动，最慢的正好压 4 倍；中间的压得不够，第 46 组仍略微越界。",
    LONG,
    speeds(BASE * TIMES ** (PAIRS / (PAIRS - 1))),
)
dials("YaRN：训练中转过 32 圈以上的不动，不到一圈的全压，中间过渡。三组都没有越界，快的也没变。", LONG, yarn())
f.save(__file__, 2)
