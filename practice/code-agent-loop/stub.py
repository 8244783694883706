import json
import logging
from collections import Counter

OPEN, CLOSE = "<tool_call>", "</tool_call>"


class ToolError(Exception):
    """预料中的失败，原因写给模型看。"""


def wrong(args, schema):
    """第一处不合规定的地方，一句话；没有就是 None。"""
    raise NotImplementedError


def execute(tools, call):
    """返回结果的文字，从不抛异常。"""
    raise NotImplementedError


def clip(text, limit=2000):
    raise NotImplementedError


def run(model, tools, question, max_steps=8):
    """返回 (状态, 消息)。"""
    raise NotImplementedError


def collect(pieces):
    """流式的片段拼成一条完整的回复。"""
    raise NotImplementedError


def events(chunks):
    """文本流 → ("text", 文字) 与 ("call", 标记中间的整段)。"""
    raise NotImplementedError
