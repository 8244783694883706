from answerbook.drawing.canvas import Figure

ROWS = (
    ("甲：对，格式好，长 4000", 1, 1, 4000),
    ("乙：对，格式差，长 1000", 1, 0, 1000),
    ("丙：错，格式好，长 500", 0, 1, 500),
    ("丁：错，格式好，长 800", 0, 1, 800),
)

f = Figure(
    480,
    276,
    "直接相加，错的反而最高",
    "四个回答。正确加格式减长度除以 1000：甲 −2、乙 0、丙 0.5、丁 0.2，答错的丙最高；门控（正确乘格式）：只有甲得 1，其余 0。",
)
f.text(282, 22, "直接相加", anchor="middle", bold=True)
f.text(424, 22, "门控", anchor="middle", bold=True)
for number, (name, right, form, long) in enumerate(ROWS):
    y = 36 + 52 * number
    total, gate = right + form - long / 1000, right * form
    f.text(16, y + 24, name, size=15)
    f.bars(
        300 if total >= 0 else 300 + 44 * total,
        y + 6,
        26,
        [("activation" if right else "accent", max(1.5, 44 * abs(total)))],
    )
    f.text(334 if total >= 0 else 308, y + 25, f"{total:.1f}".replace("-", "−"), bold=number == 2)
    f.bars(392, y + 6, 26, [("activation", max(1.5, 52 * gate))])
    f.text(452, y + 25, str(gate), "ink" if gate else "muted")
f.line((300, 32), (300, 240), colour="neutral", width=1.2)
f.line((392, 32), (392, 240), colour="neutral", width=1.2)
f.text(16, 268, "哪一项的方差大，组内归一之后就听哪一项的", "muted")
f.save(__file__)
