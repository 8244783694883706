from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    340,
    "块表把逻辑块映射到物理块",
    "一条请求有 9 个 token，块大小是 4：逻辑块 0、1、2 经块表分别指向物理块 7、2、11，三块在显存里不相邻；前两块填满，第三块只用了一格。",
)
f.text(16, 22, "一条请求看到的", bold=True)
f.text(200, 22, "块表", bold=True)
f.text(332, 22, "显存里的物理块", bold=True)
TABLE = (7, 2, 11)
PLACE = {block: 40 + 34 * row for row, block in enumerate((2, 3, 5, 7, 8, 11, 12, 14))}
for number, block in enumerate(TABLE):
    y = 44 + 64 * number
    filled = 4 if number < 2 else 1
    f.cells(16, y, 30, 30, [["+kv" if slot < filled else "" for slot in range(4)]])
    for slot in range(filled):
        f.text(31 + 30 * slot, y + 21, f"{4 * number + slot}", "paper", anchor="middle", size=15)
    f.text(16, y + 50, f"逻辑块 {number}", "muted")
    f.box(200, y, 56, 30, "neutral", str(block))
    f.arrow((136, y + 15), (200, y + 15))
    f.arrow((256, y + 15), (344, PLACE[block] + 13))
for block, y in PLACE.items():
    mine = block in TABLE
    filled = 4 if block in (7, 2) else 1 if mine else 4 if block in (3, 8, 14) else 0
    f.text(376, y + 19, str(block), "ink" if mine else "muted", anchor="end")
    colour = "+kv" if mine else "neutral"
    f.cells(384, y, 20, 26, [[colour if slot < filled else "" for slot in range(4)]])
f.text(16, 254, "用到才分一块；", "muted")
f.text(16, 278, "最多浪费末块里", "muted")
f.text(16, 302, "没填的几格", "muted")
f.legend(200, 332, [("kv", "这条请求"), ("neutral", "别的请求")])
f.save(__file__)
