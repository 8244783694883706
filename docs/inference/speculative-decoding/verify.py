from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    308,
    "投机解码的一轮",
    "草稿模型逐个猜 4 个 token；大模型一次前向同时给出 5 个位置的分布；从左往右验证，前两个接受，第三个被拒绝并重采，后面的作废。一轮前进 3 个 token。",
)
X = [116 + 72 * number for number in range(5)]
f.text(16, 40, "草稿猜", bold=True)
for x, word in zip(X, ("今天", "天气", "很", "热"), strict=False):
    f.box(x, 18, 60, 34, "data", word)
for x in X[:3]:
    f.arrow((x + 60, 35), (x + 72, 35), width=1.4)
f.box(116, 88, 348, 40, "weight", "大模型：一次前向，读一遍权重", bold=True)
for x in X[:4]:
    f.arrow((x + 30, 52), (x + 30, 88))
f.text(16, 113, "验证", bold=True)
f.text(16, 178, "结果", bold=True)
results = (
    ("今天", "activation", "接受"),
    ("天气", "activation", "接受"),
    ("真", "accent", "拒绝，重采"),
    ("热", "neutral", "作废"),
    ("", "neutral", ""),
)
for x, (word, colour, note) in zip(X, results, strict=True):
    if not word:
        continue
    f.arrow((x + 30, 128), (x + 30, 156))
    f.box(x, 156, 60, 34, colour, word, dash=colour == "neutral", solid=colour == "accent")
    f.text(x + 30, 214, note, colour if colour != "neutral" else "muted", anchor="middle", size=15)
f.text(16, 252, "接受的概率是 min(1, p/q)；拒绝就从 (p−q)_+ 里重采，", "muted")
f.text(16, 278, "合起来恰好是大模型自己的分布 p", "muted")
f.text(16, 302, "若四个全中，还白得第五个词", "muted")
f.save(__file__)
