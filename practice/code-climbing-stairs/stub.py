def climb(n):
    """O(n) 时间，O(1) 空间。"""
    raise NotImplementedError


def climb_steps(n, steps=(1, 2)):
    """任意步长的集合。"""
    raise NotImplementedError


def climb_fast(n):
    """O(log n) 次乘法。"""
    raise NotImplementedError
