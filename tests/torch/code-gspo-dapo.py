"""手写 GSPO、DAPO 的梯度（NumPy）与 PyTorch 的自动求导对拍；token 版的梯度与逐 token 的优势成比例。"""

from typing import Any

import numpy as np
import torch

from tests import pages_code


def test(ns: dict[str, Any]) -> None:
    page = next(q for q in pages_code.questions() if q.id == "code-gspo-dapo")
    numpy_side = pages_code.run(page)
    rng = np.random.default_rng(0)
    logp, old, adv = -rng.random((6, 7)), -rng.random((6, 7)), rng.normal(size=6)
    mask = (np.arange(7) < rng.integers(1, 8, 6)[:, None]).astype(float)
    for low, high in ((3e-4, 4e-4), (0.2, 0.28)):
        given = torch.tensor(logp, requires_grad=True)
        m, a, gap = torch.tensor(mask), torch.tensor(adv), given - torch.tensor(old)
        s = torch.exp((gap * m).sum(1) / m.sum(1))
        gspo = -torch.min(s * a, s.clamp(1 - low, 1 + high) * a).mean()
        ratio = gap.exp()
        gain = torch.min(ratio * a[:, None], ratio.clamp(1 - low, 1 + high) * a[:, None])
        dapo = -(gain * m).sum() / m.sum()
        for name, loss in (("gspo_loss", gspo), ("dapo_loss", dapo)):
            value, slope = numpy_side[name](logp, old, adv, mask, low, high)
            np.testing.assert_allclose(value, loss.item())
            (expected,) = torch.autograd.grad(loss, given, retain_graph=True)
            np.testing.assert_allclose(slope, expected.numpy(), atol=1e-12)

    # advantages that differ from token to token: inside the range each token's slope is its own advantage
    each, wide = torch.tensor(rng.normal(size=(6, 7))), torch.tensor(logp, requires_grad=True)
    loss = ns["gspo_token_loss"](wide, torch.tensor(old), each, torch.tensor(mask), 10.0, 1e6)
    (slope,) = torch.autograd.grad(loss, wide)
    n, s = mask.sum(1), np.exp(((logp - old) * mask).sum(1) / mask.sum(1))
    np.testing.assert_allclose(slope.numpy(), -each.numpy() * mask * (s / n / 6)[:, None], atol=1e-12)
