import numpy as np


def gae(rewards, values, mask, gamma=1.0, lam=0.95, last=None):
    """三个都是 (b, n)；last: (b,)。返回 (优势, 回报)，各 (b, n)。"""
    raise NotImplementedError


def whiten(adv, mask, eps=1e-8):
    raise NotImplementedError
