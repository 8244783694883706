from answerbook.drawing.canvas import Figure

K = 60
VECTOR, KEYWORD = ("甲", "乙", "丙", "丁"), ("丙", "戊", "甲", "己")

f = Figure(
    480,
    300,
    "两路结果按名次融合",
    "同一个问题，向量检索的名次是甲、乙、丙、丁，关键词检索是丙、戊、甲、己；RRF 给每篇加 1/(60+名次)，两路都靠前的甲、丙排到最前。",
)
scores: dict[str, float] = {}
for ranked in (VECTOR, KEYWORD):
    for place, name in enumerate(ranked, 1):
        scores[name] = scores.get(name, 0) + 1 / (K + place)
both = set(VECTOR) & set(KEYWORD)
f.text(76, 24, "向量检索", anchor="middle", bold=True)
f.text(236, 24, "关键词（BM25）", anchor="middle", bold=True)
f.text(400, 24, "RRF 融合", anchor="middle", bold=True)
final = sorted(scores, key=lambda name: -scores[name])[:4]
for number in range(4):
    y = 40 + 54 * number
    for x, ranked in ((32, VECTOR), (192, KEYWORD)):
        f.box(x, y, 88, 36, "activation" if ranked[number] in both else "neutral", f"{number + 1}  {ranked[number]}")
    f.box(
        332,
        y,
        136,
        36,
        "activation" if final[number] in both else "neutral",
        f"{final[number]}  {scores[final[number]]:.4f}",
    )
f.text(16, 270, "每篇的分 = 各路的 1 ÷ (60 + 名次) 之和；", "muted")
f.text(16, 294, "只用名次，不用管两路的分数能不能比", "muted")
f.save(__file__)
