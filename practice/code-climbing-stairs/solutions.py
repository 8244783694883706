WRONG = [
    ("下标错开一格", "climb(0) 到 climb(7)", "now, following = 1, 1  ", "now, following = 1, 2  "),
    (
        "朴素的递归",
        "同样的子问题",
        "    now, following = 1, 1                    # f(0), f(1)\n",
        "    if n < 2:\n        return 1\n    return climb(n - 1) + climb(n - 2)\n    now, following = 1, 1\n",
    ),
    (
        "开了长度为 n 的数组",
        "只有前两项要留着",
        "    for _ in range(n):\n        now, following = following, now + following\n    return now",
        "    ways = [1, 1] + [0] * n\n    for i in range(2, n + 1):\n        ways[i] = ways[i - 1] + ways[i - 2]\n    return ways[n]",
    ),
    (
        "数的是组合，不是有序的走法",
        "1+1+1、1+2、2+1",
        "    for i in range(1, n + 1):\n        ways[i] = sum(ways[i - k] for k in set(steps) if k <= i)",
        "    for k in set(steps):\n        for i in range(k, n + 1):\n            ways[i] += ways[i - k]",
    ),
    ("步长大于台阶时绕到末尾", "运行出错", " if k <= i)", ")"),
    ("重复的步长算了两次", "步长写成 1、1、2", "set(steps)", "steps"),
    (
        "通项公式",
        "浮点数在这里不精确",
        "    power, base = ",
        "    return round(((1 + 5**0.5) / 2) ** (n + 1) / 5**0.5)\n    power, base = ",
    ),
    (
        "快速幂其实是逐次乘",
        "应只随 log n 增加",
        "        base = multiply(base, base)\n        n >>= 1",
        "        n -= 1",
        "        if n & 1:\n            power = multiply(power, base)\n",
        "        power = multiply(power, base)\n",
    ),
    ("负数没有拒绝", "climb(-1)", '    if n < 0:\n        raise ValueError("n 不能为负")\n    now', "    now"),
    ("取错了矩阵的元素", "climb_fast(0)", "return power[0][0]", "return power[0][1]"),
]

RIGHT = [
    (
        "数组开到 n + 1，只留两格",
        "    now, following = 1, 1                    # f(0), f(1)\n    for _ in range(n):\n        now, following = following, now + following\n    return now",
        "    last = [1, 1]\n    for i in range(2, n + 1):\n        last[i % 2] = last[0] + last[1]\n    return last[n % 2]",
    ),
    (
        "倍增公式",
        "    power, base = ((1, 0), (0, 1)), ((1, 1), (1, 0))\n    while n:\n        if n & 1:\n            power = multiply(power, base)\n        base = multiply(base, base)\n        n >>= 1\n    return power[0][0]                       # M^n 的左上角是 F(n+1)",
        "    def pair(m):\n        if m == 0:\n            return 0, 1\n        a, b = pair(m // 2)\n        c, d = a * (2 * b - a), a * a + b * b\n        return (d, c + d) if m % 2 else (c, d)\n\n    return pair(n)[1]",
    ),
]
