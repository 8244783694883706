// Which stretches of a text are marked, and which sentence is shown.
import assert from "node:assert/strict"
import { test } from "node:test"
import { fittest, pieces } from "../../web/search/marks.js"

/** @param {string} text @param {string[]} terms */
const shown = (text, ...terms) =>
  pieces(text, terms)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("")

test("Chinese words are marked wherever they stand", () =>
  assert.equal(shown("显存不够，先省显存", "显存"), "[显存]不够，先省[显存]"))
test("a Latin word is marked whole", () => assert.equal(shown("LoRA 与 QLoRA", "lora"), "[LoRA] 与 QLoRA"))
test("what joins the parts of a name does not count", () => {
  assert.equal(shown("Flash-Attention 即 flash attention", "flashattention"), "[Flash-Attention] 即 [flash attention]")
  assert.equal(shown("past_key_values", "pastkeyvalues"), "[past_key_values]")
})
test("full width and case do not count", () => assert.equal(shown("ＫＶ Cache", "kv"), "[ＫＶ] Cache"))
test("words that touch are one mark", () => assert.equal(shown("多头注意力", "多头", "注意力"), "[多头注意力]"))
test("a character of another plane stays whole", () => assert.equal(shown("🎉显存🎉", "显存"), "🎉[显存]🎉"))
/** @param {string[]} sentences @param {string[]} terms @param {string} [title] @param {number} [named] */
const quoted = (sentences, terms, title = "题目", named = 0) => fittest(sentences, { terms, title, named })

test("the fittest sentence holds most of the words", () =>
  assert.equal(
    quoted(["速答在这里。", "显存不够。", "显存不够时用梯度累积。"], ["显存", "梯度累积"]),
    "显存不够时用梯度累积。",
  ))
test("without a match the short answer is shown", () => assert.equal(quoted(["速答。", "别的。"], ["没有"]), "速答。"))
test("where the title says what was searched for the short answer is shown", () => {
  const sentences = ["不要 critic。", "GRPO 的后来者是 DAPO。"]
  assert.equal(quoted(sentences, ["grpo"], "GRPO 是什么？"), sentences[0])
  assert.equal(quoted(sentences, ["grpo", "dapo"], "GRPO 是什么？"), sentences[1])
})
test("where the query names what an answer is about the short answer is shown", () => {
  const sentences = ["不要 critic。", "组相对策略优化由 DeepSeek 提出。"]
  assert.equal(quoted(sentences, ["策略优化"], "GRPO 是什么？", 1), sentences[0])
  assert.equal(quoted(sentences, ["策略优化"], "GRPO 是什么？", 0.3), sentences[1])
})
test("no error is quoted", () =>
  assert.equal(quoted(["速答。", "错：参数量是八千万。", "参数量是一亿。"], ["参数量"]), "参数量是一亿。"))
test("a sentence does not begin with what belonged to the one before", () =>
  assert.equal(quoted(["：重算多了计算。"], ["计算"]), "重算多了计算。"))
test("no sentences, no text", () => assert.equal(quoted([], ["显存"]), ""))
