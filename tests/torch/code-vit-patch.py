"""手写图块嵌入（PyTorch）：reshape 版与 F.unfold、梯度、逐元素的插值对拍。"""

import math
from typing import Any

import torch
from torch.nn import functional as F


def test(ns: dict[str, Any]) -> None:
    torch.manual_seed(0)
    layer = ns["PatchEmbed"](24, 4, 3, 10).double()
    x = torch.randn(2, 3, 24, 16, dtype=torch.double, requires_grad=True)
    columns = F.unfold(x, 4, stride=4).transpose(1, 2)  # torch's own cutting: channel, row, column
    expected = columns @ layer.proj.weight.view(10, -1).T + layer.proj.bias
    got = ns["by_reshape"](x, layer.proj)
    torch.testing.assert_close(got, expected)
    weight = torch.randn_like(got)
    wanted = [x, layer.proj.weight, layer.proj.bias]
    conv = layer.proj(x).flatten(2).transpose(1, 2)
    for mine, other in zip(
        torch.autograd.grad((got * weight).sum(), wanted),
        torch.autograd.grad((conv * weight).sum(), wanted),
        strict=True,
    ):
        torch.testing.assert_close(mine, other)

    n, rows, cols = 5, 8, 7
    pos = torch.randn(1, 1 + n * n, 2, dtype=torch.double)
    resized = ns["resize"](pos, rows, cols)
    torch.testing.assert_close(resized[:, 0], pos[:, 0])
    down, across, table = cubic(n, rows), cubic(n, cols), pos[0, 1:].view(n, n, 2)
    torch.testing.assert_close(resized[0, 1:].view(rows, cols, 2), torch.einsum("ri,cj,ijh->rch", down, across, table))


def cubic(n: int, wanted: int) -> torch.Tensor:
    """Keys' cubic convolution with a = -0.75, centres aligned, edges repeated: (wanted, n)."""
    a, weights = -0.75, torch.zeros(wanted, n, dtype=torch.double)
    for out in range(wanted):
        place = (out + 0.5) * n / wanted - 0.5
        for near in range(math.floor(place) - 1, math.floor(place) + 3):
            t = abs(place - near)
            inner, outer = (a + 2) * t**3 - (a + 3) * t**2 + 1, a * (t**3 - 5 * t**2 + 8 * t - 4)
            weights[out, min(max(near, 0), n - 1)] += inner if t <= 1 else outer
    return weights
