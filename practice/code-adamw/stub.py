import numpy as np


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, decay=0.01, skip=()):
        """params: {名字: 数组}，原地更新；skip 里的名字不做衰减。"""
        raise NotImplementedError

    def step(self, grads):
        """grads: {名字: 梯度}。更新一步。"""
        raise NotImplementedError
