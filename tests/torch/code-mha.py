"""手写多头注意力（PyTorch）与 nn.MultiheadAttention 对拍：输出、梯度、参数量。"""

from typing import Any

import torch
from torch import nn


def test(ns: dict[str, Any]) -> None:
    torch.manual_seed(0)
    b, s, h, a = 3, 7, 24, 4
    ours = ns["MultiHeadAttention"](h, a).double()
    theirs = nn.MultiheadAttention(h, a, batch_first=True).double()
    with torch.no_grad():
        nn.init.normal_(ours.qkv.bias)
        nn.init.normal_(ours.out.bias)
        theirs.in_proj_weight.copy_(ours.qkv.weight)
        theirs.in_proj_bias.copy_(ours.qkv.bias)
        theirs.out_proj.weight.copy_(ours.out.weight)
        theirs.out_proj.bias.copy_(ours.out.bias)
    count = sum(p.numel() for p in ours.parameters())
    assert count == sum(p.numel() for p in theirs.parameters()) == 4 * h * h + 4 * h

    valid = torch.ones(b, s, dtype=torch.bool)
    valid[1, 5:] = False
    valid[2, 3:] = False
    future = torch.ones(s, s, dtype=torch.bool).triu(1)
    for causal in (False, True):
        for mask in (None, valid):
            x = torch.randn(b, s, h, dtype=torch.double, requires_grad=True)
            z = x.detach().clone().requires_grad_()
            ours.zero_grad()
            theirs.zero_grad()
            y = ours(x, causal=causal, valid=mask)
            expected, _ = theirs(
                z,
                z,
                z,
                attn_mask=future if causal else None,
                key_padding_mask=None if mask is None else ~mask,
                need_weights=False,
            )
            torch.testing.assert_close(y, expected)
            weight = torch.randn_like(y)
            (y * weight).sum().backward()
            (expected * weight).sum().backward()
            assert x.grad is not None
            torch.testing.assert_close(x.grad, z.grad)
            torch.testing.assert_close(ours.qkv.weight.grad, theirs.in_proj_weight.grad)
            torch.testing.assert_close(ours.out.weight.grad, theirs.out_proj.weight.grad)
            torch.testing.assert_close(ours.qkv.bias.grad, theirs.in_proj_bias.grad)

    # left padding with the causal mask: finite everywhere, forward and backward; rows that see a key as in torch
    left = torch.ones(b, s, dtype=torch.bool)
    left[1, :3] = False
    x = torch.randn(b, s, h, dtype=torch.double, requires_grad=True)
    y = ours(x, causal=True, valid=left)
    y.sum().backward()
    assert y.isfinite().all() and x.grad is not None and x.grad.isfinite().all()
    expected, _ = theirs(x, x, x, attn_mask=future, key_padding_mask=~left, need_weights=False)
    torch.testing.assert_close(y[left], expected[left])

    # dropout acts on the weights and only in training
    noisy = ns["MultiHeadAttention"](h, a, dropout=0.5)
    x = torch.randn(b, s, h)
    assert not torch.equal(noisy.train()(x), noisy(x))
    assert torch.equal(noisy.eval()(x), noisy(x))
