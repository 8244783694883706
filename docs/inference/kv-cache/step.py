from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "有没有 KV 缓存，每一步算什么",
    "连续四步生成。不缓存时第 t 步把前面 t 个 token 全部重算；有缓存时每步只算新来的一个，前面的键和值直接从缓存读。",
)
SIDE = 30
for left, name, cached in ((40, "不缓存：整段重算", False), (280, "有缓存：只算新的", True)):
    f.text(left + 80, 24, name, anchor="middle", bold=True)
    for step in range(4):
        y = 48 + 50 * step
        f.text(left - 8, y + 21, f"{step + 1}", "muted", anchor="end")
        new = step + 1
        row = [("kv" if cached and token < step else "+activation") if token < new else "" for token in range(4)]
        f.cells(left, y, SIDE, SIDE, [row], gap=6)
    total = "合计算 4 个 token" if cached else "合计算 10 个 token"
    f.text(left + 70, 260, total, anchor="middle")
f.text(8, 36, "步", "muted")
f.legend(96, 290, [("activation", "这一步要算的")])
f.legend(264, 290, [("kv", "从缓存读的 K、V")], solid=False)
f.save(__file__)
