from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    312,
    "Ring Attention：Q 不动，K、V 转一圈",
    "四张卡，每张拿序列的四分之一。每一轮各卡用自己的 Q 对手里的那块 K、V 算一次注意力并合并，同时把 K、V 传给下一张卡；四轮之后每块 Q 都见过全部 K、V。",
)
for number in range(4):
    x = 16 + 116 * number
    f.box(x, 30, 100, 116, "neutral", empty=True, dash=True)
    f.text(x + 50, 22, f"卡 {number + 1}", anchor="middle", bold=True)
    f.box(x + 12, 44, 76, 36, "activation", f"Q_{number + 1}")
    f.box(x + 12, 96, 76, 36, "kv", f"K_{number + 1} V_{number + 1}", solid=True)
    if number < 3:
        f.arrow((x + 88, 114), (x + 128, 114), colour="kv", width=2.2)
f.arrow((448, 132), (448, 162), (66, 162), (66, 132), colour="kv", width=2.2)
f.text(240, 184, "K、V 每轮往下传一张卡，和计算重叠", "kv", anchor="middle")
f.text(16, 218, "第 1 张卡四轮见到的 K、V：", bold=True)
for number, block in enumerate((1, 4, 3, 2)):
    f.box(16 + 116 * number, 230, 100, 36, "kv", f"第 {number + 1} 轮：{block}", solid=number == 0)
f.text(16, 298, "每轮的结果用在线 softmax 合并，和一次算完相同", "muted")
f.save(__file__)
