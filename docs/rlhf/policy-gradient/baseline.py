from answerbook.drawing.canvas import Figure

P, R = (0.5, 0.3, 0.2), (5.0, 5.5, 4.5)
V = sum(p * r for p, r in zip(P, R, strict=True))

f = Figure(
    480,
    290,
    "减掉基线，期望不变，抖动小",
    "三个动作各采到时，被采的那个 logit 的更新：不减基线是 +2.5、+3.85、+3.6，采到谁就猛推谁；减基线 5.05 之后是 −0.025、+0.315、−0.44，方向都对；两边的期望相同。",
)
for number, (name, base, scale) in enumerate((("不减基线", 0.0, 20), ("减基线 5.05", V, 20))):
    left = 16 + 236 * number
    f.text(left + 106, 22, name, anchor="middle", bold=True)
    f.line((left, 150), (left + 212, 150), colour="neutral", width=1.2)
    for place, (p, r) in enumerate(zip(P, R, strict=True)):
        push = (1 - p) * (r - base)
        x, tall = left + 16 + 70 * place, scale * push
        f.area((x, 150), (x, 150 - tall), (x + 40, 150 - tall), (x + 40, 150), colour="gradient", solid=True)
        low = 150 - tall - 8 if push > 0 else 150 - tall + 18
        f.text(x + 20, low, f"{push:+.3g}".replace("-", "−"), anchor="middle", size=15)
        f.text(x + 20, 202, f"采到 {place + 1}", "muted", anchor="middle", size=15)
        f.text(x + 20, 224, f"奖励 {r:g}", "muted", anchor="middle", size=15)
f.text(16, 258, "柱子是被采到的那个 logit 这一次动多少。", "muted")
f.text(16, 282, "左边最差的第 3 个也被猛推，要采很多次才平均得回来", "accent")
f.save(__file__)
