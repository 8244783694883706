from answerbook.drawing.canvas import Figure

STAGES, MICRO = 4, 8
LEFT, UNIT, HIGH = 58, 12.4, 20
COLOURS = {"F": "activation", "B": "gradient", "W": "optimizer"}

f = Figure(
    480,
    300,
    "1F1B 与零气泡",
    "4 段、8 个微批。1F1B 每个反向是两格，总长 33；零气泡 ZB-H1 把反向拆成对输入的 B 和对权重的 W，各一格，W 不急，拿去填空，总长 27。",
)


def one_f_one_b(stage):
    warm = STAGES - stage - 1
    turns, done = [("F", micro) for micro in range(warm)], 0
    for micro in range(warm, MICRO):
        turns += [("F", micro), ("B", done)]
        done += 1
    return turns + [("B", micro) for micro in range(done, MICRO)]


def zero_bubble(stage):
    """W of a micro-batch comes `stage` turns after its B: the room that is left fills itself."""
    turns, forward, weights = [("F", micro) for micro in range(STAGES - stage)], STAGES - stage, 0
    for micro in range(MICRO):
        turns.append(("B", micro))
        if micro >= stage:
            turns.append(("W", micro - stage))
            weights += 1
        if forward < MICRO:
            turns.append(("F", forward))
            forward += 1
    return turns + [("W", micro) for micro in range(weights, MICRO)]


def times(orders, cost):
    ends, free, left = {}, [0] * STAGES, [list(one) for one in orders]
    while any(left):
        for stage in range(STAGES):
            while left[stage]:
                kind, micro = left[stage][0]
                before = waits(kind, micro, stage)
                if before is not None and before not in ends:
                    break
                start = max(free[stage], ends.get(before, 0))
                free[stage] = ends[kind, micro, stage] = start + cost[kind]
                left[stage].pop(0)
                yield stage, kind, micro, start, cost[kind]


def waits(kind, micro, stage):
    if kind == "F":
        return ("F", micro, stage - 1) if stage else None
    if kind == "B":
        return ("B", micro, stage + 1) if stage < STAGES - 1 else ("F", micro, stage)
    return "B", micro, stage


f.legend(16, 20, [("activation", "前向"), ("gradient", "对输入的反向"), ("optimizer", "对权重的反向")], solid=False)
for y, name, order, cost in (
    (52, "1F1B：反向是一整块，总长 33", one_f_one_b, {"F": 1, "B": 2}),
    (178, "ZB-H1：反向拆成两半，总长 27", zero_bubble, {"F": 1, "B": 1, "W": 1}),
):
    f.text(16, y, name, bold=True)
    for stage in range(STAGES):
        f.text(16, y + 24 + stage * (HIGH + 2), f"卡 {stage + 1}", "muted", size=15)
    for stage, kind, micro, start, long in times([order(stage) for stage in range(STAGES)], cost):
        x, top = LEFT + start * UNIT, y + 8 + stage * (HIGH + 2)
        f.cells(x, top, long * UNIT, HIGH, [[COLOURS[kind]]])
        f.text(x + long * UNIT / 2, top + 15.5, str(micro + 1), anchor="middle", size=15)
f.text(16, 290, "显存里同时存的微批都是最多 4 个", "muted")
f.save(__file__)
