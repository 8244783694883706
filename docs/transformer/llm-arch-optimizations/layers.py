from answerbook.drawing.canvas import Figure

f = Figure(
    480,
    452,
    "2017 年的一层与 2025 年的一层",
    "左：原始 Transformer 的一层，自下而上是多头注意力、相加、LayerNorm、ReLU FFN、相加、LayerNorm；右：Qwen3-8B 的一层，RMSNorm、GQA（QK-Norm、RoPE）、相加、RMSNorm、SwiGLU、相加。",
)


def column(trunk, name):
    f.text(trunk, 24, name, anchor="middle", bold=True)
    f.text(trunk, 442, "输入", "muted", anchor="middle")
    f.arrow((trunk, 424), (trunk, 42))
    return trunk


old, new = column(108, "原始 Transformer"), column(372, "Qwen3-8B")


def block(x, y, colour, text, high=44):
    f.box(x - 76, y, 152, high, colour, text)


def branch(x, low, high, side):
    """The residual: out of the trunk, past the sub-layer, back in."""
    f.arrow((x, low), (x + side, low), (x + side, high), (x + 11, high), colour="activation")


block(old, 336, "weight", "多头注意力\n8 个 KV 头")
f.circle(old, 308, 11, "neutral", "+")
block(old, 246, "neutral", "LayerNorm", 34)
block(old, 156, "weight", "FFN：ReLU\n宽 4h")
f.circle(old, 128, 11, "neutral", "+")
block(old, 66, "neutral", "LayerNorm", 34)
branch(old, 400, 308, 92)
branch(old, 228, 128, 92)
block(new, 372, "neutral", "RMSNorm", 34)
block(new, 296, "weight", "GQA：QK-Norm、\nRoPE，8 个 KV 头", 56)
f.circle(new, 270, 11, "neutral", "+")
block(new, 200, "neutral", "RMSNorm", 34)
block(new, 124, "weight", "SwiGLU\n宽 12288，3h", 56)
f.circle(new, 96, 11, "neutral", "+")
branch(new, 414, 270, 92)
branch(new, 246, 96, 92)
f.save(__file__)
