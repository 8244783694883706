from answerbook.drawing.canvas import Figure

N = 40

f = Figure(
    480,
    250,
    "先把两百个缩成几个，再让模型选",
    "左边是两百个工具的方格，每轮要付三万 token；中间按问题检索、按域路由；右边只剩 5 个进提示，模型从中选对 1 个。",
)
f.text(96, 24, "200 个工具", anchor="middle", bold=True)
for number in range(N):
    f.box(16 + 20 * (number % 8), 40 + 28 * (number // 8), 16, 22, "neutral", radius=2, line=1)
f.arrow((182, 106), (214, 106))
f.box(214, 76, 104, 60, "weight", "按域路由\n按问题检索")
f.arrow((318, 106), (344, 106))
f.text(404, 24, "给模型 5 个", anchor="middle", bold=True)
for number in range(5):
    hit = number == 2
    f.box(
        350,
        40 + 34 * number,
        114,
        28,
        "activation" if hit else "data",
        "找联系人" if hit else "",
        solid=hit,
        size=15,
    )
f.text(96, 200, "每轮 30000 token", "accent", anchor="middle")
f.text(16, 240, "候选少了，长得像的也少了；省 token 只是顺带的", "muted")
f.save(__file__)
