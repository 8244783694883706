// What of a post is a number, a program, or nothing at all.
import assert from "node:assert/strict"
import { test } from "node:test"
import { comparesBack } from "../../web/match/lines.js"
import { questions, split } from "../../web/match/split.js"

test("Chinese numbers go on past ten", () => {
  const asked = ["讲一下注意力", "LoRA 的秩怎么选", "KV Cache 是什么", "RoPE 的原理"]
  const numbered = (/** @type {string[]} */ numbers) =>
    asked.map((question, i) => `${numbers[i]}、${question}`).join("。")
  assert.deepEqual(questions(numbered(["九", "十", "十一", "十二"])), asked)
  assert.deepEqual(questions(numbered(["十九", "二十", "二十一", "二十二"])), asked)
})

test("what stands in a fence is a program, down to the line that closes it", () => {
  const post = "讲一下注意力\n```python\n为什么要除以根号 dk？\nLoRA 的秩怎么选？\n```\nKV Cache 是什么"
  assert.deepEqual(questions(post), ["讲一下注意力", "KV Cache 是什么"])
})

test("what is left out has words in it, and is told where it stood", () => {
  const post = "一面\n讲一下注意力\n\n反问\n"
  const { left } = split(post)
  assert.deepEqual(
    left.map(({ text, at }) => [text, post.indexOf(text) === at]),
    [
      ["一面", true],
      ["反问", true],
    ],
  )
})

test("a story that ends with what was asked next leaves nothing behind it", () => {
  const before = "我先讲了论文的动机、方法、实验和结论，又把几个公式从头推了一遍，中间停下来画了两张图，"
  const post = `${before.repeat(3)}讲完以后面试官追问为什么要除以根号 dk`
  const { rows, left } = split(post)
  assert.deepEqual(
    rows.map(({ text }) => text),
    ["为什么要除以根号 dk"],
  )
  assert.ok(left.every(({ text }) => text.trim() !== ""))
})

test("a gap as wide as a line ends one, of whatever it is made", () => {
  const asked = ["讲一下注意力", "LoRA 的秩怎么选"]
  for (const gap of [" ".repeat(60), "\t".repeat(60), "，".repeat(20_000), " ".repeat(40_000), "（）".repeat(10_000)])
    assert.deepEqual(questions(asked.join(gap)), asked)
})

test("what the candidate asked in return is no question", () => {
  assert.deepEqual(questions("1. LoRA 的原理\n2. 反问：部门主要做什么业务"), ["LoRA 的原理"])
  assert.deepEqual(questions("1. LoRA 的原理\n2. 最后反问：用什么框架训练，多少张卡"), ["LoRA 的原理"])
  // The other way round it is.
  assert.ok(questions("1. LoRA 的原理\n2. 面试官反问我为什么不用 DPO").some((text) => text.includes("DPO")))
})

test("what was asked last stands in a line of its own, with its number or without", () => {
  for (const post of ["1. LoRA 的原理\n2. 最后问期望薪资", "LoRA 的原理是什么\n最后问期望薪资"])
    assert.ok(
      split(post).rows.some(({ text }) => text === "期望薪资"),
      post,
    )
})

test("a comparison that begins with what is compared goes on from the question before", () => {
  for (const text of ["和 PPO 比少了什么", "跟 LoRA 有什么不同", "相比 MHA 省了多少", "那和 DPO 的区别呢"])
    assert.ok(comparesBack(text), text)
  for (const text of [
    "和 RNN 比 Transformer 好在哪",
    "对比学习里温度设小了会怎样",
    "和你的项目有什么关系",
    "PPO 和 GRPO 的区别",
  ])
    assert.ok(!comparesBack(text), text)
})

test("a topic between # signs stands before a question, and how it went is no part of it", () => {
  const post =
    "#注意力# GQA 和 MQA 各省了什么 ❌没答全\n#推理# 投机解码为什么不改变分布 ✅\n#RAG# 文档怎么切块 ✅\nLoRA 的秩怎么选 —— 8 分"
  assert.deepEqual(questions(post), [
    "GQA 和 MQA 各省了什么",
    "投机解码为什么不改变分布",
    "文档怎么切块",
    "LoRA 的秩怎么选",
  ])
})
