import logging

from judge import check, equal, raises

RULE = {"properties": {"id": {"type": "integer"}, "unit": {"type": "string", "enum": ["件", "箱"]}}, "required": ["id"]}
CITY = {"properties": {"city": {"type": "string"}}, "required": ["city"]}
SECRET = "sk-secret"


def toolbox(mine):
    def order(id, unit="件"):
        if id == 404:
            raise mine.ToolError("查无此单")
        if id == 500:
            raise RuntimeError(SECRET)
        if id == 504:
            raise TimeoutError(SECRET)
        return "长" * id

    return {"order": (order, RULE), "weather": (lambda city: {"上海": "31 度", "北京": "28 度"}[city], CITY)}


def call(name, arguments, id="a"):
    return {"id": id, "name": name, "arguments": arguments}


def reply(*calls):
    return {"content": "", "calls": list(calls)}


def scripted(*replies):
    left = list(replies)
    return lambda messages: left.pop(0) if left else {"content": "好了", "calls": []}


def says(text, words, what):
    missing = [word for word in words if word not in (text or "")]
    check(not missing, f"{what}：回的是“{text}”，里面应有 {'、'.join(missing)}")


def test_schema(mine):
    """参数的规定"""
    equal(mine.wrong({"id": 4, "unit": "箱"}, RULE), None, "合规定的参数")
    says(mine.wrong({}, RULE), ["id"], "缺少必填的 id")
    says(mine.wrong({"id": "4"}, RULE), ["id", "integer"], "id 应是 integer，给了 '4'")
    says(mine.wrong({"id": 4, "size": 1}, RULE), ["size"], "多出来的 size")
    says(mine.wrong({"id": 4, "unit": "个"}, RULE), ["unit", "件", "箱"], "unit 不在枚举里")
    check(mine.wrong([], {"properties": {}}), "参数是列表、不是对象，却没有说")
    equal(mine.wrong({}, {"properties": {}}), None, "没有 required、也没有参数")


def test_kinds(mine):
    """类型"""
    for kind, right, bad in (
        ("integer", 4, 4.5),
        ("number", 4, "4"),
        ("number", 4.5, None),
        ("boolean", True, 1),
        ("array", [], {}),
        ("object", {}, []),
        ("string", "", 0),
    ):
        schema = {"properties": {"v": {"type": kind}}}
        equal(mine.wrong({"v": right}, schema), None, f"{kind} 给 {right!r}")
        check(mine.wrong({"v": bad}, schema), f"{kind} 给 {bad!r}，却没有说")
    for kind in ("integer", "number"):
        check(mine.wrong({"v": True}, {"properties": {"v": {"type": kind}}}), f"{kind} 给 True，却没有说：布尔不是数")


def test_execute(mine):
    """执行一个调用"""
    tools = toolbox(mine)
    equal(mine.execute(tools, call("weather", '{"city": "上海"}')), "31 度", "weather 上海")
    says(mine.execute(tools, call("ordr", "{}")), ["order", "weather"], "没有 ordr 这个工具（要说出有哪些）")
    check(isinstance(mine.execute(tools, call("order", '{"id": 4')), str), "参数不是合法的 JSON 时，应返回一句话")
    says(mine.execute(tools, call("order", '{"id": "4"}')), ["id", "integer"], "参数的类型不对")
    check(isinstance(mine.execute(tools, call("order", "[4]")), str), "参数是 JSON 的列表时，应返回一句话")


def test_failures(mine):
    """工具失败"""
    logging.disable(logging.CRITICAL)
    try:
        tools = toolbox(mine)
        says(mine.execute(tools, call("order", '{"id": 404}')), ["查无此单"], "ToolError 的原因要给模型看")
        inside, late = (mine.execute(tools, call("order", f'{{"id": {id}}}')) for id in (500, 504))
    finally:
        logging.disable(logging.NOTSET)
    check(SECRET not in inside, "工具内部的异常，内容给了模型看：里面可能有密钥，只进日志")
    check(isinstance(inside, str) and inside, "工具内部的异常，应返回一句话")
    says(late, ["查"], "超时（不知道是否成功，要先查状态）")
    check(late != inside, "超时与内部的异常回了同样的话：超时的可能已经做成了")


def test_clip(mine):
    """太长的结果"""
    equal(mine.clip("好" * 10, 10), "好" * 10, "正好 10 个字、限 10 个")
    got = mine.clip("好" * 3000)
    check(len(got) < 2100 and got.startswith("好" * 2000), f"3000 个字、限 2000 个，给了 {len(got)} 个")
    check(got[2000] != "好", "缺省应只给前 2000 个字，给多了")
    says(got[2000:], ["3000"], "截断以后要说出一共多少字")


def test_run(mine):
    """循环"""
    status, messages = mine.run(scripted(), toolbox(mine), "你好")
    equal(status, "完成", "模型直接回答时的状态")
    equal([one["role"] for one in messages], ["user", "assistant"], "模型直接回答时的消息")
    both = reply(call("weather", '{"city": "上海"}', "a"), call("weather", '{"city": "北京"}', "b"))
    status, messages = mine.run(scripted(both), toolbox(mine), "哪里热")
    equal(
        [one["role"] for one in messages],
        ["user", "assistant", "tool", "tool", "assistant"],
        "并行调用两个工具时的消息",
    )
    equal(
        [(one["id"], one["content"]) for one in messages[2:4]],
        [("a", "31 度"), ("b", "28 度")],
        "两个调用的结果（按次序，带编号）",
    )
    equal(messages[1].get("calls"), both["calls"], "助手那条消息里的 calls")


def test_goes_on(mine):
    """失败不结束循环"""
    status, messages = mine.run(
        scripted(reply(call("order", "{")), reply(call("weather", '{"city": "上海"}'))), toolbox(mine), "问"
    )
    equal(status, "完成", "第一次的参数是坏的、第二次是好的，状态")
    equal(messages[-2]["content"], "31 度", "第二次的结果")
    long = mine.run(scripted(reply(call("order", '{"id": 3000}'))), toolbox(mine), "问")[1][-2]["content"]
    check(len(long) < 2100, f"3000 个字的结果原样进了消息，有 {len(long)} 个字")


def test_stuck(mine):
    """同样的调用"""
    count = []
    tools = {"order": (lambda id: count.append(id) or "无", RULE)}
    status, messages = mine.run(lambda m: reply(call("order", '{"id": 1}', str(len(m)))), tools, "问", max_steps=6)
    equal(status, "步数用完", "模型总是调用，max_steps = 6 的状态")
    equal(len(count), 2, "同样的调用执行了几次")
    asked = [one["id"] for message in messages if message["role"] == "assistant" for one in message["calls"]]
    equal(
        [one["id"] for one in messages if one["role"] == "tool"],
        asked,
        "工具消息的编号（每个调用都要有一条，拦下的也要）",
    )
    equal(len(asked), 6, "问了模型几次")


def test_different_arguments(mine):
    """参数不同的调用"""
    count = []
    tools = {"order": (lambda id: count.append(id) or "无", RULE)}
    mine.run(lambda m: reply(call("order", f'{{"id": {len(m)}}}')), tools, "问", max_steps=5)
    equal(len(count), 5, "参数各不相同的 5 次调用执行了几次")
    count.clear()
    mine.run(lambda m: reply(call("order", f'{{"id": {len(m)}}}')), tools, "问")
    equal(len(count), 8, "没有写 max_steps 时问了模型几次（缺省 8 次）")


PARTS = [
    {"index": 0, "id": "a", "name": "order"},
    {"index": 1, "id": "b", "name": "weather"},
    {"index": 0, "arguments": '{"id"'},
    {"index": 1, "arguments": '{"city": '},
    {"index": 1, "arguments": '"上海"}'},
    {"index": 0, "arguments": ": 4}"},
]
STREAM = [{"content": "稍"}, {"content": "等"}, *({"calls": [part]} for part in PARTS), {"finish": "tool_calls"}]


def test_collect(mine):
    """拼流式的片段"""
    equal(
        mine.collect([{"content": "好"}, {"content": None}, {"finish": "stop"}]),
        {"content": "好", "calls": []},
        "只有文字的回复",
    )
    want = {"content": "稍等", "calls": [call("order", '{"id": 4}'), call("weather", '{"city": "上海"}', "b")]}
    equal(mine.collect(STREAM), want, "两个调用的片段交错着来")
    late = [
        {"calls": [{"index": 1, "id": "b", "name": "y", "arguments": "{}"}]},
        {"calls": [{"index": 0, "id": "a", "name": "x", "arguments": "{}"}]},
    ]
    equal(
        [one["id"] for one in mine.collect([*late, {"finish": "tool_calls"}])["calls"]],
        ["a", "b"],
        "index 1 先来，调用的次序（按 index）",
    )


def test_incomplete(mine):
    """不完整的回复"""
    raises(ConnectionError, lambda: mine.collect(STREAM[:-1]), "没有收到 finish")
    raises(
        ConnectionError,
        lambda: mine.collect([*STREAM[:-1], {"finish": "length"}]),
        "finish 是 length（半截的调用，JSON 恰好合法也不能要）",
    )
    raises(
        ConnectionError,
        lambda: mine.collect([*STREAM[:-1], {"finish": "content_filter"}]),
        "finish 是 content_filter（被过滤掉一段，也不完整）",
    )


TEXT = '先查<tool_call>{"a": "<b"}</tool_call>再<tool查<tool_call>{}</tool_call>1<2'
WANT = [("text", "先查"), ("call", '{"a": "<b"}'), ("text", "再<tool查"), ("call", "{}"), ("text", "1<2")]


def merged(found):
    out = []
    for kind, part in found:
        if kind == "text" and out and out[-1][0] == "text":
            out[-1] = ("text", out[-1][1] + part)
        else:
            out.append((kind, part))
    return out


def test_events(mine):
    """文本流里的调用"""
    equal(merged(mine.events([TEXT])), WANT, "整段一次来")
    for size in (1, 2, 3, 5, 7, 11, 20):
        got = merged(mine.events(TEXT[i : i + size] for i in range(0, len(TEXT), size)))
        equal(got, WANT, f"每块 {size} 个字（标记会被切开）")


def test_events_at_once(mine):
    """能确定的立刻给出"""
    stream = mine.events(iter(["好", "的<"]))
    equal(next(iter(stream)), ("text", "好"), "第一块“好”来了以后先给出的")
    got = []

    def watched():
        yield "你好"
        got.append(len(seen))
        yield "。"

    seen = []
    for one in mine.events(watched()):
        seen.append(one)
    check(got == [1], "第一块文字要等到后面的块才给出：不像标记开头的应立刻给出")


def test_events_broken(mine):
    """断在调用中间"""
    raises(ConnectionError, lambda: list(mine.events(["先查<tool_call>", '{"a": 1}'])), "没有等到结束的标记")
