// Posts rewritten in other layouts: the labels follow from how they are made.
import assert from "node:assert/strict"
import { test } from "node:test"
import { LAYOUTS } from "./layouts.mjs"
import { askedIn, Dice, posted, rewritten } from "./variants.mjs"

const ASKED = [
  "为什么要除以根号 dk，换成 dk 行不行",
  "LoRA 的秩怎么选？",
  "手写 LayerNorm",
  "RoPE 的原理",
  "DPO 和 PPO 的区别；各自什么时候用",
  "vLLM 为什么快",
  "幻觉怎么检测",
]
const bare = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, "")
/** @param {string[]} asked @returns {import("./fit.mjs").Post} */
const post = (asked) =>
  posted(
    asked.flatMap((text) => [
      [text, true],
      ["\n", false],
    ]),
  )

for (const [name, layout] of Object.entries(LAYOUTS))
  test(`${name}: each question stands where it is said to, once and in order`, () => {
    for (let seed = 0; seed < 60; seed++) {
      const { text, spans } = posted(layout(ASKED, new Dice(seed)))
      assert.ok(spans.length >= 2)
      let end = 0
      for (const [from, to] of spans) {
        assert.ok(from >= end && to > from)
        end = to
        const said = bare(text.slice(from, to))
        assert.ok(said && ASKED.some((one) => bare(one).startsWith(said)), said)
      }
    }
  })

test("the same seed gives the same posts, another one others", () => {
  const [a, b, c] = [3, 3, 4].map((seed) => rewritten(post(ASKED), seed))
  assert.deepEqual(a, b)
  assert.notDeepEqual(a, c)
})

test("a layout that is left out is left out, and the others stay as they are", () => {
  for (const name of Object.keys(LAYOUTS)) {
    const all = rewritten(post(ASKED), 5).map(({ text }) => text)
    const rest = rewritten(post(ASKED), 5, name).map(({ text }) => text)
    assert.ok(all.length - rest.length <= 1)
    assert.deepEqual(
      rest,
      all.filter((text) => rest.includes(text)),
    )
  }
})

test("a post of two questions is not rewritten, and what is personal is in none", () => {
  assert.deepEqual(rewritten(post(ASKED.slice(0, 2)), 1), [])
  assert.deepEqual(askedIn(post(["自我介绍", "RoPE 的原理"])), ["RoPE 的原理"])
})
