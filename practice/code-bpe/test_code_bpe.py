from judge import check, equal, steps

WORDS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}


def split(text):
    return [bytes([one]) for one in text.encode()]


def test_merge(mine):
    """合并一对"""
    equal(mine.merge(split("abcab"), (b"a", b"b")), [b"ab", b"c", b"ab"], "abcab 里合并 (a, b)")
    equal(mine.merge(split("ba"), (b"a", b"b")), [b"b", b"a"], "ba 里合并 (a, b)（次序不同，不合并）")
    equal(mine.merge([], (b"a", b"b")), [], "空的一列")


def test_merge_from_the_left(mine):
    """重叠的从左合并"""
    equal(mine.merge(split("aaaaa"), (b"a", b"a")), [b"aa", b"aa", b"a"], "aaaaa 里合并 (a, a)")


def test_merge_makes_a_new_list(mine):
    """不改动传进来的列表"""
    symbols = split("abab")
    mine.merge(symbols, (b"a", b"b"))
    equal(symbols, split("abab"), "合并以后，原来的列表")


def test_train(mine):
    """训练的次序"""
    want = [(b"e", b"s"), (b"es", b"t"), (b"l", b"o"), (b"lo", b"w")]
    equal(list(mine.train(WORDS, 4)), want, f"用 {WORDS} 合并 4 次")
    equal(list(mine.train(WORDS, 4).values()), [0, 1, 2, 3], "名次")


def test_words_count(mine):
    """次数要乘词的次数"""
    equal(
        list(mine.train({"ab": 10, "cd": 1, "cde": 1}, 1)), [(b"a", b"b")], "ab 出现 10 次、cd 出现 2 次时合并的第一对"
    )


def test_ties(mine):
    """同样多的取字节序小的"""
    equal(list(mine.train({"zy": 1, "ab": 1}, 2)), [(b"a", b"b"), (b"z", b"y")], "zy、ab 各一次时的次序")


def test_stops(mine):
    """没有可合并的就停"""
    equal(mine.train({"ab": 1}, 10), {(b"a", b"b"): 0}, "只有一个词 ab、最多合并 10 次")
    equal(mine.train({}, 3), {}, "没有词")


def test_encode_by_rank(mine):
    """编码照名次，不是最长匹配"""
    ranks = mine.train(WORDS, 4)
    equal(mine.encode("lowest", ranks), [b"low", b"est"], "lowest 的编码")
    ranks = {(b"b", b"c"): 0, (b"a", b"b"): 1, (b"ab", b"c"): 2}
    equal(mine.encode("abc", ranks), [b"a", b"bc"], "先有 (b, c)、后有 (a, b) 的表里，abc 的编码")


def test_encode_bytes(mine):
    """单位是字节"""
    for word in ("", "a", "大模型", "🙂a"):
        equal(mine.encode(word, {}), split(word), f"表是空的时，{word!r} 的编码")
    ranks = mine.train({"大模型": 3}, 20)
    got = mine.encode("大", ranks)
    equal(b"".join(got).decode(), "大", "“大”编码以后接起来再解码")
    check(len(mine.encode("大模型", ranks)) == 1, "语料里只有“大模型”，合并够多次以后它应是一个符号")


def test_round_trip(mine):
    """解码可逆"""
    ranks = mine.train({"banana": 4, "bandana": 3, "安安": 2}, 12)
    for word in ("banana", "ban", "nabana", "安bn安"):
        equal(b"".join(mine.encode(word, ranks)).decode(), word, f"{word} 编码以后接起来再解码")


def test_steps(mine):
    """训练的步数"""
    few = steps(lambda: mine.train({"ab" * 20: 1}, 3))
    many = steps(lambda: mine.train({"ab" * 200: 1}, 3))
    check(many < 30 * few, f"词长 10 倍，训练走的步数成了 {many / few:.0f} 倍：每次合并应只把语料扫常数遍")
