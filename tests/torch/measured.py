"""Entries of docs/measured.yml about PyTorch itself: each function is named for its entry and sees it again."""

from __future__ import annotations

import warnings

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset


def torch_muon_default_weight_decay_is_a_tenth():
    optimizer = torch.optim.Muon([nn.Parameter(torch.randn(8, 8))])
    assert optimizer.param_groups[0]["weight_decay"] == 0.1
    assert torch.optim.AdamW([nn.Parameter(torch.zeros(1))]).param_groups[0]["weight_decay"] == 0.01


def torch_muon_moves_tall_matrices_further():
    changes = []
    torch.manual_seed(0)
    gradient = torch.randn(256, 64)
    for slope in (gradient, gradient.T):
        weight = nn.Parameter(torch.zeros_like(slope))
        weight.grad = slope.clone()
        torch.optim.Muon([weight], lr=1.0, weight_decay=0).step()
        changes.append(weight.norm().item())
    assert abs(changes[0] / changes[1] - 2) < 0.01


def torch_rmsnorm_takes_the_float32_epsilon():
    norm = nn.RMSNorm(4).to(torch.bfloat16)
    assert norm(torch.full((1, 4), 0.01, dtype=torch.bfloat16))[0, 0].item() == 1.0


def torch_sdpa_gives_zeros_for_a_row_without_keys():
    q, k, v = (torch.randn(1, 1, 3, 4) for _ in range(3))
    mask = torch.ones(3, 3, dtype=torch.bool)
    mask[1] = False
    assert functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)[0, 0, 1].abs().max() == 0
    smallest = torch.zeros(3, 3)
    smallest[1] = torch.finfo(torch.float32).min
    out = functional.scaled_dot_product_attention(q, k, v, attn_mask=smallest)
    assert torch.allclose(out[0, 0, 1], v[0, 0].mean(0), atol=1e-6)


def torch_autocast_softmax_of_bf16_stays_bf16_on_cpu():
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = nn.Linear(8, 8)(torch.randn(2, 8))
        assert functional.softmax(out, dim=-1).dtype == torch.bfloat16
        assert functional.cross_entropy(out, torch.tensor([0, 1])).dtype == torch.float32


def torch_checkpoint_unset_still_warns_and_is_reentrant():
    x = torch.randn(3, requires_grad=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        out = torch.utils.checkpoint.checkpoint(torch.sin, x)
    assert any("use_reentrant" in str(warning.message) for warning in caught)
    assert "CheckpointFunction" in type(out.grad_fn).__name__


def torch_clipping_an_infinite_gradient_zeroes_the_others():
    weight = nn.Parameter(torch.zeros(3))
    weight.grad = torch.tensor([float("inf"), 1.0, 2.0])
    nn.utils.clip_grad_norm_([weight], 1.0)
    assert weight.grad[0].isnan() and weight.grad[1:].tolist() == [0.0, 0.0]


def torch_bf16_adamw_step_leaves_most_weights():
    torch.manual_seed(0)
    stay = {}
    for rate in (1e-5, 1e-4):
        weight = nn.Parameter((0.02 * torch.randn(200_000)).bfloat16())
        before = weight.detach().clone()
        weight.grad = torch.randn(200_000).bfloat16()
        torch.optim.AdamW([weight], lr=rate, weight_decay=0).step()
        stay[rate] = 100 * (weight == before).float().mean().item()
    assert 83 < stay[1e-5] < 86 and 10.5 < stay[1e-4] < 13, stay


class Drawn(Dataset):
    """Each item one number, of a generator of its own or of NumPy's."""

    def __init__(self, generator=None):
        self.generator = generator

    def __len__(self):
        return 2

    def __getitem__(self, number):
        return int(self.generator.integers(1 << 30)) if self.generator else int(np.random.randint(1 << 30))


def torch_workers_repeat_a_generator_kept_in_the_dataset():
    def epoch(data):
        return list(DataLoader(data, batch_size=None, num_workers=2, multiprocessing_context="fork"))

    kept = Drawn(np.random.default_rng(0))
    first = epoch(kept)
    assert len(set(first)) == 1 and epoch(kept) == first
    assert len(set(epoch(Drawn()))) == 2


def test():
    """Run every check; the names of those that fail."""
    failed = []
    for name, check in list(globals().items()):
        if name.startswith("torch_"):
            try:
                check()
            except AssertionError as error:
                failed.append(f"{name}: {error}")
    assert not failed, failed


def torch_linear_starts_within_one_over_the_root_of_its_inputs():
    torch.manual_seed(0)
    layer = nn.Linear(400, 300)
    for weight in (layer.weight, layer.bias):
        assert 0.99 < weight.abs().max().item() * 400**0.5 <= 1


def torch_batchnorm_momentum_weighs_what_is_new():
    norm = nn.BatchNorm1d(1)
    norm(torch.tensor([[10.0], [11.0], [12.0], [13.0]]))
    # A tenth of the batch's mean, 11.5, and of its unbiased variance, 5/3.
    assert abs(norm.running_mean.item() - 1.15) < 1e-6
    assert abs(norm.running_var.item() - (0.9 + 0.1 * 5 / 3)) < 1e-6


def torch_instancenorm_learns_nothing_unless_told():
    assert not list(nn.InstanceNorm2d(3).parameters())
    assert [tuple(weight.shape) for weight in nn.BatchNorm2d(3).parameters()] == [(3,), (3,)]
    assert [tuple(weight.shape) for weight in nn.LayerNorm((3, 4)).parameters()] == [(3, 4), (3, 4)]


def torch_adam_decays_ten_times_what_adamw_does():
    ends = []
    for kind in (torch.optim.Adam, torch.optim.AdamW):
        weight = nn.Parameter(torch.ones(1))
        weight.grad = torch.zeros(1)
        kind([weight], lr=0.1, weight_decay=0.1).step()
        ends.append(round(weight.item(), 6))
    assert ends == [0.9, 0.99]
