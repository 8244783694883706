from answerbook.drawing.canvas import Figure

MODELS = (
    ("Qwen1.5-72B", 80, 64, 128, "MHA"),
    ("Qwen2.5-72B", 80, 8, 128, "GQA"),
    ("Qwen3-235B-A22B", 94, 4, 128, "GQA"),
    ("Qwen3.5-397B-A17B", 15, 2, 256, "混合"),
)
TOKENS = 32 * 1024

f = Figure(
    480,
    262,
    "一条 32K 的对话存多少 KV",
    "Qwen1.5-72B 80 GiB，Qwen2.5-72B 10 GiB，Qwen3-235B 5.9 GiB，Qwen3.5-397B 0.94 GiB：先是 KV 头变少，再是大多数层不再存。",
)
for number, (name, layers, heads, width, kind) in enumerate(MODELS):
    y = 12 + 54 * number
    size = layers * heads * width * 2 * 2 * TOKENS / 2**30
    f.text(16, y + 14, name, bold=True, size=15)
    f.text(200, y + 14, f"{layers} 层 × {heads} 头 × {width}，{kind}", "muted", size=15)
    end = f.bars(16, y + 22, 20, [("kv", max(2, 4.6 * size))])
    f.text(end + 8, y + 38, f"{size:.2g} GiB")
f.text(16, 250, "总参数到了五倍半，一条对话的缓存小了八十多倍", "muted")
f.save(__file__)
