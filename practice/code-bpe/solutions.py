LOOP = """    while len(symbols) > 1:
        best = min(zip(symbols, symbols[1:]), key=lambda pair: ranks.get(pair, len(ranks)))
        if best not in ranks:
            break
        symbols = merge(symbols, best)
    return symbols"""
WRONG = [
    ("没有乘词的次数", "ab 出现 10 次", "pairs[pair] += n ", "pairs[pair] += 1 "),
    (
        "并列时次序不定",
        "zy、ab 各一次",
        "min(pairs, key=lambda pair: (-pairs[pair], pair))",
        "pairs.most_common(1)[0][0]",
    ),
    (
        "合并以后没有更新语料，同一对又数一遍",
        "合并 4 次",
        "corpus = [(merge(symbols, best), n) for symbols, n in corpus]",
        "merges -= 1",
    ),
    (
        "从左往右最长匹配",
        "后有 (a, b) 的表里",
        LOOP,
        """    known, out, i = {a + b for a, b in ranks}, [], 0
    whole = word.encode()
    while i < len(whole):
        j = len(whole)
        while j > i + 1 and whole[i:j] not in known:
            j -= 1
        out.append(whole[i:j])
        i = j
    return out""",
    ),
    (
        "按字符，不按字节",
        "表是空的时，'大模型'",
        "    symbols = [bytes([c]) for c in word.encode()]",
        "    symbols = [c.encode() for c in word]",
    ),
    ("重叠的合并了两次", "里合并 (a, b)", "            i += 2\n", "            i += 1\n"),
    ("没有可合并时出错", "运行出错", "        if not pairs:\n            break\n", ""),
    (
        "编码只合并一遍",
        "lowest 的编码",
        "        symbols = merge(symbols, best)\n    return symbols",
        "        return merge(symbols, best)\n    return symbols",
    ),
    (
        "编码时先合并名次靠后的",
        "后有 (a, b) 的表里",
        "best = min(zip(symbols, symbols[1:]), key=lambda pair: ranks.get(pair, len(ranks)))",
        "best = max(zip(symbols, symbols[1:]), key=lambda pair: ranks.get(pair, -1))",
    ),
    (
        "在原来的列表里删",
        "原来的列表",
        "            out.append(symbols[i] + symbols[i + 1])\n            i += 2",
        "            out.append(symbols[i] + symbols.pop(i + 1))\n            i += 1",
    ),
]

RIGHT = [
    (
        "按下标合并",
        "    out, i = [], 0\n    while i < len(symbols):\n        if tuple(symbols[i : i + 2]) == pair:\n            out.append(symbols[i] + symbols[i + 1])\n            i += 2\n        else:\n            out.append(symbols[i])\n            i += 1\n    return out",
        "    out = []\n    for one in symbols:\n        if out and fresh and (out[-1], one) == pair:\n            out[-1], fresh = out[-1] + one, False\n        else:\n            out.append(one)\n            fresh = True\n    return out",
    ),
]
