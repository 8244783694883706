from answerbook.drawing.canvas import Figure

TEXT = "北京大学第三医院位于北京"
ENTITIES = ((0, 7, "机构"), (0, 3, "机构"), (0, 1, "地点"), (10, 11, "地点"))
CELL, LEFT, TOP = 21, 72, 58

f = Figure(
    480,
    352,
    "首尾表",
    "12 个字的首尾表，行是开头，列是结尾，右上三角共 78 格。四格填色：开头 0 结尾 1 的北京、结尾 3 的北京大学、结尾 7 的北京大学第三医院，同在第一行；开头 10 结尾 11 的北京在右下。",
)
n = len(TEXT)
f.text(LEFT, 22, "结尾", "muted")
f.text(16, TOP + 16, "开头", "muted")
for k, letter in enumerate(TEXT):
    f.text(LEFT + CELL * (k + 0.5), TOP - 8, letter, anchor="middle")
    f.text(LEFT - 4, TOP + CELL * (k + 0.78), letter, anchor="end")
found = {(a, b): "data" if kind == "机构" else "kv" for a, b, kind in ENTITIES}
rows = [[None if j < i else "+" + found[i, j] if (i, j) in found else "" for j in range(n)] for i in range(n)]
f.cells(LEFT, TOP, CELL, CELL, rows)
assert sum(cell is not None for row in rows for cell in row) == 78
f.box(336, 96, 16, 16, "data", solid=True)
f.text(360, 110, "机构")
f.box(336, 124, 16, 16, "kv", solid=True)
f.text(360, 138, "地点")
f.text(336, 180, "首行三格嵌套：", "accent")
f.text(336, 204, "逐字标签只能", "accent")
f.text(336, 228, "留下一格", "accent")
f.text(16, 340, "右上三角 78 格，每种类型一张表，分数大于 0 就是实体", "muted")
f.save(__file__)
