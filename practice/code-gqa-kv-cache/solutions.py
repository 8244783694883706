WRONG = [
    (
        "解码时用 q × q 的下三角",
        "解码的一个要看得到以前的全部",
        "np.arange(total) <= old + np.arange(q)[:, None]",
        "np.arange(total) <= np.arange(q)[:, None]",
    ),
    ("没有因果掩码", "看看缩放和因果", "np.where(seen, scores, -np.inf)", "np.where(seen | True, scores, -np.inf)"),
    ("少看了自己", "输出", "np.arange(total) <= old", "np.arange(total) < old"),
    (
        "键值复制成 a 个头再存",
        "只存 g 个头",
        "np.zeros((2, g, max_len, self.d_k))",
        "np.zeros((2, a, max_len, self.d_k))",
        'heads("k", self.g), heads("v", self.g)',
        'np.repeat(heads("k", self.g), self.a // self.g, 0), np.repeat(heads("v", self.g), self.a // self.g, 0)',
        "K, V = self.k[:, None, :total], self.v[:, None, :total]",
        "K, V = self.k[:: self.a // self.g, None, :total], self.v[:: self.a // self.g, None, :total]",
    ),
    (
        "头按 0、1、0、1 共用",
        "看看哪些头共用",
        'Q = heads("q", self.a).reshape(self.g, self.a // self.g, q, self.d_k)',
        'Q = heads("q", self.a).reshape(self.a // self.g, self.g, q, self.d_k).swapaxes(0, 1)',
        "y.reshape(self.a, q, self.d_k)",
        "y.swapaxes(0, 1).reshape(self.a, q, self.d_k)",
    ),
    ("没有缩放", "看看缩放和因果", " / np.sqrt(self.d_k)", ""),
    ("没有记住存了几个", "self.n 是", "self.n = total = old + q", "total = old + q"),
    (
        "没写过的位置也参与",
        "只看得到自己",
        "seen = np.arange(total) <= old + np.arange(q)[:, None]  # 对齐到末尾\n        scores = np.where(seen, scores, -np.inf)",
        "seen = np.arange(total) <= old + np.arange(q)[:, None]\n        scores = np.where(seen, scores, -np.inf)\n        scores = np.concatenate([scores, np.zeros((*scores.shape[:-1], self.k.shape[1] - total))], axis=-1)\n        V = self.v[:, None]",
    ),
    (
        "放不下时先写了再抛",
        "没放下以后",
        '            raise ValueError("缓存满了")',
        '            self.n = self.k.shape[1]\n            raise ValueError("缓存满了")',
    ),
    (
        "放不下时悄悄挤掉最早的",
        "应抛出 ValueError",
        '            raise ValueError("缓存满了")',
        "            self.k, self.v = np.roll(self.k, -q, axis=1), np.roll(self.v, -q, axis=1)\n            old -= q",
    ),
    (
        "softmax 没有减最大值",
        "先减每行的最大值",
        "np.exp(scores - scores.max(axis=-1, keepdims=True))",
        "np.exp(scores)",
    ),
    (
        "每次把整段重新投影",
        "以前的已经在缓存里",
        "        q, old = len(x), self.n\n",
        "        q, old = len(x), self.n\n        self.seen = np.concatenate([getattr(self, 'seen', x[:0]), x])\n        self.seen @ self.W['k']\n",
    ),
    (
        "合并头时忘了换轴",
        "输出",
        "y.reshape(self.a, q, self.d_k).transpose(1, 0, 2).reshape(q, -1)",
        "y.reshape(q, -1)",
    ),
]

RIGHT = [
    (
        "复制键值再乘",
        'Q = heads("q", self.a).reshape(self.g, self.a // self.g, q, self.d_k)\n        K, V = self.k[:, None, :total], self.v[:, None, :total]',
        'Q = heads("q", self.a)\n        K, V = (np.repeat(z[:, :total], self.a // self.g, axis=0) for z in (self.k, self.v))',
    ),
]
