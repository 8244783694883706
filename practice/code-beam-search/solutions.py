WRONG = [
    ("没写完的多留了一条", "没写完的要正好 2 条", "elif len(grown) < k:", "elif len(grown) <= k:"),
    ("写完的也占名额", "没写完的仍要有 2 条", "[: 2 * k]", "[:k]"),
    (
        "排到后面的 eos 也算写完",
        "没有排进前 k 的 eos",
        "                if rank < k:                                  # 排进前 k 的结束才算\n                    done.append",
        "                if True:\n                    done.append",
    ),
    (
        "有一条写完就停",
        "有一条写完不能就停",
        "        if len(done) == k and best <= done[-1][1]:\n            break",
        "        if done:\n            break",
    ),
    (
        "没有长度归一",
        "alpha = 2",
        "done.append((prefix, score / penalty(len(prefix), alpha)))",
        "done.append((prefix, score))",
    ),
    ("惩罚少算了 5", "长度 7", "((5 + length) / 6) ** alpha", "length**alpha"),
    ("概率相乘，没有取对数", "它的概率", "score + log_probs(prefix)", "score + np.exp(log_probs(prefix))"),
    ("没写完时什么也不返回", "运行出错", "max(done or unfinished, key", "max(done, key"),
    (
        "前缀和 token 拆反了",
        "两步、k = 2",
        "beams[i // V][0] + (int(i % V),)",
        "beams[i % len(beams)][0] + (int(i // len(beams)),)",
    ),
    ("从不提前停", "却问了", "        if len(done) == k and best <= done[-1][1]:\n            break\n", ""),
    ("概率是 0 的接法也留着", "运行出错", "            if np.isneginf(score):\n                break\n", ""),
    ("停的条件用了归一前的分数", "停得太早", "best = beams[0][1] / penalty(max_len, alpha)", "best = beams[0][1]"),
]

RIGHT = [
    (
        "先排全部再取",
        'np.argsort(-flat, kind="stable")[: 2 * k]',
        "sorted(range(len(flat)), key=lambda j: -flat[j])[: 2 * k]",
    ),
]
