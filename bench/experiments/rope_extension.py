"""Recall beyond the trained length by ways of stretching RoPE without further training. torch 2.13.0.

Two attention layers learn, at length 64, to go on with rows of random symbols that repeat after 8 to 32 places.
"""

from __future__ import annotations

import torch
from saved import Row, save
from torch import nn
from torch.nn import functional

SEED, SYMBOLS, WIDTH, HEADS, TRAINED, STEPS, BASE = 0, 64, 64, 2, 64, 2500, 10000.0
SIZE = WIDTH // HEADS


def frequencies(method: str, factor: float) -> tuple[torch.Tensor, float]:
    """Radians per position of each pair (SIZE / 2,), and the factor on the scores.

    Position interpolation (2306.15595), NTK-aware scaling of the base, and YaRN (2309.00071 §3) with its temperature.
    """
    plain = BASE ** (-torch.arange(0, SIZE, 2) / SIZE)
    if method == "interpolation":
        return plain / factor, 1.0
    if method == "NTK":
        return (BASE * factor ** (SIZE / (SIZE - 2))) ** (-torch.arange(0, SIZE, 2) / SIZE), 1.0
    if method == "YaRN":
        turns = TRAINED * plain / (2 * torch.pi)
        keep = ((turns - 1) / (8 - 1)).clamp(
            0, 1
        )  # over 8 turns within the trained length: as it is; under 1: stretched
        scale = 1 + 0.1 * torch.log(torch.tensor(factor)).item()
        return plain * keep + plain / factor * (1 - keep), scale**2
    return plain, 1.0


def rotate(x: torch.Tensor, angles: torch.Tensor) -> torch.Tensor:
    """Pairs of x (…, length, SIZE), halves apart, turned by these angles (length, SIZE / 2)."""
    first, second = x.chunk(2, -1)
    cos, sin = angles.cos(), angles.sin()
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


class Layer(nn.Module):
    """Causal attention on (batch, length, WIDTH), beside what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.project, self.out = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)

    def forward(self, x: torch.Tensor, angles: torch.Tensor, scale: float) -> torch.Tensor:
        shape = (*x.shape[:2], HEADS, SIZE)
        q, k, v = (part.view(shape).transpose(1, 2) for part in self.project(self.norm(x)).chunk(3, -1))
        q, k = rotate(q, angles) * scale, rotate(k, angles)
        mixed = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        return x + self.out(mixed.transpose(1, 2).flatten(2))


class Model(nn.Module):
    """Symbols (batch, length) → logits of the next ones (batch, length, SYMBOLS)."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding, self.layers = nn.Embedding(SYMBOLS, WIDTH), nn.ModuleList([Layer(), Layer()])
        self.norm, self.head = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, SYMBOLS)

    def forward(self, ids: torch.Tensor, method: str = "none", factor: float = 1.0) -> torch.Tensor:
        each, scale = frequencies(method, factor)
        angles = torch.arange(ids.shape[1])[:, None] * each
        x = self.embedding(ids)
        for layer in self.layers:
            x = layer(x, angles, scale)
        return self.head(self.norm(x))


def batch(size: int, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of one random period each, repeated; and which of the next symbols can be known from an earlier period."""
    period = torch.randint(length // 8, length // 2 + 1, (size, 1))
    places = torch.arange(length)
    ids = torch.randint(SYMBOLS, (size, length)).gather(1, places % period)
    return ids, (places >= period)[:, :-1]


def recall(model: Model, length: int, method: str) -> float:
    """Per cent of the symbols told rightly that an earlier period shows, in rows of this length."""
    torch.manual_seed(SEED + 1)
    ids, known = batch(64, length)
    with torch.no_grad():
        guess = model(ids, method, length / TRAINED).argmax(-1)[:, :-1]
    return round(100 * float((guess == ids[:, 1:])[known].float().mean()), 1)


def measure() -> list[Row]:
    """A row for each method: per cent recalled at one, two and four times the trained length."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    model = Model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0)
    for _ in range(STEPS):
        ids, known = batch(32, TRAINED)
        loss = functional.cross_entropy(model(ids)[:, :-1][known], ids[:, 1:][known])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    lengths = (TRAINED, 2 * TRAINED, 4 * TRAINED)
    return [
        {"method": method} | {str(length): recall(model, length, method) for length in lengths}
        for method in ("none", "interpolation", "NTK", "YaRN")
    ]


if __name__ == "__main__":
    rows = measure()
    said = "；".join(f"{row['method']} {row['128']}% 和 {row['256']}%" for row in rows)
    save(
        "rope_extension",
        "不再训练，拉长 RoPE 的几种办法各能撑到多长？",
        "两倍和四倍长度时，不改 60%、25%，插值 70%、40%，NTK 90%、70%。",
        f"在长度 {TRAINED} 上学会接着周期重复的序列（{rows[0]['64']}%）的两层注意力，长度 128 和 256 "
        f"时的正确率：{said}。",
        SEED,
        rows,
    )
