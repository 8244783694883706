from answerbook.drawing.canvas import Figure

EXPERT, LAYERS, EXPERTS, USED = 3 * 7168 * 2048, 58, 257, 9
TOTAL, ACTIVE = 671e9, 37e9
total, active = LAYERS * EXPERTS * EXPERT, LAYERS * USED * EXPERT

f = Figure(
    480,
    256,
    "专家占了总数的九成八，激活的只有一小条",
    f"总参数 671B，其中专家 {total / 1e9:.0f}B；每个 token 激活 37B，其中专家 {active / 1e9:.0f}B，其余 14B 是注意力、稠密层、嵌入和输出层。",
)
f.text(16, 24, "总共 671B：要装得下", bold=True)
f.bars(16, 36, 36, [("weight", 448 * total / TOTAL), ("neutral", 448 * (1 - total / TOTAL))])
f.text(240, 60, f"专家 {total / 1e9:.0f}B", "paper", anchor="middle")
f.text(16, 114, "每个 token 激活 37B：要算得动", bold=True)
f.bars(16, 126, 36, [("weight", 448 * active / TOTAL), ("neutral", 448 * (ACTIVE - active) / TOTAL)])
f.text(56, 150, "和上面同一把尺子", "muted")
left, wide = 16, 448
f.line((16, 162), (16, 182), colour="grid")
f.line((16 + 448 * ACTIVE / TOTAL, 162), (464, 182), colour="grid")
f.bars(left, 182, 36, [("weight", wide * active / ACTIVE), ("neutral", wide * (1 - active / ACTIVE))])
f.text(left + wide * active / ACTIVE / 2, 206, f"8 + 1 个专家 {active / 1e9:.0f}B", "paper", anchor="middle")
f.text(left + wide * (1 + active / ACTIVE) / 2, 206, f"其余 {(ACTIVE - active) / 1e9:.0f}B", "paper", anchor="middle")
f.text(16, 246, "其余：注意力、稠密层、嵌入、输出层", "muted")
f.save(__file__)
