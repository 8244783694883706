from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "专家并行的两次 all-to-all",
    "两张卡各有两个专家和几个 token。先按路由把 token 送到专家所在的卡，各专家计算，再把结果送回 token 原来的卡。送去、送回各一次 all-to-all。",
)
COLOURS = {1: "weight", 2: "activation", 3: "data", 4: "optimizer"}
WANTED = ((1, 3, 2, 4), (3, 1, 4, 2))
HELD = ((1, 2), (3, 4))
for card in range(2):
    left = 70 + 214 * card
    f.text(left + 90, 22, f"卡 {card + 1}", anchor="middle", bold=True)
    for y in (34, 258):
        for place, expert in enumerate(WANTED[card]):
            f.box(left + 45 * place, y, 40, 32, COLOURS[expert], f"→{expert}" if y < 100 else "完")
    for place, expert in enumerate(HELD[card]):
        f.box(left + 92 * place, 140, 86, 44, COLOURS[expert], f"专家 {expert}", solid=True)
for card in range(2):
    for place, expert in enumerate(WANTED[card]):
        owner = 0 if expert in HELD[0] else 1
        start = 70 + 214 * card + 45 * place + 20
        end = 70 + 214 * owner + 92 * HELD[owner].index(expert) + (26 if card == 0 else 60)
        f.line((start, 66), (end, 140), colour=COLOURS[expert], width=1.4)
        f.line((end, 184), (start, 258), colour=COLOURS[expert], width=1.4)
f.text(8, 108, "送去", "accent", bold=True)
f.text(8, 226, "送回", "accent", bold=True)
f.text(8, 56, "token", "muted")
f.text(240, 318, "数字是路由选的专家；跨卡的那些就是通信", "muted", anchor="middle")
f.save(__file__)
