from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "死在哪里，重跑会怎样",
    "一步分三段：写意图、执行、写结果。死在执行之前，重跑正确；死在执行之后、写结果之前，直接重跑会做两次，用同一个幂等键再调就返回原来的；死在写结果之后，跳过。",
)
for x, wide, name, colour in (
    (16, 112, "写意图\n带幂等键", "weight"),
    (184, 112, "执行\n开发票", "accent"),
    (352, 112, "写结果\n发票号", "weight"),
):
    f.box(x, 40, wide, 56, colour, name)
f.arrow((128, 68), (184, 68))
f.arrow((296, 68), (352, 68))
for x, words, colour in (
    (156, "死在这：\n没开，重跑就行", "activation"),
    (324, "死在这：开了，\n日志里没有", "accent"),
):
    f.line((x, 22), (x, 112), colour=colour, width=2.6, dash=True)
    f.text(x, 136, words, colour, anchor="middle", size=15)
f.text(16, 196, "中间那种靠自己的日志分辨不了：", "ink")
f.text(16, 222, "有意图、没结果，就用同一个幂等键再调一次，", "muted")
f.text(16, 248, "对方见过就返回原来的发票，没见过才执行", "muted")
f.save(__file__)
