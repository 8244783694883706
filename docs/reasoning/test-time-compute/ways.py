from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    316,
    "三种多花算力的办法",
    "并行：同一题采多个回答，投票或由验证器挑；顺序：一条链想得更长，自己检查、改正；搜索：一步步展开几条，打分，留下好的继续。",
)
f.text(16, 24, "并行：采几个，挑一个", bold=True)
for number in range(4):
    f.box(84 + 70 * number, 36, 58, 30, "data", f"答 {number + 1}", size=15)
f.box(16, 36, 50, 30, "data", "题")
f.arrow((364, 51), (384, 51))
f.box(384, 36, 80, 30, "weight", "投票", size=15)
f.text(16, 114, "顺序：一条链想得更长", bold=True)
for number, (name, colour) in enumerate(
    (("想", "data"), ("查", "weight"), ("改", "data"), ("再查", "weight"), ("答", "activation"))
):
    x = 16 + 92 * number
    f.box(x, 126, 72, 30, colour, name)
    if number:
        f.arrow((x - 20, 141), (x, 141))
f.text(16, 204, "搜索：展开、打分、留好的", bold=True)
NODES = {0: (40, 252), 1: (140, 226), 2: (140, 252), 3: (140, 278), 4: (250, 226), 5: (250, 252), 6: (360, 239)}
for start, end, kept in ((0, 1, True), (0, 2, True), (0, 3, False), (1, 4, False), (2, 5, True), (5, 6, True)):
    f.line(
        NODES[start], NODES[end], colour="activation" if kept else "neutral", dash=not kept, width=2 if kept else 1.2
    )
for number, (x, y) in NODES.items():
    f.dot(x, y, "activation" if number in (0, 1, 2, 5, 6) else "neutral", 8)
f.text(378, 245, "答案", "activation")
f.text(16, 310, "要有能分辨好坏的一方：投票、验证器或环境", "muted")
f.save(__file__)
