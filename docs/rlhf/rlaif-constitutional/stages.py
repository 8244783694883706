from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    270,
    "宪法式对齐的两段",
    "人写的准则供给两段。第一段：初答、批评、改写、SFT。第二段：两个回答、模型选、奖励模型、强化学习。",
)
f.box(176, 108, 128, 40, "accent", "人写的准则", bold=True)
for y, name, words, colours in (
    (40, "一、监督", ("初答", "批评", "改写", "SFT"), ("data", "data", "data", "weight")),
    (178, "二、强化学习", ("两个回答", "选一个", "奖励模型", "PPO"), ("data", "data", "weight", "weight")),
):
    f.text(16, y - 12 if y < 100 else y + 66, name, bold=True)
    for number, (word, colour) in enumerate(zip(words, colours, strict=True)):
        x = 16 + 116 * number
        f.box(x, y, 92, 42, colour, word)
        if number:
            f.arrow((x - 22, y + 21), (x - 2, y + 21))
f.arrow((178, 108), (178, 84), colour="accent")
f.arrow((294, 108), (294, 84), colour="accent")
f.arrow((178, 148), (178, 176), colour="accent")
f.text(320, 134, "两段都照它", "muted")
f.save(__file__)
