from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    292,
    "环境的里与外",
    "左边一个大框是沙箱，里面是初始状态、工具和 Agent，Agent 与工具来回；右边判定在沙箱外面，只收到最终状态，给出奖励。下面一排四道验收：标准解过、空动作不过、乱改不过、重复一致。",
)
f.box(16, 40, 264, 128, "neutral", empty=True, dash=True)
f.text(24, 30, "沙箱：每条轨迹一个，用完即毁", "muted")
f.box(32, 60, 96, 40, "data", "任务")
f.box(32, 114, 96, 40, "neutral", "初始状态")
f.box(168, 60, 96, 40, "weight", "Agent")
f.box(168, 114, 96, 40, "neutral", "工具")
f.arrow((128, 80), (168, 80))
f.arrow((128, 134), (168, 134))
f.arrow((216, 100), (216, 114), both=True)
f.arrow((264, 134), (352, 134), colour="activation")
f.text(316, 126, "终态", "activation", anchor="middle")
f.box(352, 114, 112, 40, "accent", "判定（在外）", bold=True)
f.arrow((408, 114), (408, 100))
f.box(352, 60, 112, 40, "optimizer", "奖励")
f.text(16, 204, "上线前四道验收", bold=True)
for number, gate in enumerate(("标准解过", "空动作不过", "乱改不过", "重复一致")):
    f.box(16 + 114 * number, 218, 106, 38, "activation", gate)
f.text(16, 282, "测试、答案、将来的提交都不在沙箱里", "accent")
f.save(__file__)
