from answerbook.drawing.canvas import Figure

WORDS = ("我", "爱", "北京", "的", "雪")
SIDE = 62

f = Figure(
    480,
    316,
    "同一句话，三种出题法",
    "句子“我爱北京的雪”。因果：每个位置预测下一个，后四个词都是题目；掩码：遮住“爱”，看两边填回来；片段去噪：把“北京”整段换成一个记号，由解码器依次写出。",
)
ROWS = (
    ("因果：每个都猜下一个", WORDS, range(1, 5), "后 4 个词都有损失"),
    ("掩码：遮一些，两边都看", ("我", "[M]", "北京", "的", "雪"), (1,), "只在遮住的位置有损失"),
    ("片段去噪：整段换成记号", ("我", "爱", "<0>", "的", "雪"), (2,), "解码器写出：<0> 北京"),
)
for number, (name, words, asked, note) in enumerate(ROWS):
    y = 14 + 100 * number
    f.text(16, y + 8, name, bold=True)
    f.text(464, y + 8, note, "accent", anchor="end", size=15)
    for place, word in enumerate(words):
        hit = place in asked
        f.box(16 + SIDE * place, y + 22, SIDE - 8, 40, "accent" if hit else "data", word, solid=hit and number > 0)
        if number == 0 and place:
            f.arrow((16 + SIDE * place - 30, y + 66), (16 + SIDE * place + 20, y + 66), colour="accent", width=1.2)
f.save(__file__)
