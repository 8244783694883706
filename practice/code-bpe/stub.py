def merge(symbols, pair):
    """把一列符号里的 pair 从左到右换成一个。"""
    raise NotImplementedError


def train(words, merges):
    """words: {词: 次数}。返回 {对: 名次}。"""
    raise NotImplementedError


def encode(word, ranks):
    """返回符号的列表。"""
    raise NotImplementedError
