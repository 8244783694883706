from answerbook.drawing.canvas import Figure

TOTAL, RATE = 10_000_000, 0.001
bad = TOTAL * RATE
caught, harmed = bad * 0.95, (TOTAL - bad) * 0.01
caught_again, harmed_again = caught * 0.95, harmed * 0.05
first, second = caught / (caught + harmed), caught_again / (caught_again + harmed_again)

f = Figure(
    480,
    300,
    "两级过滤，精度从 8.7% 到 64%",
    f"一千万条里一万条违规；小分类器拦下约十一万条，其中真违规占 {first:.1%}；护栏模型只看这些，留下约一万四千条，真违规占 {second:.0%}。",
)
f.box(16, 16, 448, 40, "data", "每天 1000 万条，违规 0.1%")
f.arrow((240, 56), (240, 84))
f.text(252, 76, "小分类器：召回 95%，误报 1%", "muted", size=15)
for y, good, wrong, share, name in (
    (88, caught, harmed, first, "拦下 10.9 万"),
    (178, caught_again, harmed_again, second, "留下 1.4 万"),
):
    wide = 448 if y == 88 else 320
    f.bars(80 if wide == 320 else 16, y, 36, [("activation", wide * share), ("accent", wide * (1 - share))])
    middle = (80 if wide == 320 else 16) + wide * (share + 1) / 2
    f.text(
        middle,
        y + 24,
        f"误伤 {wrong / 10000:.2g} 万" if wrong > 9999 else f"误伤 {wrong:.0f}",
        "paper",
        anchor="middle",
        size=15,
    )
    f.text(16 if y == 88 else 80, y + 56, f"真违规 {good:.0f}", "activation", size=15, bold=True)
    f.text(
        464 if y == 88 else 400,
        y + 56,
        f"{name}，精度 {share:.1%}" if y == 88 else f"{name}，精度 {share:.0%}",
        anchor="end",
        size=15,
    )
f.arrow((240, 130), (240, 174))
f.text(252, 168, "护栏模型：召回 95%，误报 5%", "muted", size=15)
f.text(16, 266, "条长只表示比例。总召回两级相乘：95% × 95% ≈ 90%，", "muted")
f.text(16, 290, "精度是靠多漏一点换来的", "muted")
f.save(__file__)
