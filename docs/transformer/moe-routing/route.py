from answerbook.drawing.canvas import Figure

SCORES = (0.64, 0.24, 0.09, 0.03)
CHOSEN = (0, 1)

f = Figure(
    480,
    332,
    "一个 token 过 MoE 层",
    "token 的向量先过路由器，给 4 个专家各打一个分，取最高的两个；只有这两个专家和一个共享专家被计算，输出按分数加权相加，再加共享专家的输出。",
)
f.box(184, 282, 112, 36, "data", "token")
f.arrow((240, 282), (240, 254))
f.box(168, 218, 144, 36, "weight", "路由器：打分")
for number, score in enumerate(SCORES):
    x, chosen = 128 + 84 * number, number in CHOSEN
    f.text(
        x + 30,
        186,
        f"{score:.2f}".removeprefix("0"),
        "accent" if chosen else "muted",
        anchor="middle",
        size=15,
        bold=chosen,
    )
    f.box(x, 122, 60, 44, "weight", f"E_{number + 1}", solid=chosen, dash=not chosen, empty=not chosen)
    if chosen:
        f.arrow((240, 218), (x + 30, 192), colour="accent")
        f.line((x + 30, 122), (x + 30, 96), (240, 84), colour="activation", width=1.8)
f.box(16, 122, 76, 44, "weight", "共享\n专家", solid=True, size=15)
f.arrow((184, 300), (54, 300), (54, 166), colour="neutral")
f.line((54, 122), (54, 62), (226, 62), colour="activation", width=1.8)
f.arrow((240, 84), (240, 76), colour="activation")
f.circle(240, 62, 14, "neutral", "+")
f.arrow((240, 48), (240, 18))
f.text(256, 30, "输出")
f.text(262, 66, "0.73 E_1 + 0.27 E_2，再加共享", "muted")
f.save(__file__)
