from itertools import groupby, pairwise

from answerbook.arithmetic.pipelines import Pipeline
from answerbook.drawing import canvas
from answerbook.drawing.canvas import Steps

STAGES, MICRO = 4, 8
LEFT, TOP, UNIT, HIGH, GAP = 58, 66, 11, 28, 4
COLOURS = {"F": "activation", "B": "gradient", "W": "optimizer"}

f = Steps(
    480,
    262,
    "流水线的时间线，一格一格地走",
    "零气泡 ZB-H1 走完，4 段、8 个微批：对权重的反向填进本来要闲着的时候，总长 27，每张卡闲 3 格。",
)


def held(done, stage, now, chunks):
    """Micro-batches whose activations a stage keeps: forward has begun, the last of backward has not ended."""
    last = "W" if any(kind == "W" for _, kind, *_ in done) else "B"
    began = sum(one == stage and kind == "F" and start < now for one, kind, _, _, start, _ in done)
    ended = sum(one == stage and kind == last and end <= now for one, kind, _, _, _, end in done)
    return (began - ended) / chunks


def n(value):
    return f"{value:g}"


def row(stage):
    return TOP + stage * (HIGH + GAP)


def cells(figure, done, stage, marks):
    """What a stage has done from mark to mark, what it is at last: paths of one colour, and numbers of micro-batches."""
    mine = [one for one in done if one[0] == stage]
    for before, now in pairwise((0, *marks)):
        paint(figure, [one for one in mine if before < one[5] <= now], stage)
    paint(figure, [(*one[:5], marks[-1]) for one in mine if one[4] < marks[-1] < one[5]], stage)


def paint(figure, done, stage):
    place = f'transform="translate({LEFT} {row(stage)})"'
    for (kind, chunk), few in groupby(sorted(done, key=lambda one: (one[1], one[3])), key=lambda one: (one[1], one[3])):
        spans = [(micro, start * UNIT, end * UNIT) for _, _, micro, _, start, end in few]
        path = "".join(f"M{n(start)} 0h{n(end - start)}v{HIGH}h-{n(end - start)}z" for _, start, end in spans)
        fill = canvas.of(COLOURS[kind] if chunk else f"{COLOURS[kind]}-2")
        edge = canvas.of("paper" if chunk else COLOURS[kind])
        figure.parts.append(f'<path {place} d="{path}" fill="{fill}" stroke="{edge}"/>')
        named = [(micro, (start + end) / 2) for micro, start, end in spans if end - start >= UNIT]
        if named:
            xs, words = " ".join(n(middle) for _, middle in named), "".join(str(micro + 1) for micro, _ in named)
            look = f' fill="{canvas.of("paper")}"' if chunk else ""
            words = f'x="{xs}" y="19.5" text-anchor="middle" font-size="15"{look}>{words}'
            figure.parts.append(f"<text {place} {words}</text>")


def idle(figure, done, stage, now):
    """Where a stage has waited until now; how long."""
    pieces, free = [], 0.0
    for _, _, _, _, start, end in sorted((one for one in done if one[0] == stage), key=lambda one: one[4]):
        if start > free and free < now:
            pieces.append((free, min(start, now)))
        free = end
    if free < now:
        pieces.append((free, now))
    if pieces:
        path = "".join(f"M{n(a * UNIT)} 9h{n((b - a) * UNIT)}v10h-{n((b - a) * UNIT)}z" for a, b in pieces)
        place = f'transform="translate({LEFT} {row(stage)})"'
        figure.parts.append(f'<path {place} d="{path}" fill="{canvas.of("accent-2")}"/>')
    return sum(b - a for a, b in pieces)


def moment(title, done, chunks, marks, said):
    now = marks[-1]
    figure = f.step(said)
    figure.text(16, 22, title, bold=True)
    figure.text(464, 52, "存", "muted", anchor="end", size=15)
    waited = []
    for stage in range(STAGES):
        figure.text(16, row(stage) + 19.5, f"卡 {stage + 1}", "muted", size=15)
        waited.append(idle(figure, done, stage, now))
        cells(figure, done, stage, marks)
        figure.text(464, row(stage) + 19.5, n(held(done, stage, now, chunks)), anchor="end", bold=True)
    x = LEFT + now * UNIT
    figure.line((x, TOP - 8), (x, row(STAGES) - GAP + 6), colour="accent", width=2)
    figure.text(x, 52, f"t = {n(now)}", "accent", anchor="middle" if 5 < now < 30 else "start" if now < 5 else "end")
    kinds = {kind for _, kind, *_ in done}
    entries = [("activation", "前向")]
    entries += [("gradient", "对输入的反向"), ("optimizer", "对权重的反向")] if "W" in kinds else [("gradient", "反向")]
    figure.legend(16, 216, [*entries, ("accent", "闲着")], solid=False)
    figure.text(16, 250, f"到现在每卡闲了 {'、'.join(n(one) for one in waited)} 格", "muted", size=15)


ONE, TWO = Pipeline(STAGES, MICRO), Pipeline(STAGES, MICRO, chunks=2)
WHOLE = {"F": 1, "B": 2}
for title, pipeline, order, cost, moments in (
    (
        "GPipe：先全部前向，再全部反向",
        ONE,
        ONE.gpipe,
        WHOLE,
        (
            (4, "GPipe。微批 1 一段一段传下去，传到卡 4 时它已经闲了 3 格：这是开头的等待。"),
            (11, "全部前向做完，卡 1 手里存着 8 个微批的激活，一个也不能放，还在等反向传回来。"),
            (33, "走完是 33，每卡干活 24、闲 9 格，气泡占理想时间 (p−1)/m = 3/8 = 37.5%。"),
        ),
    ),
    (
        "1F1B：做完一个前向就尽快反向",
        ONE,
        ONE.one_f_one_b,
        WHOLE,
        (
            (8, "1F1B。卡 4 做完微批 1 的前向马上做它的反向，激活当场释放；卡 1 先热身 3 个前向。"),
            (18, "往后一前一反。卡 1 手里最多 4 份激活，不是 8 份，微批再多也是这样。"),
            (33, "走完还是 33，每卡还是闲 9 格：1F1B 省的是激活，气泡没有变。"),
        ),
    ),
    (
        "交错 1F1B：每卡两小段，深色是第二段",
        TWO,
        TWO.one_f_one_b,
        {"F": 0.5, "B": 1},
        (
            (4, "交错：每卡放两个不相邻的小段，每格时间减半，卡 4 只等 1.5 就开工，不是 3。"),
            (14, "四个微批一组，走完第一小段再走第二小段。卡 1 的激活多一点，最多 5.5 份。"),
            (28.5, "走完是 28.5，每卡闲 4.5 格，气泡除以 v = 2，占 18.75%；代价是通信变成两倍。"),
        ),
    ),
    (
        "零气泡 ZB-H1：反向拆成两半",
        ONE,
        ONE.zero_bubble,
        {"F": 1, "B": 1, "W": 1},
        (
            (9, "零气泡：反向拆成对输入、对权重两半。前一张卡只等对输入的，它早一格就能开始。"),
            (18, "对权重的一半谁也不等，卡 4 欠得最多，推迟三个微批才做。"),
            (27, "走完是 27，每卡闲 3 格，占 12.5%，是 1F1B 的三分之一；激活的峰值还是 4 份。"),
        ),
    ),
):
    done = [*pipeline.times(order, cost)]
    for number, (_, said) in enumerate(moments, 1):
        moment(title, done, pipeline.chunks, [now for now, _ in moments[:number]], said)
f.save(__file__, 12)
