from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "模板里的词换成可训练的向量",
    "人写的模板是英国、的、首都、是、[MASK]；P-tuning 是三个虚拟 token、英国、三个虚拟 token、[MASK]、三个虚拟 token，虚拟 token 由提示编码器算出。",
)
f.text(16, 24, "人写的模板", bold=True)
x = 16
for word, wide in (("英国", 64), ("的", 44), ("首都", 64), ("是", 44), ("MASK", 72)):
    f.box(x, 36, wide, 34, "data" if word in ("英国", "MASK") else "neutral", word)
    x += wide + 6
f.text(x + 8, 59, "换个词就变", "muted", size=15)
f.text(16, 108, "P-tuning", bold=True)
x, ends = 16, []
for part in ("u", "英国", "u", "MASK", "u"):
    if part == "u":
        ends.append(x + 46)
        for _ in range(3):
            f.box(x, 120, 28, 34, "weight", "u", solid=True)
            x += 32
    else:
        f.box(x, 120, 66, 34, "data", part)
        x += 70
f.box(86, 196, 308, 36, "weight", "提示编码器：E → 双向 LSTM → MLP")
for end in ends:
    f.arrow((min(max(end, 100), 380), 196), (min(max(end, 100), 380) if end == ends[1] else end, 156))
f.text(16, 254, "训完把 9 个 u 存下来，编码器就不要了", "muted")
f.save(__file__)
