from math import log10

from answerbook.drawing.canvas import Figure

SIZE = 10.7
ROWS = (
    ("8 卡各走各的 PCIe", 512),
    ("一条 PCIe 5.0", 64),
    ("400 Gb/s 网卡", 50),
    ("一块 NVMe", 7),
    ("万兆以太网", 1.25),
)

f = Figure(
    480,
    290,
    "从各层取回 32K 前缀要多久",
    "10.7 GB 的前缀，对数刻度的横条：8 卡各走各的 PCIe 0.02 秒，单条 PCIe 0.17，400 Gb/s 网卡 0.21，一块 NVMe 1.5，万兆以太网 8.6 秒。",
)
for power, words in ((-2, "0.01"), (-1, "0.1"), (0, "1"), (1, "10 秒")):
    x = 172 + 76 * (power + 2)
    f.line((x, 14), (x, 250), colour="grid", width=1)
    f.text(x, 270, words, "muted", anchor="middle")
for number, (name, band) in enumerate(ROWS):
    y = 20 + 46 * number
    seconds = SIZE / band
    f.text(160, y + 22, name, anchor="end")
    wide = 76 * (log10(seconds) + 2)
    end = f.bars(172, y + 2, 30, [("kv" if band > 7 else "accent", wide)])
    f.text(end + 6, y + 23, f"{seconds:.2g} 秒")
f.save(__file__)
