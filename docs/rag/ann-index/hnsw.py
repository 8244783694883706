from itertools import pairwise

from answerbook.drawing.canvas import Figure

TOP = (90, 380)
MIDDLE = (90, 190, 290, 380)
LOW = (40, 90, 140, 190, 240, 290, 340, 380, 430)

f = Figure(
    480,
    290,
    "HNSW 从上层往下找",
    "三层图，上层点少、步子大，下层有全部的点。从最上层的入口开始，每层走到离查询最近的点，再落到下一层继续，最后在最下层找到近邻。",
)
LAYERS = ((60, TOP, "上层：少数点"), (140, MIDDLE, "中层"), (226, LOW, "下层：全部点"))
for y, xs, name in LAYERS:
    f.line(*((x, y) for x in xs), colour="neutral", width=1.2)
    f.text(16, y - 22, name, "muted")
    for x in xs:
        f.dot(x, y, "neutral", 6, empty=True)
path = ((90, 60), (380, 60), (380, 140), (290, 140), (290, 226), (340, 226))
f.line(*path[:2], colour="accent", width=2.6)
for start, end in pairwise(path[1:]):
    f.arrow(start, end, colour="accent", width=2.6)
for x, y in path:
    f.dot(x, y, "accent", 6)
f.dot(326, 256, "data", 7)
f.text(338, 262, "查询", "data", bold=True)
f.text(16, 284, "大步先到附近，再小步找准", "muted")
f.save(__file__)
