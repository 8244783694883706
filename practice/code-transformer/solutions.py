WRONG = [
    ("忘了因果掩码", "前 6 个位置的 logits", "is_causal=True", "is_causal=False"),
    (
        "残差加在归一化之后的 x 上",
        "应等于输入",
        "x = x + self.attention(self.ln1(x))",
        "x = self.ln1(x)\n        x = x + self.attention(x)",
    ),
    ("post-norm", "应等于输入", "x = x + self.attention(self.ln1(x))", "x = self.ln1(x + self.attention(x))"),
    (
        "第一个子层忘了归一化",
        "归一化应在子层之前",
        "self.attention(self.ln1(x))",
        "self.attention(x) + 0 * self.ln1(x)",
    ),
    (
        "输出层没有与嵌入共用",
        "没有与嵌入共用",
        "        self.head.weight = self.wte.weight                     # 权重绑定：同一个 Parameter\n",
        "",
    ),
    (
        "绑定时只复制了数",
        "没有与嵌入共用",
        "self.head.weight = self.wte.weight ",
        "self.head.weight.data = self.wte.weight.data ",
    ),
    (
        "没有加位置嵌入",
        "没有加位置嵌入",
        "self.wte(ids) + self.wpe(torch.arange(ids.shape[1], device=ids.device))",
        "self.wte(ids) + 0 * self.wpe(torch.arange(ids.shape[1], device=ids.device))",
    ),
    (
        "标签又错开了一次",
        "labels 已经错开",
        "F.cross_entropy(logits.flatten(0, 1), labels.flatten())",
        "F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())",
    ),
    (
        "嵌入用默认的初始化",
        "看看初始化",
        "nn.init.normal_(p, std=0.02 / shrink)",
        "nn.init.normal_(p, std=1.0 / shrink)",
    ),
    ("缩放用了 h，不是每头的维度", "这时缩放是 1", "is_causal=True)", "is_causal=True, scale=h ** -0.5)"),
    (
        "线性层没有偏置",
        "12h² + 13h",
        "nn.Linear(h, 3 * h), nn.Linear(h, h)",
        "nn.Linear(h, 3 * h, bias=False), nn.Linear(h, h)",
    ),
    (
        "合并时忘了把头换回来，token 混了",
        "前 6 个位置的 logits",
        "y.transpose(1, 2).reshape(b, s, h)",
        "y.reshape(b, s, h)",
    ),
    (
        "激活用了 ReLU",
        "看看子层的次序、GELU",
        'F.gelu(self.fc(self.ln2(x)), approximate="tanh")',
        "F.relu(self.fc(self.ln2(x)))",
    ),
]

RIGHT = [
    (
        "自己写注意力",
        "        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)\n",
        '        scores = q @ k.transpose(-2, -1) / math.sqrt(h // self.a)\n        hidden = torch.ones(s, s, dtype=torch.bool, device=x.device).triu(1)\n        y = scores.masked_fill(hidden, float("-inf")).softmax(-1) @ v\n',
    ),
    (
        "用 chunk 拆",
        "self.qkv(x).view(b, s, 3, self.a, h // self.a).permute(2, 0, 3, 1, 4)",
        "(z.view(b, s, self.a, h // self.a).transpose(1, 2) for z in self.qkv(x).chunk(3, dim=-1))",
    ),
]
