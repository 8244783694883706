from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    316,
    "归一化在残差里还是在旁边",
    "左：Post-Norm，子层的输出与残差相加之后再归一化，残差这条路上每层都隔着一个归一化；右：Pre-Norm，先归一化再进子层，残差从底到顶一路直通。",
)


def path(trunk, title, pre, note):
    f.text(trunk, 22, title, anchor="middle", bold=True)
    f.line((trunk, 268), (trunk, 52), colour="activation", width=3)
    f.arrow((trunk, 60), (trunk, 38), colour="activation", width=3)
    for bottom in (252, 140):
        if pre:
            f.box(trunk + 28, bottom - 36, 92, 30, "neutral", "Norm")
            f.box(trunk + 28, bottom - 78, 92, 32, "weight", "子层")
            f.arrow((trunk, bottom), (trunk + 74, bottom), (trunk + 74, bottom - 6), colour="neutral")
            f.arrow((trunk + 74, bottom - 36), (trunk + 74, bottom - 46), colour="neutral", width=1.2)
            f.arrow((trunk + 74, bottom - 78), (trunk + 74, bottom - 90), (trunk + 11, bottom - 90), colour="neutral")
            f.circle(trunk, bottom - 90, 11, "neutral", "+")
        else:
            f.box(trunk + 28, bottom - 44, 92, 32, "weight", "子层")
            f.arrow((trunk, bottom), (trunk + 74, bottom), (trunk + 74, bottom - 12), colour="neutral")
            f.arrow((trunk + 74, bottom - 44), (trunk + 74, bottom - 58), (trunk + 11, bottom - 58), colour="neutral")
            f.circle(trunk, bottom - 58, 11, "neutral", "+")
            f.box(trunk - 46, bottom - 98, 92, 28, "accent", "Norm")
    f.text(trunk, 290, "输入", "muted", anchor="middle")
    f.text(trunk + 30, 312, note, "muted", anchor="middle")


path(84, "Post-Norm", False, "残差路上每层有一道 Norm")
path(320, "Pre-Norm", True, "残差从底到顶直通")
f.save(__file__)
