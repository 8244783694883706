"""手写多头注意力（PyTorch）与 nn.MultiheadAttention 对拍：输出、梯度、参数量。"""

from itertools import product
from typing import Any

import torch
from torch import nn

B, S, H, A = 3, 7, 24, 4
FUTURE = torch.ones(S, S, dtype=torch.bool).triu(1)


def test(ns: dict[str, Any]) -> None:
    torch.manual_seed(0)
    ours = ns["MultiHeadAttention"](H, A).double()
    theirs = twin(ours)
    count = sum(p.numel() for p in ours.parameters())
    assert count == sum(p.numel() for p in theirs.parameters()) == 4 * H * H + 4 * H
    valid = torch.ones(B, S, dtype=torch.bool)
    valid[1, 5:] = False
    valid[2, 3:] = False
    for causal, mask in product((False, True), (None, valid)):
        same_outputs_and_gradients(ours, theirs, causal, mask)
    finite_with_left_padding(ours, theirs)
    noisy_only_in_training(ns["MultiHeadAttention"](H, A, dropout=0.5))


def twin(ours: Any) -> nn.MultiheadAttention:
    """torch's own layer with the weights of ours, whose biases are drawn so that they count."""
    theirs = nn.MultiheadAttention(H, A, batch_first=True).double()
    with torch.no_grad():
        nn.init.normal_(ours.qkv.bias)
        nn.init.normal_(ours.out.bias)
        theirs.in_proj_weight.copy_(ours.qkv.weight)
        theirs.in_proj_bias.copy_(ours.qkv.bias)
        theirs.out_proj.weight.copy_(ours.out.weight)
        theirs.out_proj.bias.copy_(ours.out.bias)
    return theirs


def same_outputs_and_gradients(
    ours: Any, theirs: nn.MultiheadAttention, causal: bool, valid: torch.Tensor | None
) -> None:
    x = torch.randn(B, S, H, dtype=torch.double, requires_grad=True)
    z = x.detach().clone().requires_grad_()
    ours.zero_grad()
    theirs.zero_grad()
    y = ours(x, causal=causal, valid=valid)
    padding = None if valid is None else ~valid
    expected, _ = theirs(z, z, z, attn_mask=FUTURE if causal else None, key_padding_mask=padding, need_weights=False)
    torch.testing.assert_close(y, expected)
    weight = torch.randn_like(y)
    (y * weight).sum().backward()
    (expected * weight).sum().backward()
    assert x.grad is not None
    torch.testing.assert_close(x.grad, z.grad)
    torch.testing.assert_close(ours.qkv.weight.grad, theirs.in_proj_weight.grad)
    torch.testing.assert_close(ours.out.weight.grad, theirs.out_proj.weight.grad)
    torch.testing.assert_close(ours.qkv.bias.grad, theirs.in_proj_bias.grad)


def finite_with_left_padding(ours: Any, theirs: nn.MultiheadAttention) -> None:
    """Left padding and the causal mask: finite everywhere, forward and backward; rows that see a key as in torch."""
    left = torch.ones(B, S, dtype=torch.bool)
    left[1, :3] = False
    x = torch.randn(B, S, H, dtype=torch.double, requires_grad=True)
    y = ours(x, causal=True, valid=left)
    y.sum().backward()
    assert y.isfinite().all()
    assert x.grad is not None
    assert x.grad.isfinite().all()
    expected, _ = theirs(x, x, x, attn_mask=FUTURE, key_padding_mask=~left, need_weights=False)
    torch.testing.assert_close(y[left], expected[left])


def noisy_only_in_training(noisy: Any) -> None:
    """Dropout acts on the weights."""
    x = torch.randn(B, S, H)
    assert not torch.equal(noisy.train()(x), noisy(x))
    assert torch.equal(noisy.eval()(x), noisy(x))
