from answerbook.drawing.canvas import Figure

PROMPTS, GROUP, BATCH = 512, 16, 512
rollouts = PROMPTS * GROUP
updates = rollouts // BATCH

f = Figure(
    480,
    248,
    "采一次，更新十六次，策略越走越远",
    f"用 π0 采 {rollouts} 条，分成 {updates} 个小批依次更新；第 1 次更新时策略就是 π0，第 2 次是 π1，第 16 次是 π15，离采样的策略差 15 步。",
)
f.box(16, 20, 448, 40, "data", f"π_0 采样：{PROMPTS} 题 × {GROUP} 条 = {rollouts} 条")
wide = 448 / updates
for number in range(updates):
    x = 16 + wide * number
    name = "gradient" if number else "activation"
    f.box(x + 2, 84, wide - 4, 34, name, solid=number == 0)
f.arrow((29, 60), (29, 84))
f.arrow((240, 60), (240, 84))
f.arrow((451, 60), (451, 84))
f.text(16, 142, "第 1 次：π_0", "activation", bold=True, size=15)
f.text(240, 142, "每批 512 条", "muted", anchor="middle", size=15)
f.text(464, 142, f"第 {updates} 次：π_{{15}}", "gradient", anchor="end", bold=True, size=15)
f.area((16, 196), (464, 196), (464, 158), colour="accent", edge=True)
f.text(452, 188, "ρ 离开 1", "accent", anchor="end", bold=True)
f.text(16, 238, "ρ 超出 0.8–1.28 的 token，靠裁剪兜底；下一轮重新采样", "muted")
f.save(__file__)
