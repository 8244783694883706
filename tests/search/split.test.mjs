// Lines as they stand in interview posts, and the questions in them.
import assert from "node:assert/strict"
import { test } from "node:test"
import { items, questions } from "../../web/search/split.js"

const CASES = [
  ["1. 讲一下注意力\n2. LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["1、讲一下注意力\n2、LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["1）讲一下注意力 2）LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["(1) 讲一下注意力\n(2) LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["（1）讲一下注意力\n（2）LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["一、讲一下注意力\n二、LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["①讲一下注意力 ②LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["Q1: 讲一下注意力\nQ2：LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["问题1：讲一下注意力\n问题2：LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["第3题：讲一下注意力", ["讲一下注意力"]],
  ["- 讲一下注意力\n* LoRA 的秩\n• ZeRO 是什么", ["讲一下注意力", "LoRA 的秩", "ZeRO 是什么"]],
  ["为什么要除以根号 dk？换成 dk 行不行？", ["为什么要除以根号 dk？", "换成 dk 行不行？"]],
  ["LoRA 的秩怎么选；推理会变慢吗", ["LoRA 的秩怎么选", "推理会变慢吗"]],
  ["讲一下 BERT。它的 MLM 怎么做。", ["讲一下 BERT", "它的 MLM 怎么做"]],
  ["1.5B 的模型要多少显存", ["1.5B 的模型要多少显存"]],
  ["4bit 量化怎么做", ["4bit 量化怎么做"]],
  ["7B 模型全参微调要多少显存？", ["7B 模型全参微调要多少显存？"]],
  ["1.ZeRO 三个阶段 2.流水线并行的气泡", ["ZeRO 三个阶段", "流水线并行的气泡"]],
  ["一面：\n1. 自我介绍\n2. 项目介绍\n3. 讲一下 RoPE", ["讲一下 RoPE"]],
  ["二面\n反问\nLoRA 的秩", ["LoRA 的秩"]],
  ["2026.3.9\nbase 北京\nKV Cache 是什么", ["KV Cache 是什么"]],
  ["LoRA 的秩\r\nKV Cache", ["LoRA 的秩", "KV Cache"]],
  ["LoRA 的秩\n\n\nLoRA 的秩", ["LoRA 的秩"]],
  ["他说“为什么？”是什么意思", ["他说“为什么？”是什么意思"]],
  ["a. 讲一下注意力\nb. LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["> 1. 讲一下注意力", ["讲一下注意力"]],
  ["3、手撕：多头注意力！！", ["手撕：多头注意力！", "！"].slice(0, 1)],
  ["\u200b1. 讲一下注意力\ufeff", ["讲一下注意力"]],
  ["！！！\n。。。\n123", []],
  ["", []],
]

for (const [post, wanted] of CASES) test(`${JSON.stringify(post)}`, () => assert.deepEqual(questions(post), wanted))

test("an enumeration has items, a sentence has none", () => {
  assert.deepEqual(items("多头注意力、KV Cache、LoRA 的秩"), ["多头注意力", "KV Cache", "LoRA 的秩"])
  assert.deepEqual(items("BN / LN / GN"), ["BN", "LN", "GN"])
  assert.deepEqual(items("LoRA 的秩怎么选"), [])
})

test("a very long post is cut, not refused", () => assert.equal(questions("讲一下注意力\n".repeat(9000)).length, 1))
