from answerbook.drawing.canvas import Axes, Figure

SCALE, PAIRS, BASE, LENGTH = 4, 64, 10000.0, 4096
LOW, HIGH = 1.0, 32.0
PI = 3.141592653589793

f = Figure(
    480,
    350,
    "三种外推改了哪些频率",
    "横轴是维度组编号 0 到 63，纵轴是新旧频率之比；PI 恒为 0.25，NTK-aware 从 1 平滑降到 0.25，YaRN 前 21 组为 1、后 18 组为 0.25、中间过渡。",
)
a = Axes(f, (0, 63), (0, 1), left=62, top=40, bottom=76)


def ntk(i):
    base = BASE * SCALE ** (2 * PAIRS / (2 * PAIRS - 2))
    return (BASE / base) ** (i / PAIRS)


def yarn(i):
    turns = LENGTH / (2 * PI * BASE ** (i / PAIRS))
    kept = min(1.0, max(0.0, (turns - LOW) / (HIGH - LOW)))
    return (1 - kept) / SCALE + kept


pairs = range(PAIRS)
a.draw(
    [(0, "0"), (20, "20"), (45, "45"), (63, "63")],
    [(v, f"{v:g}") for v in (0, 0.25, 0.5, 0.75, 1)],
    "",
    "新频率 / 旧频率（Llama 2，扩展 4 倍）",
)
for i in (20, 45):
    f.line(a.at(i, 0), a.at(i, 1), colour="neutral", dash=True, width=1)
a.curve([(i, 1 / SCALE) for i in pairs], "activation", dash=True)
a.curve([(i, ntk(i)) for i in pairs], "accent", dash=True)
a.curve([(i, yarn(i)) for i in pairs], "weight")
f.text(*a.at(7, 0.29), "PI", "activation", bold=True)
f.text(*a.at(46, 0.5), "NTK-aware", "accent", bold=True)
f.text(*a.at(24, 0.88), "YaRN", "weight", bold=True)
f.text(62, 338, "高频，看近处", "muted")
f.text(263, 338, "组 i", anchor="middle")
f.text(464, 338, "低频，看远处", "muted", anchor="end")
f.save(__file__)
