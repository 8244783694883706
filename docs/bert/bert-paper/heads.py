from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    454,
    "BERT 的预训练与微调",
    "上半是预训练：[CLS] 小明 去 [MASK] 上学 [SEP] 下一句 [SEP] 送进双向编码器，[CLS] 的输出判断两句是否相邻，[MASK] 的输出猜出“北京”。下半是微调：同一个编码器换上分类、问答、标注三种头，全部参数一起训。",
)
f.text(16, 22, "预训练：两个目标一起训", bold=True)
tokens = (("[CLS]", 50), ("小明", 44), ("去", 32), ("[MASK]", 64), ("上学", 44), ("[SEP]", 52), ("他 学 物理", 90), ("[SEP]", 52))
x, middle = 10.0, {}
for name, width in tokens:
    middle.setdefault(name, x + width / 2)
    f.box(x, 172, width, 34, "accent" if name == "[MASK]" else "data", name)
    f.arrow((x + width / 2, 172), (x + width / 2, 148))
    x += width + 4.6
f.box(10, 108, 460, 40, "weight", "双向 Transformer 编码器", solid=True)
for name, left, width, text in (("[CLS]", 10, 150, "NSP：两句相邻"), ("[MASK]", 172, 150, "MLM：猜“北京”")):
    f.box(left, 38, width, 38, "weight", text)
    f.arrow((middle[name], 108), (middle[name], 76))
f.line((16, 226), (464, 226), colour="grid", width=1.2)
f.text(16, 252, "微调：只换头，全部参数一起训", bold=True)
columns = (
    (10, "[CLS] 上一层\n判类别", "一句评论\n分类"),
    (168, "每个 token\n起点、终点分", "问题加段落\n抽取式问答"),
    (326, "每个 token\n各判一类", "一句话\n实体识别"),
)
for left, head, task in columns:
    f.box(left, 268, 144, 48, "weight", head)
    f.arrow((left + 72, 346), (left + 72, 316))
    f.box(left, 346, 144, 34, "weight", "同一个编码器", solid=True)
    f.arrow((left + 72, 404), (left + 72, 380))
    f.box(left, 404, 144, 46, "data", task)
f.save(__file__)
