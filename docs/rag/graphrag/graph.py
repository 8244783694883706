from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    300,
    "GraphRAG：先成图，再按社区写摘要",
    "从文档抽出实体和关系连成图，按连接紧密分成几个社区，每个社区写一份摘要；具体的问题从实体出发看邻居，全局的问题汇总各社区的摘要。",
)
NODES = {"甲": (52, 92), "乙": (112, 52), "丙": (116, 136), "丁": (208, 92), "戊": (262, 122), "己": (206, 156)}
for pair in ("甲乙", "甲丙", "乙丙", "丁戊", "丁己", "戊己", "丙己"):
    f.line(NODES[pair[0]], NODES[pair[1]], colour="neutral", dash=pair == "丙己", width=1.6)
for name, (x, y) in NODES.items():
    f.circle(x, y, 18, "data" if name in "甲乙丙" else "activation", name)
f.text(80, 200, "社区 1", "data", anchor="middle", bold=True)
f.text(232, 200, "社区 2", "activation", anchor="middle", bold=True)
for y, name, colour in ((52, "社区 1 的摘要", "data"), (112, "社区 2 的摘要", "activation")):
    f.box(330, y, 134, 44, colour, name)
f.arrow((281, 122), (330, 132), colour="neutral")
f.arrow((132, 46), (330, 66), colour="neutral")
f.text(16, 236, "具体的问题：从实体出发，看它的邻居和原文", "ink")
f.text(16, 262, "全局的问题：各社区的摘要分别作答，再汇总", "ink")
f.text(16, 288, "代价：建图要用模型读一遍全部文档", "muted")
f.save(__file__)
