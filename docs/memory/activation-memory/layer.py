from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    236,
    "一层的激活由什么组成",
    "每个 token 每层 34h 字节里，注意力 11h，MLP 19h，LayerNorm 4h；另有随长度平方增长的分数矩阵，s=4096、h=4096、32 头时是 160h，FlashAttention 把它去掉。",
)
H, S, HEADS = 4096, 4096, 32
scores = 5 * HEADS * S / H
UNIT = 432 / (34 + scores)
f.text(16, 24, "存下分数矩阵", bold=True)
end = f.bars(16, 36, 34, [("activation", 11 * UNIT), ("weight", 19 * UNIT), ("neutral", 4 * UNIT)])
f.bars(end, 36, 34, [("accent", scores * UNIT)])
f.text(end + scores * UNIT / 2, 59, f"分数 5as/h = {scores:.0f}", "paper", anchor="middle", bold=True)
f.text(16, 106, "FlashAttention：不存分数", bold=True)
f.bars(16, 118, 34, [("activation", 11 * UNIT), ("weight", 19 * UNIT), ("neutral", 4 * UNIT)])
f.text(24 + 34 * UNIT, 141, "34")
f.legend(16, 186, [("activation", "注意力 11"), ("weight", "MLP 19"), ("neutral", "LayerNorm 4"), ("accent", "分数")])
f.text(16, 222, "单位 sbh 字节；s = h = 4096，a = 32，半精度、不重计算", "muted")
f.save(__file__)
