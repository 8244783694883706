from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    296,
    "逐个启动与 CUDA Graph",
    "上：CPU 逐个提交核函数，每个都比 GPU 算得慢，GPU 一段段空等；中：融合之后核函数变少；下：CUDA Graph 一次提交整张图，GPU 连着算。",
)
LEFT, UNIT = 64, 38


def line(y, name, starts, kernel, launch, whole):
    f.text(16, y, name, bold=True)
    f.text(16, y + 30, "CPU", "muted")
    f.text(16, y + 62, "GPU", "muted")
    for number, start in enumerate(starts):
        if whole is None:
            f.box(LEFT + start * UNIT, y + 12, launch * UNIT - 3, 26, "neutral", radius=2, line=1)
        f.box(
            LEFT + (start + launch) * UNIT if whole is None else LEFT + (whole + number * kernel) * UNIT,
            y + 44,
            kernel * UNIT - 3,
            26,
            "activation",
            radius=2,
            line=1,
        )
    if whole is not None:
        f.box(LEFT, y + 12, whole * UNIT - 3, 26, "neutral", radius=2, line=1)


line(22, "逐个启动：GPU 等 CPU", [number * 1.4 for number in range(7)], 0.7, 1.4, None)
line(120, "融合：启动少了，每个也大些", [number * 1.4 for number in range(4)], 1.1, 1.4, None)
line(218, "CUDA Graph：一次提交，GPU 连着算", range(7), 0.7, 0.9, 0.9)
f.save(__file__)
