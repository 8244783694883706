"""Entries of docs/measured.yml about PyTorch itself: each function is named for its entry and sees it again."""

from __future__ import annotations

import warnings

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset, DistributedSampler


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


def torch_cross_entropy_of_ignored_labels_is_nan():
    logits = torch.zeros(2, 3)
    ignored = nn.CrossEntropyLoss().ignore_index
    assert ignored == -100
    # One label of two counts, and the mean is over that one.
    assert abs(functional.cross_entropy(logits, torch.tensor([0, ignored])).item() - np.log(3)) < 1e-6
    assert functional.cross_entropy(logits, torch.tensor([ignored, ignored])).isnan()


def torch_gradscaler_doubles_after_two_thousand_steps():
    scaler = torch.amp.GradScaler("cpu")
    assert (scaler.get_growth_interval(), scaler.get_growth_factor(), scaler.get_backoff_factor()) == (2000, 2.0, 0.5)
    assert scaler.scale(torch.ones(1)).item() == 2.0**16


def torch_tf32_is_on_for_convolutions_only():
    assert (torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32) == (False, True)


def torch_says_one_axis_where_numpy_says_two_shapes():
    said = []
    for make in (np.ones, torch.ones):
        try:
            make((22, 1)) - make((12, 1))
        except (ValueError, RuntimeError) as error:
            said.append(str(error).strip())
    assert said == [
        "operands could not be broadcast together with shapes (22,1) (12,1)",
        "The size of tensor a (22) must match the size of tensor b (12) at non-singleton dimension 0",
    ], said


def torch_unscale_refuses_gradients_in_fp16():
    weight = nn.Parameter(torch.zeros(2, dtype=torch.float16))
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale(weight.sum()).backward()
    try:
        scaler.unscale_(torch.optim.SGD([weight], 1.0))
    except ValueError as error:
        assert "Attempting to unscale FP16 gradients" in str(error)
    else:
        raise AssertionError("no error")


def torch_two_attentions_read_a_mask_in_opposite_ways():
    x, mask = torch.randn(1, 2, 4), torch.tensor([[True, False]])
    module = nn.MultiheadAttention(4, 1, batch_first=True).eval()
    assert module(x[:, :1], x, x, attn_mask=mask)[1].flatten().tolist() == [0.0, 1.0]
    weights = functional.scaled_dot_product_attention(x[None, :, :1], x[None], torch.eye(2)[None, None], attn_mask=mask)
    assert weights.flatten().tolist() == [1.0, 0.0]


def torch_sdpa_drops_in_eval_mode_too():
    class Attention(nn.Module):
        def forward(self, x):
            return functional.scaled_dot_product_attention(x, x, torch.eye(64)[None, None], dropout_p=0.5)

    torch.manual_seed(0)
    dropped = (Attention().eval()(torch.ones(1, 1, 64, 8)) == 0).float().mean().item()
    assert 0.45 < dropped < 0.55


def torch_cosine_annealing_climbs_again():
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10)
    rates = []
    for _ in range(20):
        optimizer.step()
        schedule.step()
        rates.append(optimizer.param_groups[0]["lr"])
    assert rates[9] < 1e-9 and abs(rates[19] - 1) < 1e-9


def torch_kl_div_mean_divides_by_the_classes_too():
    torch.manual_seed(0)
    student, teacher = torch.randn(8, 5).log_softmax(-1), torch.randn(8, 5).softmax(-1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mean = functional.kl_div(student, teacher)
    assert torch.allclose(mean * 5, functional.kl_div(student, teacher, reduction="batchmean"))


def torch_distributed_sampler_repeats_its_order():
    sampler = DistributedSampler(range(8), num_replicas=2, rank=0)
    first = list(sampler)
    assert list(sampler) == first
    sampler.set_epoch(1)
    assert list(sampler) != first


def torch_normalize_of_an_fp16_zero_vector_is_nan():
    for kind, lost in ((torch.float16, True), (torch.bfloat16, False), (torch.float32, False)):
        zero = torch.zeros(1, 8, dtype=kind)
        assert functional.normalize(zero).isnan().all().item() == lost
        assert functional.cosine_similarity(zero, torch.ones_like(zero)).isnan().item() == lost


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
