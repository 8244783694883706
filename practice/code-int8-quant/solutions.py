WRONG = [
    ("截断，没有取整", "整数", "np.clip(np.rint(x / s), -top, top)", "np.clip(np.trunc(x / s), -top, top)"),
    (
        "因子用了整个范围的宽度",
        "最大的对应 127",
        "np.abs(x).max(axis=axis, keepdims=True) / top",
        "(x.max(axis=axis, keepdims=True) - x.min(axis=axis, keepdims=True)) / (2 * top)",
    ),
    ("没有 keepdims", "运行出错", "np.abs(x).max(axis=axis, keepdims=True)", "np.abs(x).max(axis=axis)"),
    (
        "全零的一行除以 0",
        "算了 0/0",
        "    s = np.where(s == 0, 1.0, s)                              # 全零的一行\n",
        "",
    ),
    ("位数写死了 8", "4 位", "2 ** (bits - 1) - 1", "127"),
    (
        "分组沿错了轴",
        "每行的每组各一个因子",
        "w.reshape(len(w), -1, size), axis=2",
        "w.reshape(len(w), -1, size), axis=1",
    ),
    ("int8 相乘，回绕了", "会回绕", "qx.astype(np.int32) @ qw.astype(np.int32).T", "qx @ qw.T"),
    (
        "int16 累加",
        "会回绕",
        "qx.astype(np.int32) @ qw.astype(np.int32).T",
        "(qx.astype(np.int16)[:, None] * qw.astype(np.int16)).sum(axis=2, dtype=np.int16)",
    ),
    (
        "激活整个张量共用一个因子",
        "先还原再乘",
        "(qx, sx), (qw, sw) = quantize(x, axis=1)",
        "(qx, sx), (qw, sw) = quantize(x)",
    ),
    ("权重的因子没有转置", "运行出错", ".T) * sx * sw.T", ".T) * sx * sw"),
    (
        "范围没有包住 0",
        "范围要包住 0",
        "np.minimum(x.min(axis=axis, keepdims=True), 0)",
        "x.min(axis=axis, keepdims=True)",
        "np.maximum(x.max(axis=axis, keepdims=True), 0)",
        "x.max(axis=axis, keepdims=True)",
    ),
    ("零点的符号反了", "的零点", "np.rint(-low / s)", "np.rint(low / s)"),
    ("零点那一项漏了", "零点那一项", "(qx @ qw.T - zx * qw.sum(axis=1))", "(qx @ qw.T)"),
    ("零点乘的是激活的和", "运行出错", "zx * qw.sum(axis=1)", "zx * qx.sum(axis=1)"),
    (
        "uint8 直接相减，回绕了",
        "零点那一项",
        "qx, qw = qx.astype(np.int32), qw.astype(np.int32)\n    return (qx @ qw.T - zx * qw.sum(axis=1))",
        "qw = qw.astype(np.int32)\n    return ((qx - zx.astype(np.uint8)) @ qw.T)",
    ),
]

RIGHT = [
    (
        "用浮点装整数来乘",
        "(qx.astype(np.int32) @ qw.astype(np.int32).T) * sx * sw.T",
        "(qx.astype(np.float64) @ qw.astype(np.float64).T) * (sx @ sw.T)",
    ),
    ("先减零点再乘", "(qx @ qw.T - zx * qw.sum(axis=1))", "((qx - zx) @ qw.T)"),
]
