from math import cos, sin

from answerbook.drawing.canvas import Figure

RADIUS = 72

f = Figure(
    480,
    268,
    "各自转绝对的角，夹角只看相对位置",
    "两个圆。左：查询在位置 3，键在位置 1，每个位置转 1 弧度，夹角是 2 弧度；右：两者都往后挪 2 个位置，各自多转 2 弧度，夹角仍是 2 弧度，内积不变。",
)


def clock(x, query, key):
    y = 112
    f.parts.append(f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="none" stroke="#61666b" stroke-width="1.2"/>')
    for turn, colour, name in ((query, "weight", f"q（{query}）"), (key, "kv", f"k（{key}）")):
        tip = (x + RADIUS * cos(turn), y - RADIUS * sin(turn))
        f.arrow((x, y), tip, colour=colour, width=2.6)
        away = (x + (RADIUS + 12) * cos(turn), y - (RADIUS + 12) * sin(turn) + 5)
        f.text(
            *away,
            name,
            colour,
            anchor="start" if cos(turn) > 0.3 else "end" if cos(turn) < -0.3 else "middle",
            bold=True,
        )
    steps = [key + (query - key) * part / 24 for part in range(25)]
    f.line(*((x + 26 * cos(turn), y - 26 * sin(turn)) for turn in steps), colour="accent", width=2)


clock(140, 3, 1)
clock(378, 5, 3)
f.text(240, 226, "括号里是位置；夹角都是 3 − 1 = 5 − 3 = 2 弧度", "accent", anchor="middle", bold=True)
f.text(240, 254, "一起往后挪，各自多转一样的角，内积不变", "muted", anchor="middle")
f.save(__file__)
