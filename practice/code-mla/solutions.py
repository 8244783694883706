WRONG = [
    ("除以 √d", "看看缩放用的维度", "np.sqrt(q.shape[-1])", "np.sqrt(q.shape[-1] - self.r)"),
    ("没有缩放", "看看缩放用的维度", " / np.sqrt(q.shape[-1]) ", " "),
    (
        "缓存了归一化之前的隐向量",
        "归一以后的",
        "np.hstack([rms(kv[:, : self.d_c]), rope",
        "np.hstack([kv[:, : self.d_c], rope",
    ),
    ("缓存了没有旋转的位置键", "旋转以后的", "rope(kv[:, self.d_c :], pos)]", "kv[:, self.d_c :]]"),
    ("位置总从 0 数起", "位置接着缓存数", "pos = old + np.arange(n)", "pos = np.arange(n)"),
    ("漏了位置段的分数", "两段分数", "(content + q_r @ k_r.T)", "(content + 0 * q_r @ k_r.T)"),
    (
        "查询的位置段没有旋转",
        "两段分数",
        "q_c, q_r = q[..., : -self.r], rope(q[..., -self.r :], pos)",
        "q_c, q_r = q[..., : -self.r], q[..., -self.r :]",
    ),
    (
        "位置段放在了前面",
        "两段分数",
        "q[..., : -self.r], rope(q[..., -self.r :], pos)",
        "q[..., self.r :], rope(q[..., : self.r], pos)",
    ),
    ("没有因果", "两段分数和因果", "np.where(np.arange(len(c)) <= pos[:, None], scores, -np.inf)", "scores"),
    ("吸收时忘了 uk", "运行出错", 'content = q_c @ W["uk"] @ c.T ', "content = q_c @ c.T "),
    (
        "吸收其实还是展开",
        "展开了各头的键或值",
        'content = q_c @ W["uk"] @ c.T ',
        'content = q_c @ (c @ W["uk"].swapaxes(1, 2)).swapaxes(1, 2) ',
    ),
    ("查询没有归一化", "两段分数", 'rms(x @ W["dq"]) @', '(x @ W["dq"]) @'),
    (
        "RoPE 前后半配对",
        "相邻配对",
        "even, odd, cos, sin = x[..., ::2], x[..., 1::2], np.cos(angle), np.sin(angle)\n    return np.stack([even * cos - odd * sin, even * sin + odd * cos], axis=-1).reshape(x.shape)",
        "even, odd, cos, sin = *np.split(x, 2, axis=-1), np.cos(angle), np.sin(angle)\n    return np.concatenate([even * cos - odd * sin, even * sin + odd * cos], axis=-1)",
    ),
    ("合并头时忘了换轴", "的输出", "y.swapaxes(0, 1).reshape(n, -1)", "y.reshape(n, -1)"),
    (
        "每次把整段重新投影",
        "已经在缓存里",
        "        n, old, W = len(x), len(self.cache), self.W\n",
        "        n, old, W = len(x), len(self.cache), self.W\n        self.all = np.vstack([getattr(self, 'all', x[:0]), x])\n        self.all @ W['dkv']\n",
    ),
]

RIGHT = [
    (
        "两段接成一个向量",
        "scores = (content + q_r @ k_r.T) / np.sqrt(q.shape[-1])   # 除以 √(d+r)",
        'scores = (content + np.einsum("anr,tr->ant", q_r, k_r)) * q.shape[-1] ** -0.5',
    ),
    (
        "复数旋转",
        "    return np.stack([even * cos - odd * sin, even * sin + odd * cos], axis=-1).reshape(x.shape)",
        "    z = (even + 1j * odd) * (cos + 1j * sin)\n    return np.stack([z.real, z.imag], axis=-1).reshape(x.shape)",
    ),
]
