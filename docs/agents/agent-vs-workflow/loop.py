from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    316,
    "固定工作流与 Agent",
    "左：工作流的每一步和分支由程序写死，模型只填每一步的内容；右：Agent 里模型决定下一步，调用工具，看结果，再决定，直到它认为完成或到了上限。",
)
f.text(104, 22, "工作流：路是写死的", anchor="middle", bold=True)
f.text(356, 22, "Agent：模型选路", anchor="middle", bold=True)
for number, (name, colour) in enumerate((("分类", "weight"), ("检索", "neutral"), ("回答", "weight"))):
    y = 52 + 84 * number
    f.box(40, y, 128, 44, colour, name)
    if number:
        f.arrow((104, y - 40), (104, y))
f.text(104, 290, "步数固定，好测", "muted", anchor="middle")
f.line((226, 12), (226, 304), colour="grid", width=1.2)
f.box(292, 44, 128, 44, "data", "目标")
f.arrow((356, 88), (356, 116))
f.box(274, 116, 164, 52, "weight", "模型：决定\n下一步")
f.box(256, 214, 92, 44, "neutral", "调用工具")
f.box(372, 214, 92, 44, "data", "看结果")
f.arrow((310, 168), (302, 214))
f.arrow((348, 236), (372, 236))
f.arrow((418, 214), (400, 168), colour="accent")
f.text(444, 196, "再来", "accent", anchor="middle")
f.text(356, 290, "步数不定，要有上限", "muted", anchor="middle")
f.save(__file__)
