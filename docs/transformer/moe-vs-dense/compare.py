from answerbook.drawing.canvas import Figure

ROWS = (("稠密", 8, 8, 1), ("8 个专家选 1，各 800 万", 64, 8, 8), ("8 个专家选 1，各 100 万", 8, 1, 8))
UNIT = 448 / 64

f = Figure(
    480,
    274,
    "总参数与每个 token 的计算",
    "三行横条，深色是每个 token 用到的参数：稠密 800 万全用；8 个 800 万的专家选 1，总共 6400 万，仍只用 800 万；8 个 100 万的选 1，总共 800 万，只用 100 万。",
)
for number, (name, total, active, experts) in enumerate(ROWS):
    y = 14 + 78 * number
    f.text(16, y + 16, name, bold=True)
    wide = total * UNIT / experts
    for expert in range(experts):
        chosen = expert == 0
        f.box(16 + wide * expert, y + 24, wide - 1.5, 28, "weight", solid=chosen, radius=1, line=1)
    f.text(464, y + 16, f"总 {total * 100} 万，每 token 算 {active * 100} 万", "muted", anchor="end")
f.text(16, 262, "深色是一个 token 用到的参数。要比，先说固定的是哪一个", "muted")
f.save(__file__)
