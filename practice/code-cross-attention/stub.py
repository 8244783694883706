import numpy as np


def remember(ctx, W_k, W_v, a):
    """ctx: (b, n_k, h_c)。返回 K、V，各 (b, a, n_k, h / a)。"""
    raise NotImplementedError


def cross_attention(x, kv, W_q, W_o, valid=None):
    """x: (b, n_q, h)；valid: (b, n_k)。返回输出 (b, n_q, h) 和权重 (b, a, n_q, n_k)。"""
    raise NotImplementedError
