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
    ids = torch.randint(0, V, (3, 11))
    same_loss_and_gradients(model, layers, ids)
    generates_past_its_longest(ns["generate"], model, ids[:1, :3], s_max)
    assert ns["recited"] == ns["text"]


def same_loss_and_gradients(model: Any, layers: list[nn.TransformerEncoderLayer], ids: torch.Tensor) -> None:
    """The model's logits, loss and gradients on ids (b, s + 1) are those of torch's own layers."""
    s = ids.shape[1] - 1
    mask = nn.Transformer.generate_square_subsequent_mask(s, dtype=torch.double)
    x = model.wte(ids[:, :-1]) + model.wpe(torch.arange(s))
    for layer in layers:
        x = layer(x, src_mask=mask, is_causal=True)
    expected = model.head(model.ln_f(x))
    logits, loss = model(ids[:, :-1], ids[:, 1:])
    torch.testing.assert_close(logits, expected)
    each = [F.log_softmax(expected[n, t], -1)[ids[n, t + 1]] for n in range(len(ids)) for t in range(s)]
    reference = -torch.stack(each).mean()
    torch.testing.assert_close(loss, reference)
    ours = [model.wte.weight, model.blocks[0].qkv.weight, model.blocks[1].fc.weight]
    theirs = [model.wte.weight, layers[0].self_attn.in_proj_weight, layers[1].linear1.weight]
    for got, want in zip(torch.autograd.grad(loss, ours), torch.autograd.grad(reference, theirs), strict=True):
        torch.testing.assert_close(got, want)


def generates_past_its_longest(generate: Any, model: Any, start: torch.Tensor, s_max: int) -> None:
    """Greedy generation keeps working past the longest length and repeats the argmax of a plain forward pass."""
    made = generate(model, start, s_max + 4)
    assert made.shape == (1, start.shape[1] + s_max + 4)
    assert torch.equal(made[:, : start.shape[1]], start)
    assert made[0, 3] == model(start)[0][0, -1].argmax()
