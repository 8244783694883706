// What a query is not taken for, over the small book in tests/search/docs.
import assert from "node:assert/strict"
import { test } from "node:test"
import { ids } from "./opened.mjs"

test("letters that mostly spell nothing are no pinyin", async () => {
  assert.deepEqual(await ids("zhuzhuzhu"), [])
  assert.equal((await ids("zhuyili"))[0], "multi-head")
})

test("a single character is looked for inside no title", async () => {
  assert.deepEqual(await ids("意"), [])
})

test("a word that is cut in two counts only where both pieces stand", async () => {
  // Others say 注意力 without 矩阵.
  assert.deepEqual(await ids("注意力矩阵"), ["flash"])
})

test("a term with the first character of another goes on with it, and is no slip", async () => {
  assert.ok((await ids("吞吐主")).includes("mixed-precision"))
})

test("the last piece of a word with a hyphen may be unfinished", async () => {
  assert.ok((await ids("accumulation-att")).includes("flash"))
})

test("what begins a name is that name, not its first words", async () => {
  assert.deepEqual(await ids("连续批"), ["batching"])
})

test("more than sixty letters are no pinyin", async () => {
  assert.deepEqual(await ids("zhuyili".repeat(9)), [])
})
