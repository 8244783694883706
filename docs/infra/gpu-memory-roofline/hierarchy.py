from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    312,
    "GPU 的存储层次（H100）",
    "从上到下五层，越往下越大越慢：寄存器每 SM 256 KB，共享内存每 SM 256 KB，L2 50 MB，HBM 80 GB、3.35 TB/s，NVLink 900 GB/s。",
)
ROWS = (
    ("寄存器", "每 SM 256 KB", "一个线程", "activation", 150),
    ("共享内存 / L1", "每 SM 256 KB", "一个线程块", "activation", 195),
    ("L2", "50 MB", "整张卡", "activation", 240),
    ("HBM（显存）", "80 GB，3.35 TB/s", "整张卡", "kv", 285),
    ("NVLink 到别的卡", "900 GB/s", "一台机器", "neutral", 330),
)
for number, (name, size, who, colour, wide) in enumerate(ROWS):
    y = 40 + 54 * number
    f.box(212 - wide / 2, y, wide, 48, colour, f"{name}\n{size}")
    f.text(388, y + 30, who, "muted")
f.text(212, 24, "小而快", anchor="middle", bold=True)
f.text(388, 24, "谁共用", anchor="start", bold=True)
f.line((16, 199), (464, 199), colour="accent", dash=True)
f.text(16, 192, "片上", "accent", bold=True)
f.text(16, 218, "片外", "accent", bold=True)
f.save(__file__)
