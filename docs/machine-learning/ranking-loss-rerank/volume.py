from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    210,
    "DPP 把不相似变成面积",
    "左边鞋甲和鞋乙的向量几乎同向，平行四边形很扁，行列式 0.17。右边鞋甲和书的向量方向不同，虽然书的分低、箭短，平行四边形的面积仍更大，行列式 0.36。",
)
unit = 116.0
for left, name, length, cosine, colour, det in (
    (20, "鞋乙", 0.95, 0.9, "neutral", "0.17"),
    (262, "书", 0.6, 0.1, "activation", "0.36"),
):
    base = 150.0
    sine = (1 - cosine * cosine) ** 0.5
    x, y = length * cosine * unit, length * sine * unit
    f.area((left, base), (left + unit, base), (left + unit + x, base - y), (left + x, base - y), colour=colour)
    f.arrow((left, base), (left + unit, base), colour="data", width=2.4)
    f.arrow((left, base), (left + x, base - y), colour=colour, width=2.4)
    f.text(left + unit, base + 22, "鞋甲", "data", anchor="end")
    f.text(left + x - 4, base - y - 10, name, colour, anchor="middle" if cosine < 0.5 else "end")
    f.text(left + 100, 202, f"行列式 {det}", anchor="middle", bold=True)
f.save(__file__)
