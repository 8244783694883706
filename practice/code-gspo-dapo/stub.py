import numpy as np


def gspo_loss(logp, logp_old, adv, mask, low=3e-4, high=4e-4):
    """logp、logp_old、mask: (G, n)；adv: (G,)。返回损失和对 logp 的梯度。"""
    raise NotImplementedError


def dapo_loss(logp, logp_old, adv, mask, low=0.2, high=0.28, total=None):
    """total：整批的 token 数。返回损失和对 logp 的梯度。"""
    raise NotImplementedError


def overlong(length, limit=20480, buffer=4096):
    """超长软惩罚，0 到 −1。"""
    raise NotImplementedError


def dynamic_batch(rollout, want, most):
    """rollout() → (是否正确 (G,), 长度 (G,))。返回优势 (want, G) 和采了几组。"""
    raise NotImplementedError
