from answerbook.drawing.canvas import Figure

TOKENS = ("我", "去", "哪里", "？")

f = Figure(
    480,
    250,
    "只有最后一个位置看过全句",
    "四行四列的因果掩码：我只看到自己，去看到我和去，哪里看到三个，问号看到全句；句向量取问号那一行的隐状态。",
)
rows = [["+activation" if column <= row else "" for column in range(4)] for row in range(3)]
f.cells(90, 36, 44, 38, [*rows, ["+accent"] * 4], gap=3)
for number, token in enumerate(TOKENS):
    f.text(112 + 47 * number, 26, token, anchor="middle")
    f.text(78, 61 + 41 * number, token, anchor="end", bold=number == 3)
NOTES = ("不知道后面问什么", "同上", "差一个问号", "全句：句向量取这里")
for number, note in enumerate(NOTES):
    f.text(292, 61 + 41 * number, note, "accent" if number == 3 else "muted", bold=number == 3, size=15)
f.text(16, 236, "也别取生成的“去”：它混进了采样选的词", "muted")
f.save(__file__)
