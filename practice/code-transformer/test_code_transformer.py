import math

import torch
from judge import check, same
from torch import nn

V, S_MAX, H, A, L = 23, 12, 16, 4, 3


def made(mine):
    torch.manual_seed(0)
    return mine.GPT(V, S_MAX, H, A, L).eval()


def block(mine):
    torch.manual_seed(0)
    layer = mine.Block(H, A).eval()
    for parameter in layer.parameters():
        nn.init.normal_(parameter, std=0.3)
    return layer


def ids(seed=0, s=S_MAX):
    return torch.randint(0, V, (2, s), generator=torch.Generator().manual_seed(seed))


def test_shapes(mine):
    """形状"""
    x = torch.randn(2, 7, H)
    got = block(mine)(x)
    check(got.shape == x.shape, f"Block 的输出形状是 {tuple(got.shape)}，应与输入 {tuple(x.shape)} 相同")
    logits, loss = made(mine)(ids())
    check(tuple(logits.shape) == (2, S_MAX, V), f"logits 的形状是 {tuple(logits.shape)}，应是 {(2, S_MAX, V)}")
    check(loss is None, "没有 labels 时 loss 应是 None")
    _, loss = made(mine)(ids(), ids(1))
    check(loss is not None and loss.dim() == 0, "有 labels 时 loss 应是一个数（零维的张量）")


def test_parameters(mine):
    """参数量"""
    count = sum(one.numel() for one in mine.Block(H, A).parameters())
    check(count == 12 * H * H + 13 * H, f"Block 有 {count} 个参数，应是 12h² + 13h = {12 * H * H + 13 * H}")
    count, layers = sum(one.numel() for one in made(mine).parameters()), L * (12 * H * H + 13 * H)
    want = V * H + S_MAX * H + layers + 2 * H
    tied = "；多出的正好是一个 (V, h) 的矩阵，输出层没有与嵌入共用" if count - want == V * H else ""
    tied = tied or ("；少了位置嵌入" if want - count == S_MAX * H else "")
    check(count == want, f"GPT 有 {count} 个参数，应是 {want}{tied}")


def test_names(mine, answer):
    """各层的名字"""
    got, want = (dict(one.Block(H, A).named_parameters()) for one in (mine, answer))
    missing = sorted(want.keys() - got.keys())
    check(
        not missing,
        f"Block 里没有 {'、'.join(missing)}；各层请叫 ln1、ln2、qkv、proj、fc、out，判的时候要放进同样的权重",
    )
    odd = [f"{name} 是 {tuple(got[name].shape)}" for name in want if got[name].shape != want[name].shape]
    check(not odd, f"形状不对：{'、'.join(odd)}")


def test_identity(mine):
    """恒等通路：残差加的是归一化之前的 x"""
    layer = mine.Block(H, A).eval()
    for parameter in layer.parameters():
        nn.init.zeros_(parameter)
    x = torch.randn(2, 5, H) * 3
    same(layer(x), x, "参数全是 0 时 Block 的输出（应等于输入）")


def test_pre_norm(mine):
    """归一化在子层之前"""
    x = torch.randn(2, 5, H)
    got = block(mine)(x * 1000) - x * 1000
    check(got.abs().max() < 500, "输入放大 1000 倍，两个子层加上去的量也跟着大了：归一化应在子层之前（pre-norm）")
    check(got.std(-1).max() > 0.05, "输入放大 1000 倍，子层几乎没有加上什么：归一化不该做在残差的和上")


def test_causal(mine):
    """因果：改后文，前面的 logits 不变"""
    model, one = made(mine), ids()
    other = one.clone()
    other[:, 6:] = (other[:, 6:] + 1) % V
    before, after = model(one)[0], model(other)[0]
    same(after[:, :6], before[:, :6], "改了第 7 个 token 以后，前 6 个位置的 logits", 1e-4)
    check(not torch.allclose(after[:, 6:], before[:, 6:]), "改了第 7 个 token，它自己的 logits 却没有变")


def test_earlier_tokens_matter(mine):
    """后面的位置看得到前面"""
    layer, x = block(mine), torch.randn(1, 6, H)
    other = x.clone()
    other[:, 0] = other[:, 0].flip(-1)
    check(
        not torch.allclose(layer(x)[:, 5], layer(other)[:, 5]),
        "改了第 1 个 token，第 6 个的输出没有变：注意力没有看前面",
    )


def test_positions(mine):
    """位置嵌入"""
    model = made(mine)
    for parameter in model.parameters():
        if parameter.dim() == 2:
            nn.init.normal_(parameter, std=0.3)
    same_ids = torch.full((1, S_MAX), 5)
    logits = model(same_ids)[0][0]
    check(
        not torch.allclose(logits[0], logits[-1], atol=1e-4),
        "同一个 token 重复 12 次，各位置的 logits 都一样：没有加位置嵌入",
    )
    short = model(ids(3, 4))[0]
    longer = model(torch.cat([ids(3, 4), ids(4, 3)], dim=1))[0]
    same(longer[:, :4], short, "同一个前缀，后面接与不接别的 token，前 4 个位置的 logits", 1e-4)


def test_values(mine, answer):
    """同样的权重，同样的输出"""
    torch.manual_seed(2)
    x = torch.randn(2, 6, H)
    for heads, what in ((H, f"{H} 个头、每头 1 维时 Block 的输出"), (A, f"{A} 个头、每头 {H // A} 维时 Block 的输出")):
        theirs, layer = answer.Block(H, heads).eval(), mine.Block(H, heads).eval()
        for parameter in theirs.parameters():
            nn.init.normal_(parameter, std=0.4)
        layer.load_state_dict(theirs.state_dict())
        hint = (
            "这时缩放是 1；看看子层的次序、GELU 和 q、k、v 的次序"
            if heads == H
            else "每头 1 维时是对的，看看缩放和分头"
        )
        same(layer(x), theirs(x), f"{what}（{hint}）", 1e-4)


def test_loss(mine):
    """损失与起步值"""
    model = made(mine)
    logits, loss = model(ids(), ids(1))
    want = nn.functional.cross_entropy(logits.flatten(0, 1), ids(1).flatten())
    same(loss, want, "loss（labels 已经错开，各位置取平均）", 1e-4)
    check(
        abs(loss.item() - math.log(V)) < 0.3,
        f"初始损失是 {loss.item():.2f}，应接近 ln V = {math.log(V):.2f}：看看初始化",
    )


def test_tied(mine):
    """输出层与嵌入是同一个参数"""
    model = made(mine).train()
    matrices = [one for one in model.parameters() if tuple(one.shape) == (V, H)]
    check(len(matrices) == 1, f"形状是 (V, h) 的参数有 {len(matrices)} 个，应只有 1 个，嵌入和输出层共用")
    model(ids(), ids(1))[1].backward()
    unused = sorted(set(range(V)) - set(ids().flatten().tolist()))
    check(matrices[0].grad[unused].abs().sum() > 0, "输入里没有的 token，它的嵌入没有梯度：输出层没有用到这个参数")


def test_learns(mine):
    """学得会"""
    torch.manual_seed(0)
    model = mine.GPT(V, S_MAX, 32, A, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    text = ids(7, S_MAX)
    for _ in range(80):
        loss = model(text[:, :-1], text[:, 1:])[1]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    check(loss.item() < 0.2, f"80 步还背不下两条 12 个 token 的序列，损失是 {loss.item():.2f}")
    missing = [name for name, one in model.named_parameters() if one.grad is None]
    check(not missing, f"这些参数没有梯度：{'、'.join(missing)}")
