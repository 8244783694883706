from math import log2

from answerbook.drawing.canvas import Figure

RELEVANT, TOTAL = (0, 1, 0, 1, 0), 3

f = Figure(
    480,
    290,
    "同一次检索，几个指标",
    "返回 5 段，第 2、4 段相关，全库共 3 段相关。召回率 2/3，精确率 2/5，第一个相关在第 2 名所以 MRR 的一项是 1/2；每个名次的折扣是 1/log2(名次+1)，NDCG 0.498。",
)
for number, relevant in enumerate(RELEVANT):
    x = 16 + 92 * number
    f.box(x, 20, 80, 44, "activation" if relevant else "neutral", f"第 {number + 1} 段", solid=bool(relevant))
    gain = 1 / log2(number + 2)
    f.bars(x + 26, 148 - 56 * gain, 56 * gain, [("activation" if relevant else "grid", 28)])
    f.text(x + 40, 170, f"{gain:.2f}", "ink" if relevant else "muted", anchor="middle", size=15)
dcg = sum(r / log2(n + 2) for n, r in enumerate(RELEVANT))
ideal = sum(1 / log2(n + 2) for n in range(TOTAL))
f.text(16, 208, f"召回率 2/3（全库有 {TOTAL} 段）；精确率 2/5；MRR 的一项 1/2", "ink")
f.text(16, 236, f"NDCG = (0.63 + 0.43) ÷ 最好的 {ideal:.2f} = {dcg / ideal:.3f}", "ink")
f.text(16, 272, "柱子是名次的折扣 1 ÷ log_2(名次 + 1)，越靠后越不值", "muted")
f.save(__file__)
