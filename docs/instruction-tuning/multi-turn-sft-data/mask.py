from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    226,
    "哪些 token 算损失",
    "两轮对话拼成一条序列：系统、问题一、回答一、结束符、问题二、回答二、结束符。只有两个回答和它们的结束符算损失，其余标签置 −100；因果掩码保证每个回答只看得见前面。",
)
PIECES = (
    ("系统", 48, False),
    ("问题一", 66, False),
    ("回答一", 78, True),
    ("止", 26, True),
    ("问题二", 66, False),
    ("回答二", 78, True),
    ("止", 26, True),
)
x = 34.0
f.text(16, 24, "一条序列，一次前向", bold=True)
for word, wide, trained in PIECES:
    f.box(x, 40, wide, 44, "activation" if trained else "neutral", word, solid=trained, radius=2)
    f.text(
        x + wide / 2,
        110,
        "算" if trained else "−100",
        "activation" if trained else "muted",
        anchor="middle",
        size=15,
        bold=trained,
    )
    x += wide + 4
f.text(16, 152, "每个回答后面的结束符也要算，否则学不会停；", "muted")
f.text(16, 178, "问题、系统提示、角色标记、工具返回都不算。", "muted")
f.text(16, 208, "回答二只看得见它前面的全部内容：因果掩码已经保证", "muted")
f.save(__file__)
