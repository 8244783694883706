// What of a post is a number, a program, or nothing at all.
import assert from "node:assert/strict"
import { test } from "node:test"
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
