from answerbook.drawing.canvas import Figure

N, SIDE = 4, 22

f = Figure(
    480,
    400,
    "四种集合通信",
    "四张卡，每卡四块。AllGather：各有一块，都拿到四块；ReduceScatter：各有四块，求和后每卡拿一块；AllReduce：求和后每卡都有四块，等于先 ReduceScatter 再 AllGather；All-to-All：转置，第 i 卡的第 j 块给第 j 卡。",
)
CARD = ("weight", "activation", "data", "optimizer")


def grid(left, top, cells):
    f.cells(left, top, SIDE, SIDE, cells, gap=2)


def operation(left, top, name, before, after, note):
    f.text(left, top, name, bold=True)
    grid(left, top + 14, before)
    f.arrow((left + 100, top + 60), (left + 122, top + 60))
    grid(left + 128, top + 14, after)
    f.text(left, top + 134, note, "muted", size=15)


rows = range(N)
own = [[f"+{CARD[i]}" if j == i else "" for j in rows] for i in rows]
every = [[f"+{CARD[j]}" for j in rows] for _ in rows]
full = [[CARD[i] for _ in rows] for i in rows]
summed = [["+gradient" if j == i else "" for j in rows] for i in rows]
reduced = [["+gradient"] * N for _ in rows]
turned = [[CARD[j] for j in rows] for i in rows]
operation(8, 24, "AllGather", own, every, "各出一块，人人拿全")
operation(248, 24, "ReduceScatter", full, summed, "求和，各拿一块")
operation(8, 208, "AllReduce", full, reduced, "求和，人人拿全")
operation(248, 208, "All-to-All", full, turned, "转置：第 j 块给第 j 卡")
f.text(8, 386, "一行是一张卡；颜色是数据的来处，棕色是四卡之和", "muted")
f.save(__file__)
