from answerbook.drawing.canvas import Figure

MODELS = (("Llama 3 70B", 320, 141, 141), ("Qwen3-32B", 256, 66, 66), ("DeepSeek-V3", 68.6, 74, 671))
ROWS = (
    ("每 token 的 KV，KiB", 0, "kv"),
    ("每 token 权重的乘法，GFLOPs", 1, "activation"),
    ("权重，GB", 2, "weight"),
)

f = Figure(
    480,
    330,
    "三种代价，由三处结构决定",
    "每 token 的 KV：320、256、68.6 KiB；每 token 权重的乘法：141、66、74 GFLOPs；权重：141、66、671 GB，依次是 Llama 3 70B、Qwen3-32B、DeepSeek-V3。",
)
for group, (title, column, colour) in enumerate(ROWS):
    top = 14 + 104 * group
    f.text(16, top + 8, title, bold=True)
    values = [model[column + 1] for model in MODELS]
    for number, (model, value) in enumerate(zip(MODELS, values, strict=True)):
        y = top + 18 + 24 * number
        f.text(16, y + 15, model[0], "muted", size=15)
        end = f.bars(128, y, 18, [(colour, 270 * value / max(values))])
        f.text(end + 8, y + 15, f"{value:g}", size=15)
f.save(__file__)
