from answerbook.drawing.canvas import Axes, Figure

f = Figure(
    480,
    326,
    "越压越猛，还是越压越轻",
    "横轴是坏词现在的概率，纵轴是往下压的力气：取负的 SFT 是 1−p，概率越小压得越猛；unlikelihood 是 p，越小越轻；PPO 的裁剪在比值低于 0.8 之后为 0。",
)
START = 0.5
a = Axes(f, (0, 0.6), (0, 1.05), left=62, top=40, right=24)
a.draw(
    [(v, f"{v:g}") for v in (0, 0.1, 0.2, 0.3, 0.4, 0.5)],
    [(0, "0"), (0.5, "0.5"), (1, "1")],
    "坏词现在的概率 p",
    "往下压的力气",
)
ps = [p / 200 for p in range(121)]
a.curve([(p, 1 - p) for p in ps], "accent", width=2.6)
a.curve([(p, p) for p in ps], "activation", width=2.6)
clip = 0.8 * START
a.curve([(p, p * (1 - p) / START) for p in ps if clip <= p <= START], "weight", width=3)
a.curve([(0, 0.012), (clip, 0.012)], "weight", width=3)
f.line(a.at(clip, 0), a.at(clip, clip * (1 - clip) / START), colour="weight", dash=True)
f.text(*a.at(0.02, 0.55), "取负的 SFT：越小压得越猛", "accent", bold=True)
f.text(*a.at(0.43, 0.27), "unlikelihood：\n越小越轻", "activation", bold=True)
f.text(*a.at(0.13, 0.035), "PPO：到 0.4 就停", "weight", bold=True)
f.save(__file__)
