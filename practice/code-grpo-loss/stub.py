import numpy as np


def group_advantages(rewards, eps=1e-6):
    """rewards: (题数, G)。"""
    raise NotImplementedError


def ppo_clip(logp, logp_old, adv, eps=0.2):
    """逐 token 的目标和它对 logp 的梯度。"""
    raise NotImplementedError


def grpo_loss(logp, logp_old, logp_ref, adv, mask, eps=0.2, beta=0.04, by_token=False):
    """logp…: (G, n)；adv: (G,)；mask: (G, n)。返回损失和对 logp 的梯度。"""
    raise NotImplementedError
