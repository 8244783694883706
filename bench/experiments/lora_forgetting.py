"""New facts learned and old ones kept, by full fine-tuning and by LoRA of several ranks. torch 2.13.0.

A network of two hidden layers learns 500 facts (two keys of 64 → one of 64 values), then 50 others.
"""

from __future__ import annotations

import torch
from saved import Row, save
from torch import nn
from torch.nn import functional

SEED, SYMBOLS, WIDTH, OLD, NEW, STEPS, ENOUGH = 0, 64, 64, 500, 50, 2000, 95


class Adapted(nn.Module):
    """A linear layer that stays, and the two factors that learn."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        super().__init__()
        self.layer = layer.requires_grad_(False)
        self.a = nn.Parameter(torch.randn(rank, layer.in_features) / layer.in_features**0.5)
        self.b = nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layer(x) + 2 * (x @ self.a.T) @ self.b.T


class Network(nn.Module):
    """Keys (n, 2) → logits of their values (n, SYMBOLS)."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(SYMBOLS, WIDTH)
        self.layers = nn.ModuleList([nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, SYMBOLS)])

    def forward(self, keys: torch.Tensor) -> torch.Tensor:
        x = self.embedding(keys).flatten(1)
        for layer in self.layers[:-1]:
            x = functional.relu(layer(x))
        return self.layers[-1](x)


def fit(
    network: nn.Module, keys: torch.Tensor, values: torch.Tensor, rate: float, steps: int, enough: float = 200
) -> int:
    """Train until this percentage of the facts is right (looked at every ten steps), at most so many steps."""
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0)
    for step in range(steps):
        if step % 10 == 0 and right(network, keys, values) >= enough:
            return step
        chosen = torch.randint(len(keys), (min(128, len(keys)),))
        loss = functional.cross_entropy(network(keys[chosen]), values[chosen])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return steps


def right(network: nn.Module, keys: torch.Tensor, values: torch.Tensor) -> float:
    """Per cent of the facts that the network tells rightly."""
    with torch.no_grad():
        return round(100 * float((network(keys).argmax(-1) == values).float().mean()), 1)


def measure() -> list[Row]:
    """A row before, then one for each method and learning rate: steps taken, per cent of facts right."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    pairs = torch.randperm(SYMBOLS * SYMBOLS)[: OLD + NEW]
    keys, values = torch.stack([pairs // SYMBOLS, pairs % SYMBOLS], 1), torch.randint(SYMBOLS, (OLD + NEW,))
    base = Network()
    fit(base, keys[:OLD], values[:OLD], 3e-3, 800)
    state = base.state_dict()
    rows: list[Row] = [{"method": "before", "old": right(base, keys[:OLD], values[:OLD])}]
    for rank in (0, -1, 1, 4, 16):  # 0: all weights; -1: all but the embedding
        for rate in (1e-4, 3e-4, 1e-3, 3e-3):
            torch.manual_seed(SEED)
            network = Network()
            network.load_state_dict(state)
            network.embedding.requires_grad_(rank == 0)
            if rank > 0:
                network.requires_grad_(False)
                network.layers = nn.ModuleList([Adapted(layer, rank) for layer in network.layers])
            taken = fit(network, keys[OLD:], values[OLD:], rate, STEPS, ENOUGH)
            method = {0: "全量", -1: "全量（嵌入不动）"}.get(rank, f"LoRA r={rank}")
            row: Row = {"method": method, "rate": rate, "steps": taken}
            row |= {"new": right(network, keys[OLD:], values[OLD:]), "old": right(network, keys[:OLD], values[:OLD])}
            rows.append(row)
    return rows


if __name__ == "__main__":
    rows = measure()
    learned = [row for row in rows[1:] if float(str(row["new"])) >= ENOUGH]
    said = []
    for method in dict.fromkeys(row["method"] for row in rows[1:]):
        kept = [
            f"{row['old']}%（学习率 {row['rate']}，{row['steps']} 步）" for row in learned if row["method"] == method
        ]
        said.append(f"{method} " + ("、".join(kept) or "都没有学到"))
    save(
        "lora_forgetting",
        "学同样多的新知识时，LoRA 比全量微调忘得少吗？",
        "全量剩 40%，r=4 剩 60%，r=1 剩 80%。",
        f"先会 {rows[0]['old']}% 的旧事实，新的 {NEW} 条学到 {ENOUGH}% 就停，旧的还剩：{'；'.join(said)}。",
        SEED,
        rows,
    )
