"""最小 GPT 与 PyTorch 自带的 TransformerEncoderLayer 对拍：输出、梯度、参数量、权重绑定。"""

import math
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F


def gelu(x: torch.Tensor) -> torch.Tensor:
    """The tanh form, as GPT-2 has it."""
    return F.gelu(x, approximate="tanh")


def twin(block: Any, h: int, a: int) -> nn.TransformerEncoderLayer:
    """torch's own layer with the weights of our block."""
    layer = nn.TransformerEncoderLayer(
        h, a, 4 * h, dropout=0.0, activation=gelu, batch_first=True, norm_first=True
    ).double()
    pairs = [
        (layer.self_attn.in_proj_weight, block.qkv.weight),
        (layer.self_attn.in_proj_bias, block.qkv.bias),
        (layer.self_attn.out_proj.weight, block.proj.weight),
        (layer.self_attn.out_proj.bias, block.proj.bias),
        (layer.linear1.weight, block.fc.weight),
        (layer.linear1.bias, block.fc.bias),
        (layer.linear2.weight, block.out.weight),
        (layer.linear2.bias, block.out.bias),
        (layer.norm1.weight, block.ln1.weight),
        (layer.norm1.bias, block.ln1.bias),
        (layer.norm2.weight, block.ln2.weight),
        (layer.norm2.bias, block.ln2.bias),
    ]
    with torch.no_grad():
        for target, source in pairs:
            target.copy_(source)
    return layer


def test(ns: dict[str, Any]) -> None:
    torch.manual_seed(1)
    V, s_max, h, a, L = 17, 12, 24, 3, 2
    model = ns["GPT"](V, s_max, h, a, L).double()
    assert abs(model.blocks[0].proj.weight.std().item() / (0.02 / math.sqrt(2 * L)) - 1) < 0.2
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    layers = [twin(block, h, a) for block in model.blocks]
    count = sum(p.numel() for layer in layers for p in layer.parameters())
    assert count == L * (12 * h * h + 13 * h)
    assert sum(p.numel() for p in model.parameters()) == count + V * h + s_max * h + 2 * h
    assert model.head.weight is model.wte.weight

    s = 10
    ids = torch.randint(0, V, (3, s + 1))
    mask = nn.Transformer.generate_square_subsequent_mask(s, dtype=torch.double)
    x = model.wte(ids[:, :-1]) + model.wpe(torch.arange(s))
    for layer in layers:
        x = layer(x, src_mask=mask, is_causal=True)
    expected = model.head(model.ln_f(x))
    logits, loss = model(ids[:, :-1], ids[:, 1:])
    torch.testing.assert_close(logits, expected)
    reference = -torch.stack(
        [F.log_softmax(expected[n, t], -1)[ids[n, t + 1]] for n in range(3) for t in range(s)]
    ).mean()
    torch.testing.assert_close(loss, reference)

    ours = torch.autograd.grad(loss, [model.wte.weight, model.blocks[0].qkv.weight, model.blocks[1].fc.weight])
    theirs = torch.autograd.grad(
        reference, [model.wte.weight, layers[0].self_attn.in_proj_weight, layers[1].linear1.weight]
    )
    for got, want in zip(ours, theirs, strict=True):
        torch.testing.assert_close(got, want)

    # greedy generation past the longest length keeps working and repeats the argmax of a plain forward pass
    start = ids[:1, :3]
    made = ns["generate"](model, start, s_max + 4)
    assert made.shape == (1, 3 + s_max + 4) and torch.equal(made[:, :3], start)
    assert made[0, 3] == model(start)[0][0, -1].argmax()
    assert ns["recited"] == ns["text"]
