from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    304,
    "自注意力与交叉注意力的来源",
    "左：自注意力的 Q、K、V 都来自同一个序列；右：交叉注意力的 Q 来自正在生成的一侧，K、V 来自另一个序列（编码器、图像），分数是 t×s 的长方形。",
)


def mixed(left, title, query, other, same, shape):
    f.text(left + 104, 22, title, anchor="middle", bold=True)
    f.box(left + 4, 236, 200 if same else 92, 38, "data", query)
    if not same:
        f.box(left + 112, 236, 92, 38, "kv", other)
    for x, name, colour in ((left + 16, "Q", "activation"), (left + 80, "K", "kv"), (left + 144, "V", "kv")):
        f.box(x, 158, 48, 36, colour, name)
    f.arrow((left + 40, 236), (left + 40, 194))
    for x in (left + 104, left + 168):
        f.arrow((x if same or x > left + 112 else left + 130, 236), (x, 194))
    f.box(left + 16, 92, 112, 36, "activation", shape)
    f.arrow((left + 40, 158), (left + 56, 128))
    f.arrow((left + 104, 158), (left + 88, 128))
    f.box(left + 16, 40, 176, 28, "activation", "输出")
    f.arrow((left + 72, 92), (left + 72, 68))
    f.arrow((left + 168, 158), (left + 168, 68))


mixed(8, "自注意力", "同一个序列，s 个", "", True, "权重 s×s")
mixed(256, "交叉注意力", "解码侧，t", "编码侧，s", False, "权重 t×s")
f.text(240, 298, "K、V 来自编码侧，算一次就固定，可以一直缓存", "muted", anchor="middle")
f.save(__file__)
