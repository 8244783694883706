from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    290,
    "同样的数，换个次序加，末位不同",
    "四个数相加。批小时分成两段各自加再合，批大时从左到右一路加；浮点数每一步都舍入，两种次序的末位可能不同，两个候选的名次因此翻转，后文分叉。",
)


def tree(left, name, joins):
    f.text(left + 90, 24, name, anchor="middle", bold=True)
    places = {word: (left + 12 + 52 * number, 70) for number, word in enumerate("abcd")}
    for word, (x, y) in places.items():
        f.circle(x, y, 17, "activation", word)
    for one, other in joins:
        (x1, y1), (x2, y2) = places[one], places[other]
        x, y = (x1 + x2) / 2, max(y1, y2) + 52
        f.line((x1, y1 + 14), (x, y - 14), colour="neutral")
        f.line((x2, y2 + 14), (x, y - 14), colour="neutral")
        f.circle(x, y, 14, "neutral", "+")
        places[one + other] = (x, y)


tree(22, "批小：分两段", (("a", "b"), ("c", "d"), ("ab", "cd")))
tree(266, "批大：一路加", (("a", "b"), ("ab", "c"), ("abc", "d")))
f.text(112, 226, "2.5000", "activation", anchor="middle", bold=True)
f.text(376, 258, "2.5002", "accent", anchor="middle", bold=True)
f.text(16, 284, "每个 + 都要舍入，次序不同，末位就不同（数字是示意）", "muted")
f.save(__file__)
