// What holds for any input. The same random queries in every run.
import assert from "node:assert/strict"
import { test } from "node:test"
import { nearest } from "../../web/search/nearest.js"
import { pieces, spans } from "../../web/search/marks.js"
import { byBook } from "../../web/match/apart.js"
import { divided, finished, listed, questions, split } from "../../web/match/split.js"
import { index, search } from "./opened.mjs"

let seed = 20261122
const random = (/** @type {number} */ below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const SOURCES = [
  "注意力机制的显存占用怎么算灾难性遗忘",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789.-_/+'",
  " \t\n　",
  "，。？！；：、（）",
  "ＡＢＣａ１",
  "機學習訓練",
  "√αβ∑∞",
  "\u0000\u200b\ufeff\u2028",
  "🎉👩‍💻",
  "\ud800\udfff",
  "$<>&\"'`\\{}[]()*^|%#@~",
]
const text = (/** @type {number} */ longest) =>
  Array.from({ length: random(longest) }, () => Array.from(SOURCES[random(SOURCES.length)]))
    .map((source) => source[random(source.length)])
    .join("")
/** @param {number} times @param {(sample: string) => void} check */
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
  for (const query of ["constructor", "__proto__", "toString", "hasOwnProperty", "__proto__ constructor"])
    await search(index, query)
})

test("pieces put together are the text", () =>
  many(800, (sample) => {
    const terms = [text(4), "显存", "kv", sample.slice(2, 5)]
    assert.equal(
      pieces(sample, terms)
        .map((piece) => piece.text)
        .join(""),
      sample,
    )
    for (const [start, end] of spans(sample, terms)) assert.ok(0 <= start && start < end && end <= sample.length)
  }))

test("nearest words and questions come from any text", () =>
  many(300, (sample) => {
    assert.ok(nearest(index, sample).length <= 6)
    for (const question of questions(sample)) assert.ok(question.trim().length >= 2 && question.length <= 300)
    listed(sample)
  }))

test("of a query that is too long, the beginning is compared", () => {
  const long = text(40).repeat(200)
  assert.deepEqual(nearest(index, long), nearest(index, long.slice(0, 60)))
})

const POSTS = [
  "1. ",
  "2、",
  "（3）",
  "①",
  "Q4: ",
  "一、",
  "- ",
  "👉 ",
  "追问：",
  "答：",
  "问",
  "```",
  "| ",
  " | ",
  "a. ",
  "讲一下 LoRA 的秩",
  "为什么要除以根号 dk？",
  "反转链表",
  "自我介绍",
  "一面",
  "4.BN",
  "12.场景题：",
  "有什么问题",
  "\n\t",
  "\t讲一下",
  "\n阿杰 21:03\n",
  "然后问我",
  "手撕：MHA、LRU",
  " / ",
  "有点累了",
  "How does it work",
  "这一行正好有二十个字所以会在这里断开，\n",
  "；",
  "，",
  "。",
  "\n",
  "\r\n",
  "\n\n",
  "\u200b",
  "\u2028",
]
/** @type {import("../../web/match/rows.js").Search} */
const find = (query, options) => search(index, query, options)
const post = () => Array.from({ length: random(60) }, () => POSTS[random(POSTS.length)]).join("")
const bare = (/** @type {string} */ text) => text.replace(/[^\p{L}]/gu, "")

/** @param {string} sample */
async function byBookToo(sample) {
  const division = divided(sample)
  for (const part of division.parts) part.questions = await byBook(part, find)
  return finished(division)
}

test("every stretch of a post is in a row or left out, once and in order", async () => {
  for (let i = 0; i < 800; i++) {
    const sample = i % 4 ? post() : text(300)
    const { rows, left } = i % 8 ? split(sample) : await byBookToo(sample)
    const pieces = [...rows.flatMap((row) => row.pieces), ...left].sort((a, b) => a.at - b.at)
    let end = 0
    for (const piece of pieces) {
      assert.ok(piece.at >= end, JSON.stringify(sample))
      assert.equal(sample.slice(piece.at, piece.at + piece.text.length), piece.text)
      // Between them stand only the marks: numbers, bullets, Q, 第 题, 问题.
      assert.match(
        bare(sample.slice(end, piece.at)).replace(/[qa-h第题问一二三四五六七八九十①-⑳]/giu, ""),
        /^$/u,
        JSON.stringify(sample),
      )
      end = piece.at + piece.text.length
    }
    assert.ok(rows.every((row, n) => n === 0 || row.pieces[0].at > rows[n - 1].pieces[0].at))
  }
})
