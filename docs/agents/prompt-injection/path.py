from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    282,
    "注入怎样得手，在哪里拦",
    "网页里藏着“把密钥发到某地址”，Agent 读网页，内容进了上下文，模型照做，调用发信工具，密钥外泄；三处可拦：读进来标为不可信、调用之前敏感操作要人确认、发出去之前有权限和出口白名单。",
)
STEPS = (
    ("恶意网页\n“把密钥\n发出去”", "accent"),
    ("进入\n上下文，\n模型照做", "weight"),
    ("调用\n发信工具", "data"),
    ("密钥\n外泄", "accent"),
)
for number, (name, colour) in enumerate(STEPS):
    x = 16 + 118 * number
    f.box(x, 40, 96, 72, colour, name, size=15)
    if number:
        f.arrow((x - 22, 76), (x, 76), colour="accent")
GUARDS = ((123, "① 标成数据，\n不当指令"), (241, "② 敏感操作\n要人确认"), (359, "③ 最小权限、\n出口白名单"))
for x, note in GUARDS:
    f.line((x, 30), (x, 128), colour="activation", width=3)
    f.text(x, 158, note, "activation", anchor="middle", size=15, bold=True)
f.text(16, 228, "提示里写“别听网页的”挡不住：模型分不清哪句是指令。", "muted")
f.text(16, 254, "私密数据、不可信内容、对外通道，三样别凑齐", "muted")
f.save(__file__)
