import numpy as np


def sequence_logp(logits, ids, answer):
    """logits: (b, s, V)；ids、answer: (b, s)。返回 (b,)。"""
    raise NotImplementedError


def dpo_loss(good, bad, ref_good, ref_bad, beta=0.1):
    """四个都是 (b,)。返回损失、(好的奖励, 坏的奖励)、排对的比例。"""
    raise NotImplementedError
