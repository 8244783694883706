from answerbook.drawing.canvas import Figure

BEFORE = (38, 26, 14, 9, 5, 4, 2, 2)
AFTER = (14, 13, 13, 12, 12, 12, 12, 12)

f = Figure(
    480,
    272,
    "给冷门的专家加偏置",
    "左：八个专家分到的 token 悬殊，最忙的占 38%，最闲的 2%；右：选专家时给忙的减一点偏置、给闲的加一点，负载接近平均的 12.5%。偏置只影响选谁，不影响输出的权重。",
)


def bars(left, name, shares, colour):
    f.text(left + 100, 22, name, anchor="middle", bold=True)
    f.line((left, 190), (left + 200, 190), colour="neutral", width=1.2)
    for number, share in enumerate(shares):
        x, tall = left + 4 + 25 * number, 3.6 * share
        f.area((x, 190), (x, 190 - tall), (x + 20, 190 - tall), (x + 20, 190), colour=colour, solid=True)
        f.text(x + 10, 210, str(number + 1), "muted", anchor="middle", size=15)
    f.line((left, 190 - 3.6 * 12.5), (left + 200, 190 - 3.6 * 12.5), dash=True, width=1.2)


bars(16, "不管：忙的更忙", BEFORE, "accent")
bars(264, "加偏置：接近平均", AFTER, "activation")
f.text(16, 240, "虚线是平均。偏置只用来选谁，忙就减、闲就加；", "muted")
f.text(16, 262, "输出的权重仍用原来的分数（示意）", "muted")
f.save(__file__)
