// What holds for any input. The same random queries in every run.
import assert from "node:assert/strict"
import { test } from "node:test"
import { nearest } from "../../web/search/nearest.js"
import { pieces, spans } from "../../web/search/marks.js"
import { items, questions } from "../../web/search/split.js"
import { index, search } from "./opened.mjs"

let seed = 20261122
const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const SOURCES = ["注意力机制的显存占用怎么算灾难性遗忘", "abcdefghijklmnopqrstuvwxyz", "0123456789.-_/+'", " \t\n　", "，。？！；：、（）", "ＡＢＣａ１", "機學習訓練", "√αβ∑∞", "\u0000\u200b\ufeff\u2028", "🎉👩‍💻", "\ud800\udfff", "$<>&\"'`\\{}[]()*^|%#@~"]
const text = (longest) => Array.from({ length: random(longest) }, () => Array.from(SOURCES[random(SOURCES.length)])).map((source) => source[random(source.length)]).join("")
const many = (times, check) => {
  for (let i = 0; i < times; i++) check(text(40))
}

test("search never throws, and its scores are numbers in order", async () => {
  for (let i = 0; i < 1500; i++) {
    const query = text(i % 10 ? 30 : 500)
    const found = await search(index, query)
    found.forEach((result, n) => {
      assert.ok(Number.isFinite(result.score) && result.coverage >= 0 && result.coverage <= 1, JSON.stringify(query))
      assert.ok(n === 0 || found[n - 1].score >= result.score)
    })
    assert.equal(new Set(found.map((result) => result.id)).size, found.length)
  }
})

test("the same query gives the same results", async () => {
  for (let i = 0; i < 200; i++) {
    const query = text(20)
    assert.deepEqual(await search(index, query), await search(index, query))
  }
})

test("names of what every object has are words like any other", async () => {
  for (const query of ["constructor", "__proto__", "toString", "hasOwnProperty", "__proto__ constructor"]) await search(index, query)
})

test("pieces put together are the text", () =>
  many(800, (sample) => {
    const terms = [text(4), "显存", "kv", sample.slice(2, 5)]
    assert.equal(pieces(sample, terms).map((piece) => piece.text).join(""), sample)
    for (const [start, end] of spans(sample, terms)) assert.ok(0 <= start && start < end && end <= sample.length)
  }))

test("nearest words and questions come from any text", () =>
  many(300, (sample) => {
    assert.ok(nearest(index, sample).length <= 6)
    for (const question of questions(sample)) assert.ok(question.trim().length >= 2 && question.length <= 300)
    items(sample)
  }))

test("of a query that is too long, the beginning is compared", () => {
  const long = text(40).repeat(200)
  assert.deepEqual(nearest(index, long), nearest(index, long.slice(0, 60)))
})
