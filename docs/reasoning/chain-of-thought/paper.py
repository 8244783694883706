from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    270,
    "把中间结果写在纸上",
    "上：直接答，题目之后一次前向就要得出 9，减和加都在里面；下：思维链，先写出剩 3 个，再用 3+6 写出 9，每次前向只做一步，中间结果成了后面能读的 token。",
)
f.text(16, 24, "直接答：一次前向做两步", bold=True)
f.box(16, 38, 176, 44, "data", "23，用掉 20，又买 6")
f.box(236, 32, 124, 56, "weight", "一次前向\n减、加都在里面", size=15)
f.box(404, 38, 60, 44, "accent", "9 ？", solid=True)
f.arrow((192, 60), (236, 60))
f.arrow((360, 60), (404, 60))
f.text(16, 134, "思维链：一次只做一步", bold=True)
f.box(16, 148, 88, 52, "data", "23，20，6")
f.box(124, 148, 84, 52, "weight", "前向\n23 − 20", size=15)
f.box(228, 148, 60, 52, "activation", "3", solid=True)
f.box(308, 148, 84, 52, "weight", "前向\n3 + 6", size=15)
f.box(412, 148, 52, 52, "activation", "9", solid=True)
for start, end in ((104, 124), (208, 228), (288, 308), (392, 412)):
    f.arrow((start, 174), (end, 174), width=1.4)
f.text(258, 222, "写下来的 3，后面直接读", "activation", anchor="middle")
f.text(16, 258, "写 n 个 token，就把整个网络接力跑了 n 次", "muted")
f.save(__file__)
