from answerbook.drawing.canvas import Figure

ACTIVATION = (4, 9, 100, 4)

f = Figure(
    480,
    316,
    "SmoothQuant 把难度移给权重",
    "四个输入通道，第三个激活的最大值是 100，权重都是 1。按 α=0.5 缩放后，激活变成 2、3、10、2，权重也变成 2、3、10、2，两边都不再悬殊。",
)


def bars(left, top, name, values, colour, tallest):
    f.text(left + 88, top, name, anchor="middle", bold=True)
    for number, value in enumerate(values):
        tall = 84 * value / tallest
        x = left + 44 * number
        f.area(
            (x + 8, top + 106),
            (x + 8, top + 106 - tall),
            (x + 36, top + 106 - tall),
            (x + 36, top + 106),
            colour=colour,
            solid=True,
        )
        f.text(x + 22, top + 126, f"{value:g}", "muted", anchor="middle")
    f.line((left, top + 106), (left + 176, top + 106), colour="neutral", width=1.2)


scale = [value**0.5 for value in ACTIVATION]
f.text(16, 86, "缩放前", "muted")
f.text(16, 250, "缩放后", "muted")
bars(76, 20, "激活", ACTIVATION, "activation", 100)
bars(288, 20, "权重", (1, 1, 1, 1), "weight", 100)
bars(76, 180, "激活 ÷ s", [value / s for value, s in zip(ACTIVATION, scale, strict=True)], "activation", 12)
bars(288, 180, "权重 × s", scale, "weight", 12)
f.save(__file__)
