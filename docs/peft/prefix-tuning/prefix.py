from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    282,
    "前缀拼在每一层的 K、V 前",
    "一层里有两个真实 token 和一个前缀。前缀只有 K、V，没有查询；每个真实 token 都能看到前缀，从它那里取走一部分注意力。每一层都有自己的前缀，由 MLP 生成，训完只留前缀。",
)
for name, y in (("第 2 层", 28), ("第 1 层", 128)):
    f.text(16, y + 50, name, bold=True)
    f.box(96, y + 24, 96, 44, "accent", "前缀\nK、V", solid=False)
    for place, token in enumerate(("token 1", "token 2")):
        x = 216 + 120 * place
        f.box(x, y + 24, 104, 44, "kv", f"{token}\nK、V")
    f.arrow((388, y + 24), (388, y + 8), (144, y + 8), (144, y + 24), colour="accent")
    f.text(266, y + 3, "token 2 的查询也看前缀", "accent", anchor="middle", size=15)
f.box(96, 224, 96, 36, "accent", "MLP", dash=True)
f.arrow((144, 224), (144, 196), colour="accent")
f.text(204, 238, "训练时由 MLP 生成前缀，", "muted")
f.text(204, 262, "训完只留前缀本身", "muted")
f.save(__file__)
