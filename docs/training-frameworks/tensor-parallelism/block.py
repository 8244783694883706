from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    330,
    "张量并行的一层",
    "两张卡。注意力按头分：每卡一半的 Q、K、V 投影和头，输出投影按行切，做一次 all-reduce；MLP 第一个矩阵按列切、第二个按行切，再做一次 all-reduce。前向两次，反向也是两次。",
)
for y, card in ((34, 1), (136, 2)):
    f.text(16, y + 36, f"卡 {card}", bold=True)
    for x, wide, colour, name in (
        (64, 96, "weight", f"QKV\n第 {card} 半的头"),
        (170, 56, "weight", "W_O\n按行"),
        (290, 56, "weight", "W_1\n按列"),
        (356, 56, "weight", "W_2\n按行"),
    ):
        f.box(x, y, wide, 60, colour, name, size=15)
    f.arrow((160, y + 30), (170, y + 30), width=1.3)
    f.arrow((226, y + 30), (240, y + 30), width=1.3)
    f.arrow((276, y + 30), (290, y + 30), width=1.3)
    f.arrow((346, y + 30), (356, y + 30), width=1.3)
    f.arrow((412, y + 30), (424, y + 30), width=1.3)
for x in (240, 424):
    f.box(x, 34, 36, 162, "accent", "全\n归\n约", solid=True)
f.text(142, 226, "注意力", anchor="middle")
f.text(348, 226, "MLP", anchor="middle")
f.text(16, 264, "每层前向 2 次 all-reduce，反向 2 次；", "muted")
f.text(16, 290, "每次一份 b·s·h，卡多也不减，又藏不住：留在机内。", "muted")
f.text(16, 316, "先按列、再按行：中间不用通信", "muted")
f.save(__file__)
