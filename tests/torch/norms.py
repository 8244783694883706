"""notebook《一个张量上的各种归一化》里的 NumPy 函数与 PyTorch 的归一化层对拍：输出、滑动统计、参数量。"""

import json
from typing import Any

import numpy as np
import torch
from answerbook import places
from torch import nn

NOTEBOOK = places.ROOT / "docs/notebooks/norms-on-one-tensor.ipynb"


def functions() -> dict[str, Any]:
    """The namespace of the cells tagged `functions`: they need NumPy only."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if "functions" in cell["metadata"].get("tags", [])]
    assert sources, "no cell tagged functions"
    namespace: dict[str, Any] = {}
    for source in sources:
        exec(compile(source, NOTEBOOK.name, "exec"), namespace)
    return namespace


def channels_second(layer: nn.Module, x: np.ndarray) -> np.ndarray:
    """Apply a layer that wants (b, h, s) to (b, s, h)."""
    y: torch.Tensor = layer(torch.from_numpy(x).transpose(1, 2)).transpose(1, 2)
    return y.detach().numpy()


def plain(layer: nn.Module, x: np.ndarray) -> np.ndarray:
    y: torch.Tensor = layer(torch.from_numpy(x))
    return y.detach().numpy()


def test(ns: dict[str, Any] | None = None) -> None:
    ns = ns or functions()
    rng = np.random.default_rng(0)
    text = rng.standard_normal((3, 5, 8)) * 3 + 1
    image = rng.standard_normal((3, 8, 4, 5)) * 3 + 1
    kind: dict[str, Any] = {"eps": ns["EPS"], "dtype": torch.double}
    for name, (ours, theirs) in {**of_text(ns, kind, text), **of_images(ns, kind, image)}.items():
        assert np.allclose(ours, theirs, atol=1e-10), name
    running_statistics(kind, text)
    # Two parameters per feature for BN and LN, one for RMSNorm.
    counts = [sum(p.numel() for p in layer(8).parameters()) for layer in (nn.BatchNorm1d, nn.LayerNorm, nn.RMSNorm)]
    assert counts == [16, 16, 8]


def of_text(ns: dict[str, Any], kind: dict[str, Any], x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """By norm, what the notebook makes of a text (b, s, h) and what torch does."""
    normalize, axes = ns["normalize"], ns["TEXT_AXES"]
    return {
        "text BN": (normalize(x, axes["BN"]), channels_second(nn.BatchNorm1d(8, **kind), x)),
        "text LN": (normalize(x, axes["LN"]), plain(nn.LayerNorm(8, **kind), x)),
        "text IN": (normalize(x, axes["IN"]), channels_second(nn.InstanceNorm1d(8, **kind), x)),
        "text GN": (ns["group_norm_text"](x, 2), channels_second(nn.GroupNorm(2, 8, **kind), x)),
        "text RMSNorm": (ns["rms_norm"](x), plain(nn.RMSNorm(8, **kind), x)),
    }


def of_images(ns: dict[str, Any], kind: dict[str, Any], x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """By norm, what the notebook makes of images (n, c, h, w) and what torch does."""
    normalize, axes = ns["normalize"], ns["IMAGE_AXES"]
    return {
        "image BN": (normalize(x, axes["BN"]), plain(nn.BatchNorm2d(8, **kind), x)),
        "image LN": (normalize(x, axes["LN"]), plain(nn.LayerNorm([8, 4, 5], **kind), x)),
        "image IN": (normalize(x, axes["IN"]), plain(nn.InstanceNorm2d(8, **kind), x)),
        "image GN": (ns["group_norm_image"](x, 4), plain(nn.GroupNorm(4, 8, **kind), x)),
    }


def running_statistics(kind: dict[str, Any], text: np.ndarray) -> None:
    """Those of BN: momentum 0.1, variance with n - 1."""
    bn: Any = nn.BatchNorm1d(8, **kind)
    channels_second(bn, text)
    assert np.allclose(bn.running_mean.numpy(), 0.1 * text.mean((0, 1)))
    assert np.allclose(bn.running_var.numpy(), 0.9 + 0.1 * text.var((0, 1), ddof=1))
    bn.eval()
    shift, scale = bn.running_mean.numpy(), np.sqrt(bn.running_var.numpy() + kind["eps"])
    assert np.allclose(channels_second(bn, text), (text - shift) / scale)
