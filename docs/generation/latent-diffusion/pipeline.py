from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    262,
    "Stable Diffusion 出一张图",
    "上一行：提示词过文本编码器，得到 77 个向量，向下送进 UNet。下一行：噪声 64×64×4 进 UNet，循环 50 步，每步两遍，得到干净的潜变量，过 VAE 解码器，成为 512×512 的图。",
)
f.box(12, 14, 96, 44, "data", "提示词")
f.arrow((108, 36), (132, 36), colour="neutral")
f.box(132, 14, 132, 44, "weight", "文本编码器")
f.text(276, 41, "77 个向量，算一次", "muted")
f.arrow((198, 58), (198, 116), colour="weight", width=2)
f.text(208, 92, "交叉注意力", "weight")
f.box(12, 116, 96, 52, "neutral", "噪声\n64×64×4")
f.arrow((108, 142), (132, 142), colour="neutral")
f.box(132, 116, 132, 52, "weight", "UNet\n去噪", bold=True)
f.arrow((264, 142), (296, 142), colour="neutral")
f.box(296, 116, 76, 52, "activation", "潜变量\n64×64×4", size=15)
f.arrow((334, 168), (334, 204), (198, 204), (198, 168), colour="accent", width=2)
f.text(266, 226, "50 步，每步两遍", "accent", anchor="middle")
f.arrow((372, 142), (392, 142), colour="neutral")
f.box(392, 116, 76, 52, "weight", "VAE\n解码")
f.arrow((430, 168), (430, 200), colour="neutral")
f.box(392, 200, 76, 52, "data", "图 512\n×512×3", size=15)
f.save(__file__)
