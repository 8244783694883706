"""手写 int8 量化（NumPy）与 PyTorch 的伪量化、整数矩阵乘对拍：每张量、每通道、带零点。"""

import numpy as np
import torch

from tests import pages_code


def test() -> None:
    page = next(q for q in pages_code.questions() if q.id == "code-int8-quant")
    ns = pages_code.run(page)
    rng = np.random.default_rng(0)
    x = rng.normal(size=(6, 10)).astype(np.float32)
    given = torch.from_numpy(x)
    q, s = ns["quantize"](x)
    expected = torch.fake_quantize_per_tensor_affine(given, s.item(), 0, -127, 127)
    torch.testing.assert_close(torch.from_numpy(ns["dequantize"](q, s)).float(), expected)

    q, s = ns["quantize"](x, 1)
    scales, zeros = torch.from_numpy(s[:, 0]).float(), torch.zeros(6, dtype=torch.int32)
    expected = torch.fake_quantize_per_channel_affine(given, scales, zeros, 0, -127, 127)
    torch.testing.assert_close(torch.from_numpy(ns["dequantize"](q, s)).float(), expected)

    q, s, z = ns["quantize_affine"](x)
    expected = torch.fake_quantize_per_tensor_affine(given, s.item(), z.item(), 0, 255)
    torch.testing.assert_close(torch.from_numpy(s * (q.astype(int) - z)).float(), expected)

    x, w = rng.normal(size=(32, 16)), rng.normal(size=(24, 16))
    (qx, sx), (qw, sw) = ns["quantize"](x, 1), ns["quantize"](w, 1)
    product = torch._int_mm(torch.from_numpy(qx), torch.from_numpy(qw).T.contiguous())
    assert product.dtype == torch.int32
    np.testing.assert_allclose(product.numpy() * sx * sw.T, ns["w8a8"](x, w))
