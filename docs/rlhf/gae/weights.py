from answerbook.drawing.canvas import Figure

GAMMA = 1.0

f = Figure(
    480,
    262,
    "λ 决定往后看几步",
    "每一步的时序误差按 (γλ) 的幂加权：λ=0 只看眼前一步，λ=0.8 权重逐步下降，λ=1 后面全部一样重。γ 取 1，画前 12 步。",
)
for group, (value, note) in enumerate(((0.0, "只看一步：偏差大"), (0.8, "折中"), (1.0, "看到底：方差大"))):
    left = 16 + 156 * group
    f.text(left + 66, 22, f"λ = {value:g}", anchor="middle", bold=True)
    f.line((left, 176), (left + 136, 176), colour="neutral", width=1.2)
    for step in range(12):
        weight = (GAMMA * value) ** step if step else 1.0
        x, tall = left + 2 + 11 * step, 130 * weight
        if tall > 0.5:
            f.area((x, 176), (x, 176 - tall), (x + 9, 176 - tall), (x + 9, 176), colour="gradient", solid=True)
    f.text(left + 66, 200, note, "muted", anchor="middle")
f.text(240, 228, "横轴：第 0、1、2……步的 δ；高度：它在优势里的权重", anchor="middle")
f.text(240, 254, "δ = 奖励 + γ·下一步的价值 − 这一步的价值", "muted", anchor="middle")
f.save(__file__)
