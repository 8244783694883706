from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    290,
    "ALBERT 省在两处",
    "左：BERT 12 层各一套参数，词嵌入直接 30000×768；右：ALBERT 12 层共用一套，词嵌入分解成 30000×128 和 128×768。层数和每层的计算没有变。",
)
f.text(112, 22, "BERT-base", anchor="middle", bold=True)
f.text(364, 22, "ALBERT-base", anchor="middle", bold=True)
f.line((238, 12), (238, 278), colour="grid", width=1.2)
for number in range(6):
    y = 150 - 22 * number
    f.box(48, y, 128, 18, "weight", solid=True, radius=2)
    f.box(300, y, 128, 18, "weight", solid=number == 0, dash=number > 0, empty=number > 0, radius=2)
    if number:
        f.line((436, 159), (446, 159), (446, y + 9), (432, y + 9), colour="accent", width=1.2)
f.text(112, 190, "12 层，12 套", "muted", anchor="middle")
f.text(364, 190, "12 层，1 套", "accent", anchor="middle", bold=True)
f.box(40, 206, 144, 38, "data", "30000 × 768")
f.box(256, 206, 108, 38, "data", "30000 × 128")
f.box(372, 206, 92, 38, "data", "128 × 768")
f.text(112, 268, "2304 万", "muted", anchor="middle")
f.text(364, 268, "394 万", "accent", anchor="middle", bold=True)
f.save(__file__)
