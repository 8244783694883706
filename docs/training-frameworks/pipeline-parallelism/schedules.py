from answerbook.drawing.canvas import Figure

STAGES, MICRO = 4, 8
LEFT, UNIT, HIGH = 58, 12.4, 20

f = Figure(
    480,
    410,
    "三种流水线调度的时间线",
    "4 段、8 个微批：GPipe 先做完全部前向再反向；1F1B 在热身后前向反向交替，气泡总长与 GPipe 相同；交错 1F1B 每卡放两小段，气泡减半；数字是微批编号，深色是同一张卡上的第二小段。",
)


def orders(name, chunks):
    """What each stage does in turn: (kind, micro-batch, chunk)."""
    total = MICRO * chunks
    for stage in range(STAGES):
        forward = [("F", k // (STAGES * chunks) * STAGES + k % STAGES, k // STAGES % chunks) for k in range(total)]
        backward = [("B", micro, chunks - 1 - chunk) for _, micro, chunk in forward]
        if name == "GPipe":
            warm = total
        elif chunks == 1:
            warm = STAGES - stage - 1
        else:
            warm = (STAGES - stage - 1) * 2 + (chunks - 1) * STAGES
        turns = forward[:warm]
        for one in forward[warm:]:
            turns += [one, backward.pop(0)]
        yield turns + backward


def times(turns, chunks):
    """When each starts and ends: as early as its stage and what it waits for allow."""
    cost = {"F": 1 / chunks, "B": 2 / chunks}
    ends, free, left = {}, [0.0] * STAGES, [list(one) for one in turns]
    while any(left):
        for stage in range(STAGES):
            while left[stage]:
                kind, micro, chunk = left[stage][0]
                before = waits(kind, micro, chunk, stage, chunks)
                if before is not None and before not in ends:
                    break
                start = max(free[stage], ends.get(before, 0.0))
                free[stage] = ends[kind, micro, chunk, stage] = start + cost[kind]
                left[stage].pop(0)
                yield stage, kind, micro, chunk, start, free[stage]


def waits(kind, micro, chunk, stage, chunks):
    if kind == "F":
        if stage:
            return "F", micro, chunk, stage - 1
        return ("F", micro, chunk - 1, STAGES - 1) if chunk else None
    if stage < STAGES - 1:
        return "B", micro, chunk, stage + 1
    return ("B", micro, chunk + 1, 0) if chunk < chunks - 1 else ("F", micro, chunk, stage)


f.legend(16, 20, [("activation", "前向"), ("gradient", "反向（耗时取 2 倍）")], solid=False)
for y, name, chunks, title in (
    (50, "GPipe", 1, "GPipe：先做完全部前向，最多存 8 个微批"),
    (172, "1F1B", 1, "1F1B：气泡一样长，最多只存 4 个微批"),
    (294, "1F1B", 2, "交错 1F1B（v = 2）：气泡减半"),
):
    f.text(16, y, title, bold=True)
    for stage in range(STAGES):
        f.text(16, y + 24 + stage * (HIGH + 2), f"卡 {stage + 1}", "muted", size=15)
    for stage, kind, micro, chunk, start, end in times(orders(name, chunks), chunks):
        colour = {"F": "activation", "B": "gradient"}[kind]
        x, top, wide = LEFT + start * UNIT, y + 8 + stage * (HIGH + 2), (end - start) * UNIT
        f.cells(x, top, wide, HIGH, [[f"+{colour}" if chunk else colour]])
        if wide > 10:
            f.text(x + wide / 2, top + 15.5, f"{micro + 1}", "paper" if chunk else "ink", anchor="middle", size=15)
f.save(__file__)
