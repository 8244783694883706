from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    274,
    "n-gram 查得到的和查不到的",
    "评测题在语料里的四种样子：原题加答案、只有原题，n-gram 都查得到；改写的、译成中文的查不到，却一样能背。",
)
ROWS = (
    ("原题 ＋ 答案", True, "最大：可以背"),
    ("只有原题", True, "小一些：题面熟"),
    ("改写", False, "一样能背"),
    ("译成中文 ＋ 答案", False, "一样能背"),
)
f.text(16, 22, "语料里的样子", bold=True)
f.text(242, 22, "13-gram", anchor="middle", bold=True)
f.text(330, 22, "危害", bold=True)
for number, (name, found, harm) in enumerate(ROWS):
    y = 36 + 54 * number
    f.box(16, y, 160, 40, "data", name)
    f.arrow((176, y + 20), (206, y + 20))
    f.box(206, y, 72, 40, "activation" if found else "accent", "查得到" if found else "漏掉", solid=not found)
    f.text(330, y + 26, harm, "ink" if number == 0 else "muted")
f.text(16, 266, "后两行要靠训练之后的办法：换新题，看掉多少分", "muted")
f.save(__file__)
