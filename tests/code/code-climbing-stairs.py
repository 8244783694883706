"""手写爬楼梯：三种写法与逐条枚举走法对拍。"""

from itertools import product
from typing import Any

import pytest


def enumerate_ways(n: int, steps: tuple[int, ...]) -> int:
    """Count every ordered sequence of steps that sums to n, one by one."""
    return sum(sum(walk) == n for length in range(n + 1) for walk in product(steps, repeat=length))


def test(ns: dict[str, Any]) -> None:
    climb, climb_fast, climb_steps = ns["climb"], ns["climb_fast"], ns["climb_steps"]

    for n in range(11):
        expected = enumerate_ways(n, (1, 2))
        assert climb(n) == climb_fast(n) == climb_steps(n) == expected
    for steps in ((1,), (2,), (1, 3), (2, 3), (1, 2, 3), (3, 1), (4, 7)):
        for n in range(9):
            assert climb_steps(n, steps) == enumerate_ways(n, steps)

    assert climb_steps(6, (1, 1, 2)) == climb(6)  # a repeated step is one step
    for n in (45, 46, 200, 1000):
        assert climb(n) == climb_fast(n) == climb(n - 1) + climb(n - 2)
    assert climb(45) < 2**31 <= climb(46)

    # the claims of the page: the closed form in double precision goes wrong at 70, unordered ways are n // 2 + 1
    phi = (1 + 5**0.5) / 2
    assert next(n for n in range(200) if round(phi ** (n + 1) / 5**0.5) != climb(n)) == 70
    for n in range(12):
        assert sum(ones + 2 * twos == n for ones in range(n + 1) for twos in range(n + 1)) == n // 2 + 1

    for count in (climb, climb_fast, climb_steps):
        with pytest.raises(ValueError, match="负"):
            count(-1)
