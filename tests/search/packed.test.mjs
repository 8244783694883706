// What Python packed is what comes out here.
import assert from "node:assert/strict"
import { test } from "node:test"
import { fnv1a } from "../../web/fnv1a.js"
import { Decoder } from "../../web/search/coded.js"
import { digits, frontCoded, integers, textsOf, unpacked } from "../../web/search/packed.js"
import { segment, written } from "../../web/search/text.js"
import { given } from "../given.mjs"
import { open } from "./folder.mjs"
import { index, search } from "./opened.mjs"

test("varints", () => assert.deepEqual([...integers(given("VARINTS"))], JSON.parse(given("NUMBERS"))))
test("a front-coded list is what it was", () =>
  assert.deepEqual(frontCoded(given("FRONT_CODED")), JSON.parse(given("TERMS"))))
test("a vocabulary is what it was, its characters usual or not", () => {
  for (const [terms, logFrequencies, part] of JSON.parse(given("VOCABULARIES"))) {
    const read = unpacked(part)
    assert.deepEqual(read.terms, terms)
    assert.deepEqual([...read.logFrequencies], logFrequencies)
  }
})
test("texts are what they were, whatever words were known of them", () => {
  const [lists, known, part] = JSON.parse(given("TEXTS"))
  const texts = textsOf(part, [..."显存"])
  for (const list of lists) assert.deepEqual(texts.list(), list)
  for (const [text, words] of known) assert.equal(texts.text(words), text)
})
test("nothing packed, nothing unpacked", () => {
  assert.deepEqual(frontCoded(""), [])
  assert.equal(integers("").length, 0)
  assert.equal(digits("").length, 0)
})
test("numbers that were coded are what they were", () => {
  const coded = new Decoder(digits(given("CODE")), 40)
  for (const [number, context, places] of JSON.parse(given("CODED"))) {
    assert.equal(coded.number(context, 3), number)
    assert.equal(coded.flag(23), Number(number === 3))
    assert.equal(coded.chosen(coded.number(24, 4), 15), places)
  }
})
test("the questions and marks of a term are what they were, though longer terms tell some of them", () => {
  for (const [term, rows] of Object.entries(JSON.parse(given("POSTINGS")))) {
    const read = Array.from(index.postings(term) ?? [], ([question, { tf, title, alias, names, asks }]) => {
      return [question, index.scale.indexOf(tf), title, alias, names, asks]
    })
    assert.deepEqual(read, rows, term)
  }
})
test("both sides hash alike", () =>
  assert.deepEqual(["", "abc", "注意力", "🎉"].map(fnv1a), JSON.parse(given("HASHES"))))
test("the vocabulary is sorted as binary search needs it", () => {
  for (let i = 1; i < index.terms.length; i++) assert.ok(index.terms[i - 1] < index.terms[i], index.terms[i])
})
test("a run is cut by the words of the book", () =>
  assert.deepEqual(segment(index, "多头注意力的维度"), ["多头注意力", "的", "维度"]))
test("a query is written as the book writes", () => assert.equal(written(index, "梯度累積 ＫＶ"), "梯度累积 kv"))

test("in shards it finds the same, and loads only what a query needs", async () => {
  const sharded = await open(given("SHARDED"))
  assert.ok(sharded.index.shards > 1)
  for (const query of ["知识蒸馏", "kv缓存", "zhishizhengliu", "灾难性遗产", "flash attention", "LoRA 的秩怎么选"]) {
    const found = (await search(sharded.index, query)).map((result) => result.id)
    assert.deepEqual(found.slice(0, 1), (await search(index, query)).map((result) => result.id).slice(0, 1), query)
  }
  assert.ok(sharded.loaded.length < sharded.index.shards)
})
