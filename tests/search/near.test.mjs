// Words one slip away, over a handful of words; what everyday words and other names add to a query, over the small book.
import assert from "node:assert/strict"
import { test } from "node:test"
import { concepts } from "../../web/search/concepts.js"
import { nearHan, nearLatin } from "../../web/search/near.js"
import { nearest } from "../../web/search/nearest.js"
import { completions } from "../../web/search/variants.js"
import { key } from "../../web/search/text.js"
import { index } from "./opened.mjs"

/**
 * @param {Record<string, boolean>} words whether each names an answer
 * @returns {any} as much of an index as the search for slips asks for
 */
const vocabulary = (words) => {
  const terms = Object.keys(words).sort()
  return {
    terms,
    places: new Map(terms.map((term, i) => [term, i])),
    df: terms.map(() => 1),
    isNamed: (/** @type {string} */ term) => words[term],
  }
}
/**
 * @param {Record<string, boolean>} words
 * @param {string} token
 */
const near = (words, token) => nearLatin(vocabulary(words), token).map(({ term }) => term)

test("a slip leaves out or adds as many letters as it may, and no more", () => {
  const words = { attention: true, attentions: true, attent: true }
  assert.deepEqual(near(words, "attentio"), ["attention"])
  assert.deepEqual(near({ attentive: true }, "attentivexy"), ["attentive"])
  assert.deepEqual(near({ attentive: true }, "attentivexyz"), [])
  assert.deepEqual(near({ attentive: true }, "attenti"), [])
  assert.deepEqual(near({ quantize: true }, "quanti"), [])
})

test("two slips are forgiven from eight letters on, and count for less than one", () => {
  assert.deepEqual(nearLatin(vocabulary({ gradient: true }), "gradeint"), [{ term: "gradient", weight: 0.8 }])
  assert.deepEqual(nearLatin(vocabulary({ gradient: true }), "gradxxnt"), [{ term: "gradient", weight: 0.6 }])
  assert.deepEqual(near({ softmax: true }, "softmxx"), ["softmax"])
  assert.deepEqual(near({ softmax: true }, "sofxmxx"), [])
})

test("of words equally near, the four that most answers have, the most frequent first", () => {
  const words = { model: true, modal: true, moded: true, modes: true, mode: true }
  const known = vocabulary(words)
  known.df = known.terms.map(
    (/** @type {string} */ term) => ({ model: 5, modal: 4, moded: 1, modes: 3, mode: 2 })[term],
  )
  assert.deepEqual(
    nearLatin(known, "modex").map(({ term }) => term),
    ["model", "modes", "mode", "moded"],
  )
})

test("three letters are a slip only of a longer word that names an answer", () => {
  assert.deepEqual(near({ lora: true }, "lor"), ["lora"])
  assert.deepEqual(near({ lora: false }, "lor"), [])
  assert.deepEqual(near({ amp: true }, "amq"), [])
})

test("a short word that lacks a letter is another word, unless that letter stood there twice", () => {
  assert.deepEqual(near({ ner: true }, "nerf"), [])
  assert.deepEqual(near({ rag: true }, "ragg"), ["rag"])
  assert.deepEqual(near({ lora: true }, "loraa"), ["lora"])
})

test("what differs in its digits is no nearest word", () => {
  const book = /** @type {any} */ ({
    terms: ["h100", "h200"],
    isNamed: () => true,
    stop: new Set(),
    variants: [],
    simplified: new Map(),
  })
  assert.deepEqual(nearest(book, "h300"), [])
  assert.deepEqual(nearest(book, "h100x"), ["h100"])
})

test("what a name has before it is no slip", () => {
  assert.deepEqual(near({ transformers: true }, "ktransformers"), [])
  assert.deepEqual(near({ transformers: true }, "transformerss"), ["transformers"])
})

test("the first letter of a short word is right, and so are its digits", () => {
  assert.deepEqual(near({ bora: true }, "lora"), [])
  assert.deepEqual(near({ batch: true }, "patch"), [])
  assert.deepEqual(near({ oython: true }, "python"), ["oython"])
  assert.deepEqual(near({ bttention: true }, "attention"), ["bttention"])
  assert.deepEqual(near({ gpt3: true, gpt4o: true }, "gpt4"), ["gpt4o"])
})

/**
 * What a run of Chinese characters was meant to be, over a vocabulary whose words all name answers.
 * @param {string[]} terms
 * @param {Record<string, string>} sounds
 * @param {string} run every character a word
 */
const meant = (terms, sounds, run) => {
  const words = vocabulary(Object.fromEntries(terms.map((term) => [term, true])))
  const han = {
    has: () => false,
    stop: new Set(),
    softStop: new Set(),
    readings: {},
    sounds: new Map(Object.entries(sounds)),
  }
  return nearHan({ ...words, ...han }, [...run], false).map(({ word, how }) => `${word} ${how}`)
}
const SOUNDS = {
  归: "gui",
  规: "gui",
  一: "yi",
  依: "yi",
  化: "hua",
  话: "hua",
  层: "ceng",
  不: "bu",
  补: "bu",
  个: "ge",
  各: "ge",
}

test("a Chinese slip sounds like its word or differs from it in one character", () => {
  assert.deepEqual(meant(["归一化"], SOUNDS, "规依话"), ["归一化 sound"])
  assert.deepEqual(meant(["归一化"], SOUNDS, "归一层"), ["归一化 typo"])
  assert.deepEqual(meant(["归一化"], SOUNDS, "归层层"), [])
})

test("what is said of anything is not the word that a slip was meant to be", () => {
  for (const [everyday, sounded, slip] of [
    ["不归化", "补归话", "不归层"],
    ["归化个", "规话各", "归层个"],
    ["一归化", "依归话", "一归层"],
    ["归化一", "规话依", "归层一"],
  ]) {
    assert.deepEqual(meant([everyday], SOUNDS, sounded), [], everyday)
    assert.deepEqual(meant([everyday], SOUNDS, slip), [], everyday)
  }
  assert.deepEqual(meant(["归依化", "不归化"], SOUNDS, "规依话"), ["归依化 sound"])
})

test("of the words that begin so, those that name answers come first, then the shorter ones", () => {
  const begun = completions(vocabulary({ lorab: false, lorawanx: true, lorac: true }), "lora")
  assert.deepEqual(
    begun.map(({ terms }) => terms[0]),
    ["lorac", "lorawanx", "lorab"],
  )
})

test("an everyday word of Latin letters counts at either end of a query, but not inside a word", () => {
  const said = index.everyday.map(([phrase]) => phrase).find((phrase) => /^[a-z]+$/.test(phrase))
  assert.ok(said, "the small book has such a word")
  const means = (/** @type {string} */ query) => concepts(index, query).some((concept) => concept.text === `${said}→`)
  assert.ok(means(said) && means(`${said} 怎么办`) && means(`怎么办 ${said}`))
  assert.ok(!means(`x${said}`) && !means(`${said}x`))
})

test("a name is no other name of itself", () => {
  const names = index.synonyms.flatMap((group) => group.split("|"))
  assert.ok(names.length > 4)
  for (const name of names)
    for (const { variants } of concepts(index, name))
      for (const { how, terms } of variants) assert.ok(how !== "synonym" || key(terms.join("")) !== key(name), name)
})
