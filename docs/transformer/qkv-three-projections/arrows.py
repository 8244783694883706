from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    240,
    "分开投影，关注才有方向",
    "左：Q、K 分开，“它”看“猫”的分数是 4，“猫”看“它”只有 0.5；右：共用投影，两个方向的分数必然相等，都是 0，而“它”看自己是 4。",
)


def pair(left, name, there, back, own):
    f.text(left + 100, 24, name, anchor="middle", bold=True)
    for x, word in ((left + 26, "它"), (left + 174, "猫")):
        f.circle(x, 116, 26, "data", word)
    f.arrow((left + 52, 106), (left + 148, 106), colour="activation", width=1.2 + there)
    f.arrow((left + 148, 130), (left + 52, 130), colour="activation", width=1.2 + back)
    f.text(left + 100, 94, f"{there:g}", anchor="middle", bold=True)
    f.text(left + 100, 156, f"{back:g}", anchor="middle", bold=True)
    f.arrow((left + 12, 92), (left + 4, 64), (left + 48, 64), (left + 40, 92), colour="accent", width=1.2 + own)
    f.text(left + 58, 66, f"{own:g}", "accent", bold=True)


pair(20, "Q、K 分开", 4, 0.5, 0)
pair(266, "共用一个投影", 0, 0, 4)
f.text(240, 204, "数字是分数；红色是“它”看自己。", "muted", anchor="middle")
f.text(240, 230, "共用以后分数必然对称，最大的常常是自己", "muted", anchor="middle")
f.save(__file__)
