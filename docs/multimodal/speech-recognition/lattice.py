from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    400,
    "CTC 的前向表：同一列是一帧，往右只能平走、走一格、或跳过空白",
    "三列是三帧，五行依次是空白、a、空白、b、空白。每格是走到这里的概率之和：第三帧的 b 是 0.345，最后的空白是 0.072，相加得 0.417。",
)
FRAMES = [{"a": 0.6, "b": 0.1, "-": 0.3}, {"a": 0.3, "b": 0.3, "-": 0.4}, {"a": 0.1, "b": 0.5, "-": 0.4}]
STATES = "-a-b-"


def sources(s):
    skip = s >= 2 and STATES[s] != "-" and STATES[s] != STATES[s - 2]
    return [s] + [s - 1] * (s >= 1) + [s - 2] * skip


table = [[FRAMES[0][STATES[s]] if s < 2 else 0.0 for s in range(5)]]
for frame in FRAMES[1:]:
    table.append([sum(table[-1][p] for p in sources(s)) * frame[STATES[s]] for s in range(5)])


def at(t, s):
    return 150 + 135 * t, 75 + 68 * s


for t in range(3):
    f.text(at(t, 0)[0], 32, f"第 {t + 1} 帧", "muted", anchor="middle")
for s, name in enumerate(STATES):
    f.text(62, at(0, s)[1] + 5, "空白" if name == "-" else name, "muted", anchor="middle")
used = {(2, 3), (2, 4)}
for t in (1, 0):
    used |= {(t, p) for (u, s) in used if u == t + 1 for p in sources(s) if table[t][p] > 0}
for t in range(2):
    for s in range(5):
        for p in sources(s):
            if (t + 1, s) in used and (t, p) in used:
                (x, y), (x2, y2) = at(t, p), at(t + 1, s)
                length = ((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5
                a, b = 29 / length, (length - 31) / length
                f.arrow((x + (x2 - x) * a, y + (y2 - y) * a), (x + (x2 - x) * b, y + (y2 - y) * b), colour="neutral")
for t in range(3):
    for s in range(5):
        if (t, s) in used:
            colour = "accent" if t == 2 else "activation" if STATES[s] != "-" else "neutral"
            f.circle(*at(t, s), 27, colour, f"{table[t][s]:.3f}".rstrip("0"))
f.save(__file__)
