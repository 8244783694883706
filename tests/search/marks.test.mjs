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
test("the fittest sentence holds most of the words", () =>
  assert.equal(
    fittest(["速答在这里。", "显存不够。", "显存不够时用梯度累积。"], ["显存", "梯度累积"]),
    "显存不够时用梯度累积。",
  ))
test("without a match the short answer is shown", () => assert.equal(fittest(["速答。", "别的。"], ["没有"]), "速答。"))
test("a sentence does not begin with what belonged to the one before", () =>
  assert.equal(fittest(["：重算多了计算。"], ["计算"]), "重算多了计算。"))
test("no sentences, no text", () => assert.equal(fittest([], ["显存"]), ""))
