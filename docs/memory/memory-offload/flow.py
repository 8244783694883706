from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    286,
    "ZeRO-Offload 的一步",
    "GPU 里留半精度权重和激活，做前向和反向；梯度经 PCIe 到内存，CPU 上的 Adam 用 fp32 主权重和两个矩更新，再把新的半精度权重搬回 GPU。7B 每个方向 13.5 GB，约 0.43 秒。",
)
f.box(16, 36, 176, 190, "neutral", empty=True, dash=True)
f.text(104, 24, "GPU 显存", anchor="middle", bold=True)
f.box(288, 36, 176, 190, "neutral", empty=True, dash=True)
f.text(376, 24, "CPU 内存", anchor="middle", bold=True)
f.box(32, 52, 144, 52, "weight", "半精度权重\n13.5 GB")
f.box(32, 150, 144, 60, "activation", "前向、反向\n激活")
f.arrow((104, 104), (104, 150))
f.box(304, 52, 144, 68, "optimizer", "主权重、两个矩\n在 CPU 上更新")
f.box(304, 158, 144, 44, "gradient", "fp32 梯度")
f.arrow((376, 158), (376, 120))
f.arrow((176, 180), (304, 180), colour="gradient", width=2.4)
f.arrow((304, 78), (176, 78), colour="weight", width=2.4)
f.text(240, 170, "梯度", "gradient", anchor="middle", bold=True)
f.text(240, 68, "新权重", "weight", anchor="middle", bold=True)
f.text(240, 130, "PCIe", "muted", anchor="middle")
f.text(16, 256, "7B：每个方向 13.5 GB，PCIe 4.0 上约 0.43 秒；", "muted")
f.text(16, 278, "梯度下行可以和反向重叠", "muted")
f.save(__file__)
