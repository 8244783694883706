from answerbook.drawing.canvas import Axes, Figure

KIB = {"MHA（64 头）": 2560, "GQA（8 组，实际）": 320, "MLA": 70272 / 1024}

f = Figure(
    480,
    346,
    "KV 缓存随长度增长",
    "横轴是一条请求的长度，纵轴是缓存的 GiB。Llama 3 70B 若用 MHA，32K 已到 80 GiB；实际的 GQA 到 128K 是 40 GiB；DeepSeek-V3 的 MLA 到 128K 是 8.6 GiB。",
)
a = Axes(f, (0, 128), (0, 90), left=58, top=40, right=24)
ks = (0, 32, 64, 96, 128)
a.draw(
    [(k, f"{k}K" if k else "0") for k in ks],
    [(v, str(v)) for v in (0, 20, 40, 60, 80)],
    "一条请求的长度",
    "KV 缓存（GiB）",
)
f.line(a.at(0, 80e9 / 2**30), a.at(128, 80e9 / 2**30), colour="neutral", dash=True)
f.text(*a.at(60, 77), "一张 H100 的显存", "muted")
for kib, colour, dash in zip(KIB.values(), ("accent", "kv", "weight"), (True, False, False), strict=True):
    end = min(128, 90 * 1024 / kib)
    a.curve([(0, 0), (end, end * kib / 1024)], colour, dash=dash, width=2.6)
f.text(*a.at(30, 66), "Llama 3 70B", "accent", bold=True)
f.text(*a.at(30, 58), "若用 MHA（64 头）", "accent")
f.text(*a.at(126, 46), "Llama 3 70B，GQA 8 组", "kv", anchor="end", bold=True)
f.text(*a.at(126, 13), "DeepSeek-V3，MLA", "weight", anchor="end", bold=True)
f.save(__file__)
