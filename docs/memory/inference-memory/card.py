from answerbook.drawing.canvas import Figure

CARD, USED, WEIGHTS = 24.0, 0.9, 15.26
UNIT = 448 / CARD

f = Figure(
    480,
    190,
    "一张 24 GiB 的卡怎样分",
    "横条是 24 GiB：引擎留出一成 2.4 GiB；Qwen3-8B 半精度权重 15.3 GiB；剩下 6.3 GiB 给 KV，够 11 条 4096 长的请求，每条 0.56 GiB。",
)
room = CARD * USED - WEIGHTS
f.box(16, 40, WEIGHTS * UNIT, 52, "weight", "权重 15.3 GiB", solid=True, radius=0)
each = 144 * 4096 / 1024 / 1024
count = int(room / each)
for number in range(count):
    f.box(16 + (WEIGHTS + each * number) * UNIT + 1, 40, each * UNIT - 1.5, 52, "kv", solid=True, radius=0)
left = WEIGHTS + each * count
f.box(16 + left * UNIT, 40, (CARD - left) * UNIT, 52, "neutral", radius=0, dash=True)
f.text(16 + (WEIGHTS + room / 2) * UNIT, 30, "KV 6.3 GiB", "kv", anchor="middle", bold=True)
f.text(464, 116, "引擎不用的一成", "muted", anchor="end")
f.text(16, 116, "不能少", "muted")
f.text(16, 152, f"每条 4096 长的请求要 {each:.2f} GiB 的 KV，放得下 {count} 条；", "muted")
f.text(16, 178, "换成 4 位权重，多出来的全给 KV", "muted")
f.save(__file__)
