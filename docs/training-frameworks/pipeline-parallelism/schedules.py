from answerbook.arithmetic.pipelines import Pipeline
from answerbook.drawing.canvas import Figure

STAGES, MICRO = 4, 8
LEFT, UNIT, HIGH = 58, 12.4, 20

f = Figure(
    480,
    410,
    "三种流水线调度的时间线",
    "4 段、8 个微批：GPipe 先做完全部前向再反向；1F1B 在热身后前向反向交替，气泡总长与 GPipe 相同；交错 1F1B 每卡放两小段，气泡减半；数字是微批编号，深色是同一张卡上的第二小段。",
)


ONE, TWO = Pipeline(STAGES, MICRO), Pipeline(STAGES, MICRO, chunks=2)
f.legend(16, 20, [("activation", "前向"), ("gradient", "反向（耗时取 2 倍）")], solid=False)
for y, pipeline, order, title in (
    (50, ONE, ONE.gpipe, "GPipe：先做完全部前向，最多存 8 个微批"),
    (172, ONE, ONE.one_f_one_b, "1F1B：气泡一样长，最多只存 4 个微批"),
    (294, TWO, TWO.one_f_one_b, "交错 1F1B（v = 2）：气泡减半"),
):
    f.text(16, y, title, bold=True)
    for stage in range(STAGES):
        f.text(16, y + 24 + stage * (HIGH + 2), f"卡 {stage + 1}", "muted", size=15)
    cost = {"F": 1 / pipeline.chunks, "B": 2 / pipeline.chunks}
    for stage, kind, micro, chunk, start, end in pipeline.times(order, cost):
        colour = {"F": "activation", "B": "gradient"}[kind]
        x, top, wide = LEFT + start * UNIT, y + 8 + stage * (HIGH + 2), (end - start) * UNIT
        f.cells(x, top, wide, HIGH, [[f"+{colour}" if chunk else colour]])
        if wide > 10:
            f.text(x + wide / 2, top + 15.5, f"{micro + 1}", "paper" if chunk else "ink", anchor="middle", size=15)
f.save(__file__)
