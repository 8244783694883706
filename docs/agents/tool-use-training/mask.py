from answerbook.drawing.canvas import Figure

PIECES = (
    ("系统提示、工具说明", 800, False),
    ("问", 20, False),
    ("查航班", 30, True),
    ("返回的列表", 300, False),
    ("请确认", 25, True),
    ("可以", 5, False),
    ("订", 25, True),
    ("订单号", 20, False),
    ("答", 30, True),
)
TOTAL = sum(size for _, size, _ in PIECES)

f = Figure(
    480,
    214,
    "一条轨迹里算损失的只有一成",
    "横条按 token 数：系统提示和工具说明 800，用户 20，查航班的调用 30，返回 300，请确认 25，用户 5，订票的调用 25，订单号 20，回答 30；深色是模型写的，共 110 个，占 9%。",
)
x = 16.0
for name, size, mine in PIECES:
    wide = size * 448 / TOTAL
    f.bars(x, 44, 46, [("weight" if mine else "neutral-2", max(1.0, wide - 0.8))])
    if wide > 80:
        f.text(x + wide / 2, 73, name, anchor="middle", size=15)
    x += wide
mine = sum(size for _, size, own in PIECES if own)
f.text(16, 28, f"{TOTAL} 个 token 里，{mine} 个（{mine / TOTAL:.0%}）是模型写的", bold=True)
f.legend(16, 126, [("weight", "模型写的：算损失")])
f.legend(220, 126, [("neutral", "别人写的：遮住")], solid=False)
f.text(16, 164, "把返回也算进去，就是在教它编造航班列表；", "muted")
f.text(16, 190, "上线时可能不等结果，自己往下写", "muted")
f.save(__file__)
