from answerbook.drawing.canvas import Figure

ROWS = (
    ("只有张量并行", 55.6),
    ("＋序列并行", 34.4),
    ("＋选择性重计算", 31.4),
    ("＋序列并行＋选择性重计算", 10.3),
    ("完全重计算（每层输入）", 4.8),
)

f = Figure(
    480,
    306,
    "GPT-3 175B 的激活，几种重计算",
    "水平条形图，s=2048、b=1、8 路张量并行，每张卡的激活：55.6、34.4、31.4、10.3、4.8 GB。",
)
f.text(16, 24, "每张卡的激活（GB）：s=2048，b=1，t=8", "muted")
for number, (name, value) in enumerate(ROWS):
    y = 36 + 54 * number
    f.text(16, y + 16, name)
    end = f.bars(16, y + 23, 22, [("activation", value * 400 / 56)])
    f.text(end + 6, y + 40, f"{value}")
f.save(__file__)
