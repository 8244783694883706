from answerbook.drawing.canvas import Figure

TRUE = (100, 100, 300, 300)
ANSWERS = (
    ("甲", (110, 110, 310, 310)),
    ("乙", (150, 100, 350, 300)),
    ("丙", (150, 150, 350, 350)),
    ("丁", (310, 310, 510, 510)),
)


def iou(p, q):
    wide = max(0, min(p[2], q[2]) - max(p[0], q[0]))
    high = max(0, min(p[3], q[3]) - max(p[1], q[1]))
    both = wide * high
    return both / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - both)


f = Figure(
    480,
    206,
    "一组四个框的奖励",
    "四个小图，每个有标注框和预测框。甲、乙、丙、丁的 IoU 是 0.82、0.60、0.39、0；按 0.5 设阈值的奖励是 1、1、0、0。",
)
for number, (name, box) in enumerate(ANSWERS):
    left, top, scale = 8 + 118 * number, 30, 0.2
    f.text(left + 54, 20, name, anchor="middle", bold=True)
    for colour, (x, y, right, low), dash in (("data", TRUE, False), ("weight", box, True)):
        f.box(
            left + (x - 90) * scale,
            top + (y - 90) * scale,
            (right - x) * scale,
            (low - y) * scale,
            colour,
            dash=dash,
            empty=dash,
            radius=0,
        )
    score = iou(TRUE, box)
    f.text(left + 54, 142, f"IoU {score:.2f}", "weight", anchor="middle", bold=True)
    f.text(left + 54, 166, f"阈值 {int(score > 0.5)}", "muted", anchor="middle")
f.legend(120, 198, [("data", "标注")], solid=False)
f.legend(220, 198, [("weight", "预测（虚线）")], solid=False)
f.save(__file__)
