from answerbook.drawing.canvas import Steps

SIDE, LEFT, TOP = 34, 62, 62
SEEN, LEAK, FUTURE, PAD, OTHER, WRONG = "+activation", "+accent", "", "neutral", "data", "accent"

f = Steps(
    480,
    286,
    "四种掩码怎样叠在一起",
    "两条各三个 token 的样本拼成一条：块对角的下三角，第二条的三行看不到第一条的三列，位置编号各自从 0 数起。",
)


def grid(said, title, keys, rows, cell, queries=None, notes=(), strong=()):
    """A mask: `cell(i, j)` is what a query and a key are to each other, both counted from 0 among all tokens."""
    figure = f.step(said)
    figure.text(16, 22, title, bold=True)
    columns = range(len(keys))
    cells = [[cell(i, j) for j in columns] for i in rows]
    figure.cells(LEFT, TOP, SIDE, SIDE, cells)
    for j in columns:
        figure.text(LEFT + (j + 0.5) * SIDE, TOP - 9, keys[j], "muted", anchor="middle", size=15)
    for line, i in enumerate(rows):
        y = TOP + (line + 0.5) * SIDE + 6
        figure.text(LEFT - 8, y, (queries or keys)[i], "accent" if i in strong else "muted", anchor="end", size=15)
    seen = sum(one in (SEEN, LEAK) for row in cells for one in row)
    x, y = 300, 80
    kinds = {one for row in cells for one in row}
    for kind, name in NAMES.items():
        if kind in kinds:
            name = EMPTY if kind == WRONG and PAD in kinds else name
            figure.cells(x, y - 13, 16, 16, [[kind]])
            figure.text(x + 24, y, name)
            y += 28
    figure.text(x, y + 6, f"看得见 {seen} / {len(cells) * len(columns)} 格", "muted")
    for note in notes:
        y += 28
        figure.text(x, y + 6, note, "muted", size=15)
    return figure


NAMES = {
    SEEN: "看得见",
    LEAK: "看到了别的样本",
    FUTURE: "未来，挡住",
    PAD: "填充，挡住",
    OTHER: "别的样本，挡住",
    WRONG: "该看而看不到",
}
EMPTY = "整行被挡：NaN"
SIX = range(6)
WORDS = ("我", "爱", "吃", "北京", "烤", "鸭")


def causal(i, j):
    return SEEN if j <= i else FUTURE


grid("没有掩码：每个位置看得到全句，BERT 这样的编码器就是这样。拿来预测下一个词，就是看着答案答题。", "双向", WORDS, SIX, lambda i, j: SEEN)
grid("因果掩码：只看自己和前面，含对角线的下三角。看得见 (s+1)/2s，6 个 token 是 21 / 36。", "因果", WORDS, SIX, causal, notes=("对角线要留着：", "第 1 行只看自己"))

right = (*WORDS[:4], "填", "填")
grid(
    "右填充：填充排在后面，因果掩码已经让真的 token 看不到它。填充的行算了也不要，损失里忽略就行。",
    "右填充",
    right,
    SIX,
    lambda i, j: PAD if j >= 4 else causal(i, j),
    notes=("真的 4 行与没有", "填充时一样"),
)
left = ("填", "填", *WORDS[:4])
grid(
    "左填充（批量生成时用）：填充排在前面，因果掩码挡不住，要再挡掉这两列；前两行便整行被挡。",
    "左填充",
    left,
    SIX,
    lambda i, j: WRONG if i < 2 else PAD if j < 2 else causal(i, j),
    notes=("整行 −∞ 的 softmax", "是 0 / 0，单独处理"),
    strong=(0, 1),
)

packed = ("甲1", "甲2", "甲3", "乙1", "乙2", "乙3")
grid(
    "两条样本拼成一条（packing），只用因果掩码：乙的三行看到了甲的三列，上下文里混进了别的样本。",
    "拼接，只有因果掩码",
    packed,
    SIX,
    lambda i, j: LEAK if i >= 3 > j else causal(i, j),
    notes=("位置 0 到 5 连着数", "也不对"),
)
grid(
    "再按样本挡：块对角的下三角，每条内部因果，条与条之间全挡，位置编号各自从 0 数起。",
    "拼接，块对角",
    packed,
    SIX,
    lambda i, j: OTHER if i >= 3 > j else causal(i, j),
    notes=("位置：0 1 2 0 1 2", "与分开算结果一样"),
)
numbers = tuple(f"k{j + 1}" for j in SIX)
queries = {4: "q5", 5: "q6"}
grid(
    "缓存里有 4 个键，这次来 2 个查询。is_causal 按左上角对齐，就把它们当成第 1、2 个：只看到一两个键，错。",
    "查询少于键，左上对齐",
    numbers,
    (4, 5),
    lambda i, j: SEEN if j <= i - 4 else WRONG if j <= i else FUTURE,
    queries=queries,
)
grid(
    "按右下角对齐才对：第 5 个查询看 5 个键，第 6 个看 6 个，就是整张因果掩码的最后两行。",
    "查询少于键，右下对齐",
    numbers,
    (4, 5),
    causal,
    queries=queries,
)
grid(
    "逐个解码时查询只有一个，排在最末，全部的键都在它前面，不用加掩码；再写 is_causal 反而只看到第一个键。",
    "一个查询",
    numbers,
    (5,),
    causal,
    queries=queries,
)
f.save(__file__, 6)
