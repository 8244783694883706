"""手写交叉注意力（PyTorch）与 nn.MultiheadAttention（两侧维度不同）对拍：输出、梯度、参数量。"""

from typing import Any

import torch
from torch import nn


def test(ns: dict[str, Any]) -> None:
    torch.manual_seed(0)
    b, n_q, n_k, h, h_ctx, a = 3, 4, 6, 12, 10, 3
    ours = ns["CrossAttention"](h, h_ctx, a).double()
    theirs = nn.MultiheadAttention(h, a, batch_first=True, kdim=h_ctx, vdim=h_ctx).double()
    assert theirs.k_proj_weight is not None and theirs.v_proj_weight is not None
    with torch.no_grad():
        for layer in (ours.q, ours.kv, ours.out):
            nn.init.normal_(layer.bias)
        theirs.q_proj_weight.copy_(ours.q.weight)
        theirs.k_proj_weight.copy_(ours.kv.weight[:h])
        theirs.v_proj_weight.copy_(ours.kv.weight[h:])
        theirs.in_proj_bias.copy_(torch.cat([ours.q.bias, ours.kv.bias]))
        theirs.out_proj.weight.copy_(ours.out.weight)
        theirs.out_proj.bias.copy_(ours.out.bias)
    assert sum(p.numel() for p in ours.parameters()) == sum(p.numel() for p in theirs.parameters())

    valid = torch.ones(b, n_k, dtype=torch.bool)
    valid[1, 4:] = False
    valid[2, 1:] = False
    for mask in (None, valid):
        x = torch.randn(b, n_q, h, dtype=torch.double, requires_grad=True)
        ctx = torch.randn(b, n_k, h_ctx, dtype=torch.double, requires_grad=True)
        weight = torch.randn(b, n_q, h, dtype=torch.double)
        y = ours(x, ours.remember(ctx), mask)
        expected, _ = theirs(x, ctx, ctx, key_padding_mask=None if mask is None else ~mask, need_weights=False)
        torch.testing.assert_close(y, expected)
        wanted = [ours.q.weight, ours.kv.weight, ours.out.weight]
        got = torch.autograd.grad((y * weight).sum(), [x, ctx, *wanted])
        given = [theirs.q_proj_weight, theirs.k_proj_weight, theirs.v_proj_weight, theirs.out_proj.weight]
        want = torch.autograd.grad((expected * weight).sum(), [x, ctx, *given])
        for mine, other in zip(got, [*want[:3], torch.cat(want[3:5]), want[5]], strict=True):
            torch.testing.assert_close(mine, other)
