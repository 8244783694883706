from random import Random

from answerbook.drawing.canvas import Figure

N, SIDE = 7, 11

f = Figure(
    480,
    250,
    "前向加噪，反向去噪",
    "四张小图从左到右：清楚的图案、有些噪声、噪声更多、纯噪声。上面的箭头是前向，公式给定，可以一步跳到任意 t；下面的箭头是反向，网络预测噪声，一步一步走。",
)
random = Random(0)
picture = [[1 if i in (j, N - 1 - j) else 0 for j in range(N)] for i in range(N)]
for number, (name, keep) in enumerate((("x_0", 1.0), ("x_t", 0.75), ("", 0.4), ("x_T", 0.0))):
    left = 24 + 118 * number
    for i in range(N):
        for j in range(N):
            value = picture[i][j] if random.random() < keep else random.random()
            f.parts.append(
                f'<rect x="{left + SIDE * j}" y="{76 + SIDE * i}" width="{SIDE}" height="{SIDE}" fill="#a8417a" fill-opacity="{value:.2f}"/>'
            )
    f.text(left + 38, 176, name, anchor="middle", bold=True)
f.arrow((24, 50), (456, 50), colour="neutral", width=2.2)
f.text(240, 38, "前向：加噪声，公式给定，可以一步到 t", "muted", anchor="middle")
f.arrow((456, 204), (24, 204), colour="weight", width=2.2)
f.text(240, 230, "反向：网络预测噪声，一步一步减掉", "weight", anchor="middle")
f.save(__file__)
