// Whether neighbouring clauses are one question or several, by what a book has: a small one, made here.
import assert from "node:assert/strict"
import { test } from "node:test"
import { byBook } from "../../web/match/apart.js"
import { regions } from "../../web/match/atoms.js"
import { candidates } from "../../web/match/merits.js"
import { match } from "../../web/match/rows.js"
import { finished } from "../../web/match/split.js"

/** @typedef {Record<string, string>} Book the id of an answer by a word that it is asked with */

/** @param {Book} book @returns {import("../../web/match/rows.js").Search} */
const search = (book) => async (query) =>
  Object.entries(book)
    .filter(([word]) => query.includes(word))
    .map(([word, id], i) => ({
      id,
      title: `${word} 是什么`,
      url: `q/${id}/`,
      score: 10 - i,
      coverage: 1,
      named: 1,
      together: 1,
      about: 1,
      asked: 1,
      head: 1,
      keyed: true,
      beside: false,
      weak: false,
      topic: "x",
      level: 0,
      terms: [word],
    }))

const TEXT = "量化怎么选，蒸馏怎么做"

/**
 * @param {Book} book
 * @param {{ text?: string, divided?: boolean, gain?: number, cut?: import("../../web/match/atoms.js").Cut }} [how] divided: the words alone part it; gain: how much they say for that
 */
async function rows(book, { text = TEXT, divided = false, gain = 0, cut } = {}) {
  const atoms = regions(text).regions[0].atoms.map((atom, i) => (i && cut ? { ...atom, cut } : atom))
  const bounds = divided ? atoms.map((_, i) => [i, i + 1]) : [[0, atoms.length]]
  const questions = bounds.map(([from, to]) => ({ from, to, loose: false }))
  const part = { atoms, coding: false, questions, apart: () => gain }
  part.questions = await byBook(part, search(book))
  return finished({ text, parts: [part], left: [] }).rows.map((row) => row.text)
}

const TWO = { 量化: "quantization", 蒸馏: "distillation" }
const SAME = { 量化: "compression", 蒸馏: "compression" }
const APART = ["量化怎么选", "蒸馏怎么做"]

test("clauses that surely have two answers are two questions, whichever way the words had them", async () => {
  assert.deepEqual(await rows(TWO, { gain: -1 }), APART)
  assert.deepEqual(await rows(TWO, { gain: -1, divided: true }), APART)
})

test("clauses of one answer are one question, whichever way the words had them", async () => {
  assert.deepEqual(await rows(SAME, { gain: 1 }), [TEXT])
  assert.deepEqual(await rows(SAME, { gain: 1, divided: true }), [TEXT])
})

test("a clause that finds nothing goes with the one before it, unless the words say more", async () => {
  const one = { 量化: "quantization" }
  assert.deepEqual(await rows(one, { gain: 0.5, divided: true }), [TEXT])
  assert.deepEqual(await rows(one, { gain: 2, divided: true }), APART)
})

test("where the words are clear the book is not asked", async () => {
  assert.deepEqual(await rows(TWO, { gain: -5 }), [TEXT])
  assert.deepEqual(await rows(SAME, { gain: 5, divided: true }), APART)
})

test("and costs no search", async () => {
  const { atoms } = regions(TEXT).regions[0]
  const part = { atoms, coding: false, questions: [{ from: 0, to: 2, loose: false }], apart: () => -4.5 }
  assert.deepEqual(await byBook(part, () => assert.fail("searched")), part.questions)
})

test("only neighbours are joined, and none that is hardly asked", async () => {
  const { atoms } = regions("量化怎么选，嗯，蒸馏怎么做").regions[0]
  const joined = async (/** @type {import("../../web/match/split.js").Chosen[]} */ questions) =>
    (await byBook({ atoms, coding: false, questions, apart: () => 1 }, search(SAME))).length
  const [first, next, last] = [0, 1, 2].map((from) => ({ from, to: from + 1, loose: false }))
  assert.equal(await joined([first, last]), 2)
  assert.equal(await joined([{ ...first, to: 2 }, last]), 1)
  assert.equal(
    await joined([
      { ...first, to: 2 },
      { ...last, loose: true },
    ]),
    2,
  )
  assert.equal(await joined([first, { ...next, loose: true }, last]), 3)
})

test("numbered questions and lines that were broken are as their marks say", async () => {
  assert.deepEqual(await rows(SAME, { gain: 1, divided: true, cut: "mark" }), APART)
  assert.deepEqual(await rows(TWO, { gain: -1, cut: "full" }), [TEXT])
})

test("lines of a list stay lines, whatever they have in common", async () => {
  assert.deepEqual(await rows(SAME, { gain: 1, divided: true, cut: "line" }), APART)
  assert.deepEqual(await rows(TWO, { gain: -1, cut: "line" }), APART)
})

test("things of which something is asked together are one question, whatever each of them is answered by", async () => {
  const book = { ...TWO, 剪枝: "pruning" }
  const divided = { gain: 1, divided: true }
  const together = "量化、蒸馏、剪枝的区别"
  assert.deepEqual(await rows(book, { text: together, ...divided }), [together])
  assert.deepEqual(await rows(book, { text: "量化的区别、蒸馏、剪枝的区别", ...divided }), [
    "量化的区别",
    "蒸馏、剪枝的区别",
  ])
  assert.deepEqual(await rows(book, { text: "量化、蒸馏、剪枝怎么做", ...divided }), ["量化", "蒸馏", "剪枝怎么做"])
  assert.deepEqual(await rows(book, { text: "量化，蒸馏的区别", ...divided }), ["量化", "蒸馏的区别"])
})

test("the word that joins two questions is of neither", async () => {
  const text = "量化怎么选呢以及蒸馏怎么做"
  assert.deepEqual(await rows(TWO, { text, gain: -1 }), ["量化怎么选呢", "蒸馏怎么做"])
})

test("each of three clauses is found", async () => {
  const text = "量化怎么选，蒸馏怎么做，剪枝有什么用"
  assert.deepEqual(await rows({ ...TWO, 剪枝: "pruning" }, { text, gain: -1 }), [...APART, "剪枝有什么用"])
})

test("a clause that points back goes with the one before it, though it finds an answer of its own", async () => {
  const text = "量化怎么选，和蒸馏比呢"
  assert.deepEqual(await rows(TWO, { text, gain: -1 }), [text])
  assert.deepEqual(await rows(TWO, { text, gain: -1, divided: true }), [text])
  assert.deepEqual(await rows(TWO, { text: "量化怎么选，讲讲蒸馏吧", gain: -1 }), ["量化怎么选", "讲讲蒸馏吧"])
})

test("an exercise is a question of its own", async () => {
  const text = "量化怎么选，两数之和"
  assert.deepEqual(await rows(TWO, { text, gain: -1 }), ["量化怎么选", "两数之和"])
})

const asked = async (/** @type {string} */ post, /** @type {Book} */ book) =>
  (await match(post, search(book))).rows.map(({ question, chosen, follows }) => [question, chosen, !!follows])

test("what points back is asked of the question before it, and is one of its own each time", async () => {
  const book = { 投机解码: "speculative", 蒸馏: "distillation", 缺点: "hr" }
  const post = "1. 投机解码是什么\n2. 那它呢\n3. 为什么\n4. 蒸馏是什么\n5. 为什么\n6. 讲讲缺点"
  assert.deepEqual(await asked(post, book), [
    ["投机解码是什么", "speculative", false],
    ["那它呢", "speculative", true],
    ["为什么", "speculative", true],
    ["蒸馏是什么", "distillation", false],
    ["为什么", "distillation", true],
    ["讲讲缺点", "hr", false],
  ])
})

test("what points back and names its own answer stands alone", async () => {
  const book = { 投机解码: "speculative", 蒸馏: "distillation" }
  assert.deepEqual(await asked("1. 投机解码是什么\n2. 那蒸馏呢", book), [
    ["投机解码是什么", "speculative", false],
    ["那蒸馏呢", "distillation", false],
  ])
})

test("a list of terms is a question of each, but not where they are compared", async () => {
  const book = { 量化: "quantization", 蒸馏: "distillation", 剪枝: "pruning" }
  /** @type {import("../../web/match/rows.js").Search} */
  const find = async (query, options) =>
    (await search(book)(query, options)).map((result) => ({ ...result, named: query.includes("、") ? 0.3 : 1 }))
  const questions = async (/** @type {string} */ post) => (await match(post, find)).rows.map(({ question }) => question)
  assert.deepEqual(await questions("1. 量化、蒸馏、剪枝"), ["量化", "蒸馏", "剪枝"])
  assert.deepEqual(await questions("1. 量化、蒸馏、剪枝的区别"), ["量化、蒸馏、剪枝的区别"])
  assert.deepEqual(await questions("1. 量化、剪枝和蒸馏的区别"), ["量化", "剪枝和蒸馏的区别"])
  assert.deepEqual(await questions("1. 量化原理、剪枝、蒸馏的区别"), ["量化原理", "剪枝", "蒸馏的区别"])
})

test("two questions in one breath, which the words alone join", async () => {
  const book = { 空子: "hacking", 对不上: "mismatch", 去重: "dedup", 三个矩阵: "swiglu", 外推: "rope" }
  const questions = async (/** @type {string} */ post) => (await asked(post, book)).map(([question]) => question)
  assert.deepEqual(
    await questions(
      "昨天面的，面试官上来问奖励模型被钻空子怎么办，训练和推理的概率对不上怎么处理，然后问SFT 数据怎么去重，怎么算够。之后就结束了，全程半小时，人挺和气的，回去以后又翻了一遍笔记，感觉基础还是不牢，希望能有二面，祝大家都顺利。",
    ),
    ["奖励模型被钻空子怎么办", "训练和推理的概率对不上怎么处理", "SFT 数据怎么去重，怎么算够"],
  )
  assert.deepEqual(await questions("1. SwiGLU 为什么要三个矩阵以及 RoPE 怎么外推\n2. 数据怎么去重"), [
    "SwiGLU 为什么要三个矩阵",
    "RoPE 怎么外推",
    "数据怎么去重",
  ])
})

test("what the question before finds, and the terms beside it, speak for an answer", async () => {
  const results = await search(TWO)("量化 蒸馏", { limit: 2 })
  const looked = {
    question: "GQA 呢",
    written: false,
    results: results.map((one) => ({ ...one, named: 0.4 })),
    parts: [],
  }
  const merits = (/** @type {string} */ title) =>
    candidates(
      { ...looked, results: looked.results.map((one) => ({ ...one, title })) },
      { near: () => 0, before: [results[1]], words: new Set(["mla", "gqa"]) },
    ).map(({ merits }) => [merits.before, merits["before unnamed"], merits["term around"]])
  assert.deepEqual(merits("MLA 是什么"), [
    [0, 0, 1],
    [1, 0.6, 1],
  ])
  assert.deepEqual(
    merits("GQA 是什么").map(([, , term]) => term),
    [0, 0],
  )
})

test("what every candidate is asked of himself has its answer, which is never surely the right one", async () => {
  const book = search({ 薪资: "hr-questions", 量化: "quantization" })
  const { rows } = await match("1. 期望薪资\n2. 量化的误差", book)
  assert.deepEqual(
    rows.map(({ question, chosen, may }) => [question, chosen, may]),
    [
      ["期望薪资", "hr-questions", false],
      ["量化的误差", "quantization", true],
    ],
  )
})
