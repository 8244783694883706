from statistics import fmean, pstdev

from answerbook.drawing.canvas import Figure

EASY, HARD = (1, 1, 1, 0), (0, 0, 0, 1)
ALL = EASY + HARD


def values(group, way):
    mean = fmean(group)
    if way == "RLOO":
        return [(reward - mean) * 4 / 3 for reward in group]
    if way == "GRPO":
        return [(reward - mean) / pstdev(group) for reward in group]
    return [(reward - fmean(ALL)) / pstdev(ALL) for reward in group]


f = Figure(
    480,
    338,
    "两道题各四条，三种做法的优势",
    "易题三对一错，难题三错一对。RLOO：+0.33 与 −1.00，−0.33 与 +1.00；GRPO：+0.58 与 −1.73，−0.58 与 +1.73；整批归一：对的都是 +1，错的都是 −1。",
)
f.text(200, 22, "易题：三对一错", anchor="middle", bold=True)
f.text(380, 22, "难题：三错一对", anchor="middle", bold=True)
for row, way in enumerate(("RLOO", "GRPO", "整批归一")):
    zero = 82 + 90 * row
    f.text(16, zero + 6, way, bold=True)
    for left, group in ((124, EASY), (304, HARD)):
        f.line((left, zero), (left + 156, zero), colour="neutral", width=1.2)
        for number, value in enumerate(values(group, way)):
            x, end = left + 8 + 38 * number, zero - 22 * value
            f.area(
                (x, zero),
                (x, end),
                (x + 24, end),
                (x + 24, zero),
                colour="activation" if value > 0 else "accent",
                solid=True,
            )
            if number in (0, 3):
                words = f"{value:+.2f}".replace("-", "−")
                f.text(x + 12, zero + 18 if value > 0 else zero - 6, words, "muted", anchor="middle", size=15)
f.text(16, 328, "整批归一不按题减：易题里“对”也拿满 +1", "muted")
f.save(__file__)
