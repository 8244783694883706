WRONG = [
    ("布尔当作整数", "布尔不是数", ' or (isinstance(value, bool) and kind != "boolean")', ""),
    (
        "没有查多出来的参数",
        "多出来的 size",
        "            return f\"没有参数 {name}；可用：{'、'.join(known)}\"",
        "            continue",
    ),
    ("没有查枚举", "不在枚举里", 'if "enum" in known[name] and value not in known[name]["enum"]:', "if False:"),
    (
        "没有查是不是对象",
        "运行出错",
        '    if not isinstance(args, dict):\n        return "参数应是一个 JSON 对象"\n',
        "",
    ),
    (
        "坏 JSON 抛了出去",
        "运行出错",
        '    except json.JSONDecodeError as error:\n        return f"参数不是合法的 JSON，错在第 {error.pos + 1} 个字符，请整段重写"\n',
        "    finally:\n        pass\n",
    ),
    ("没有的工具没有说有哪些", "要说出有哪些", "；可用：{'、'.join(tools)}\"\n    function", '"\n    function'),
    (
        "堆栈给了模型看",
        "只进日志",
        '    except Exception:\n        logging.exception("工具 %s", call["name"])           # 堆栈只进日志\n        return "工具内部出错，已记录；换一种办法"',
        '    except Exception as error:\n        return f"出错：{error!r}"',
    ),
    (
        "超时当作失败",
        "要先查状态",
        '        return "超时，不知道是否成功；先查状态，不要直接重发"',
        '        return "失败：超时，请重试"',
    ),
    ("截断没有说一共多少字", "一共多少字", "……（共 {len(text)} 字，只给前 {limit} 字）", "……"),
    (
        "拦下的调用没有回应",
        "拦下的也要",
        '            messages.append({"role": "tool", "id": call["id"], "content": clip(said)})',
        '            if seen[key] < 3:\n                messages.append({"role": "tool", "id": call["id"], "content": clip(said)})',
    ),
    ("只看名字，参数不同也拦", "参数各不相同", 'key = call["name"], call["arguments"]', 'key = call["name"]'),
    ("从不拦同样的调用", "执行了几次", "if seen[key] < 3 else", "if True else"),
    ("只执行了第一个调用", "并行调用两个工具", 'for call in reply["calls"]:', 'for call in reply["calls"][:1]:'),
    ("结果没有截断", "原样进了消息", '"content": clip(said)}', '"content": said}'),
    ("没有结束标记也要", "没有收到 finish", '("stop", "tool_calls"):', '("stop", "tool_calls", None):'),
    ("长度到顶的也要", "finish 是 length", '("stop", "tool_calls"):', '("stop", "tool_calls", "length"):'),
    (
        "被过滤的也要",
        "finish 是 content_filter",
        '("stop", "tool_calls"):',
        '("stop", "tool_calls", "content_filter"):',
    ),
    ("片段按来的次序，不按 index", "按 index", "[calls[i] for i in sorted(calls)]", "list(calls.values())"),
    (
        "同一个调用的片段被覆盖",
        "交错着来",
        'call[field] += part.get(field) or ""',
        "call[field] = part.get(field) or call[field]",
    ),
    (
        "切开的标记认不出",
        "标记会被切开",
        "            hold = max(n for n in range(len(OPEN)) if buffer.endswith(OPEN[:n]))\n",
        "            hold = 0\n",
    ),
    (
        "断在中间当作文字",
        "没有等到结束的标记",
        '    if inside:\n        raise ConnectionError("断在调用中间，不执行")\n',
        "",
    ),
    (
        "没有标记就一直扣着",
        "先给出的",
        "hold = max(n for n in range(len(OPEN)) if buffer.endswith(OPEN[:n]))",
        "hold = len(buffer)",
    ),
]

RIGHT = [
    (
        "次数用字典记",
        'said = execute(tools, call) if seen[key] < 3 else "同样的调用已有两次，结果在上面；换一种办法，或说明做不到"',
        'said = "换一种办法" if seen[key] > 2 else execute(tools, call)',
    ),
]
