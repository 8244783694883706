import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    def __init__(self, h, a):
        super().__init__()
        raise NotImplementedError

    def forward(self, x):
        """x: (b, s, h) → (b, s, h)"""
        raise NotImplementedError


class GPT(nn.Module):
    def __init__(self, V, s_max, h, a, L):
        super().__init__()
        raise NotImplementedError

    def forward(self, ids, labels=None):
        """ids、labels: (b, s)。返回 (logits, loss)：(b, s, V) 和一个数，或 None。"""
        raise NotImplementedError
