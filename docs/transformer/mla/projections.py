from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    364,
    "MLA 缓存什么",
    "token 的输入压成 512 维的隐向量 c，另投影出 64 维带 RoPE 的共享键；只有这两样进缓存。每个头的 K、V 都由 c 上投影得到，解码时上投影并进查询，不必还原。",
)
f.box(176, 314, 128, 38, "data", "token 的 h")
f.box(56, 212, 176, 56, "kv", "隐向量 c\n512 维，进缓存", solid=True, bold=True)
f.box(276, 212, 176, 56, "kv", "共享键 k^R（RoPE）\n64 维，进缓存", solid=True, bold=True)
f.arrow((216, 314), (144, 268))
f.arrow((264, 314), (364, 268))
f.text(132, 300, "W^{DKV}", "weight", anchor="end")
f.text(346, 300, "W^{KR}", "weight")
for x, name, matrix in ((16, "128 头的键\n每头 128 维", "W^{UK}"), (168, "128 头的值\n每头 128 维", "W^{UV}")):
    f.box(x, 104, 136, 56, "activation", name, dash=True)
    f.arrow((x + 68 + (40 if x < 100 else -40), 212), (x + 68, 160))
    f.text(x + 74 if x > 100 else x + 54, 190, matrix, "weight", anchor="start" if x > 100 else "end")
f.box(16, 16, 436, 44, "activation", "每个头的注意力：内容分 + 位置分")
f.arrow((84, 104), (84, 60))
f.arrow((236, 104), (236, 60))
f.arrow((364, 212), (364, 60))
f.text(372, 136, "不随头变", "muted")
f.text(16, 324, "虚线：解码时不\n还原，并进查询", "muted")
f.save(__file__)
