from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "LoRA 的结构",
    "输入 x 同时走两条路：冻结的 W0，和先降到 r 维的 A、再升回来的 B；两路相加得到输出 y。训练后 BA 并入 W0。",
)
f.text(236, 24, "y", anchor="middle", bold=True)
f.arrow((236, 62), (236, 32))
f.circle(236, 76, 14, "neutral", "+")
f.arrow((112, 130), (112, 76), (222, 76))
f.arrow((360, 130), (360, 76), (250, 76))
f.box(32, 130, 160, 120, "weight", "W_0\nd_{out} × d_{in}\n冻结", dash=True)
f.area((284, 130), (436, 130), (396, 182), (324, 182), colour="weight", edge=True)
f.text(360, 162, "B：d_{out} × r", anchor="middle")
f.area((324, 198), (396, 198), (436, 250), (284, 250), colour="weight", edge=True)
f.text(360, 230, "A：r × d_{in}", anchor="middle")
f.arrow((360, 198), (360, 182))
f.text(412, 196, "r 维", "weight")
f.arrow((236, 280), (112, 280), (112, 250))
f.arrow((236, 280), (360, 280), (360, 250))
f.line((236, 280), (236, 298))
f.text(236, 318, "x", anchor="middle", bold=True)
f.text(300, 66, "× α/r", "weight")
f.save(__file__)
