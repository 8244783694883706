WRONG = [
    ("指数和没有换基准", "各换到新的基准", "a[1] * np.exp(a[0] - base) + b[1] * np.exp(b[0] - base)", "a[1] + b[1]"),
    ("只换了一边", "各换到新的基准", "a[1] * np.exp(a[0] - base) +", "a[1] +"),
    ("负无穷减负无穷", "负无穷减负无穷", "base = np.where(np.isneginf(m), 0, m) ", "base = m "),
    (
        "没有减最大值",
        "±5000",
        "return m, a[1] * np.exp(a[0] - base) + b[1] * np.exp(b[0] - base)",
        "return m, (a[1] * np.exp(a[0]) + b[1] * np.exp(b[0])) / np.exp(base)",
    ),
    ("少了一步", "线程 0 的最大值", "for offset in (16, 8, 4, 2, 1):", "for offset in (16, 8, 4, 2):"),
    (
        "加偏移，不是异或",
        "各自的最大值",
        "(v[0][lanes ^ offset], v[1][lanes ^ offset])",
        "(v[0][(lanes + offset) % len(lanes)], v[1][(lanes + offset) % len(lanes)])",
    ),
    ("最后一步做了两遍", "每个数只算一遍", "for offset in (16, 8, 4, 2, 1):", "for offset in (16, 8, 4, 2, 1, 1):"),
    (
        "越界的也算了一个",
        "越界的线程",
        "live * 1.0)",
        "np.ones(threads))",
        "x[np.minimum(start + t, len(x) - 1)], -np.inf)",
        "x[np.minimum(start + t, len(x) - 1)], 0.0)",
    ),
    (
        "越界读了最后一个数",
        "越界的线程",
        "np.where(live, x[np.minimum(start + t, len(x) - 1)], -np.inf), live * 1.0",
        "x[np.minimum(start + t, len(x) - 1)], np.ones(threads)",
    ),
    (
        "各 warp 没有再合并",
        "warp 之间怎么合并",
        "    v = warp_merge((np.where(has, part[0][lane], -np.inf), np.where(has, part[1][lane], 0)))\n",
        "",
    ),
    (
        "共享内存里多出来的没有填空",
        "warp 之间怎么合并",
        "np.where(has, part[0][lane], -np.inf), np.where(has, part[1][lane], 0)",
        "part[0][lane], part[1][lane]",
    ),
    (
        "写出时除以的是自己线程的和",
        "warp 之间怎么合并",
        "    part = v[0][::32]",
        "    mine = v\n    part = v[0][::32]",
        "/ v[1][owner]",
        "/ mine[1][owner]",
    ),
    (
        "最大值从 0 开始",
        "都在 −1000 左右",
        "np.full(threads, -np.inf), np.zeros(threads)",
        "np.zeros(threads), np.zeros(threads)",
    ),
    ("忘了除以和", "个线程", "np.exp(x - v[0][owner]) / v[1][owner]", "np.exp(x - v[0][owner])"),
]

RIGHT = [
    ("基准取有限的最小值", "base = np.where(np.isneginf(m), 0, m) ", "base = np.maximum(m, -1e300) "),
    ("从近到远交换", "for offset in (16, 8, 4, 2, 1):", "for offset in (1, 2, 4, 8, 16):"),
]
