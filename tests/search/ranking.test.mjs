// One rule in each test, over the small book in tests/search/docs.
import assert from "node:assert/strict"
import { test } from "node:test"
import { ASKS_FOR_CODE, explain, offered, search as searchIn, unanswered } from "../../web/search/engine.js"
import { concepts } from "../../web/search/concepts.js"
import { latinConcepts } from "../../web/search/latin.js"
import { unheard } from "../../web/search/versions.js"
import { weights } from "../../web/search/weights.js"
import { Index } from "../../web/search/packed.js"
import { rank } from "../../web/search/rank.js"
import { best, ids, index, search } from "./opened.mjs"

test("a title of nothing but stop words is found whole, and equals stand in the order of the book", () =>
  assert.deepEqual(
    rank(index, [], { exact: [5, 2], within: [5, 2] }).map(({ question }) => question),
    [2, 5],
  ))

const AS_TYPED = { long: false, last: false, english: false, names: new Set() }

/**
 * A book of answers without any titles or ways of asking, in which these terms stand.
 * @param {Record<string, { tf: number, names: number }[]>} held by term, for each question
 * @returns {any}
 */
const bookOf = (held) => ({
  count: 50,
  titleIdf: Array(50).fill(1),
  postings: (/** @type {string} */ term) =>
    new Map(held[term].map((posting, question) => [question, { title: false, alias: false, asks: 0, ...posting }])),
  documentFrequency: (/** @type {string} */ term) => held[term].length,
  isNamed: () => true,
  askIdf: () => 1,
  nameIdf: () => 1,
})
/** @param {any} book @returns {Map<number, import("../../web/search/rank.js").Sum>} of a compound of two terms, by question */
const sums = (book) => {
  const variants = [{ terms: ["kv", "缓存"], weight: 1, how: /** @type {const} */ ("split") }]
  const concept = { text: "kv缓存", variants, weight: 1, part: false }
  return new Map(rank(book, [concept], { exact: [], within: [] }).map(({ question, sum }) => [question, sum]))
}

test("a compound stands as often as the rarest of its terms", () => {
  const of = (/** @type {number[]} */ ...times) => times.map((tf) => ({ tf, names: 0 }))
  const found = sums(bookOf({ kv: of(1, 9, 1, 9), 缓存: of(1, 1, 9, 9) }))
  assert.equal(found.get(1)?.words, found.get(0)?.words)
  assert.equal(found.get(2)?.words, found.get(0)?.words)
  assert.ok(Number(found.get(3)?.words) > Number(found.get(0)?.words))
})
test("a name says a compound where all of its terms stand in this one name", () => {
  const of = (/** @type {number[]} */ ...all) => all.map((names) => ({ tf: 1, names }))
  const found = sums(bookOf({ kv: of(0b01, 0b01, 0b11, 0b00), 缓存: of(0b01, 0b10, 0b10, 0b11) }))
  assert.deepEqual(
    [0, 1, 2, 3].map((question) => Number(found.get(question)?.head) > 0),
    [true, false, true, false],
  )
})

/** @param {string} rule @param {[query: string, id: string][]} pairs */
const finds = (rule, ...pairs) =>
  test(rule, async () => {
    for (const [query, id] of pairs) assert.equal(await best(query), id, query)
  })

finds("a title comes before a mention in a body", ["知识蒸馏", "distillation"], ["多头注意力", "multi-head"])
finds("an alias finds what neither title nor text says", ["模型变小", "distillation"], ["MHA", "multi-head"])
finds("a whole alias wins over its words elsewhere", ["低秩适配", "lora"], ["kv 缓存", "kv-cache"])
/** @param {string} query @param {string} id of an answer: what its names add to its score */
const named = async (query, id) =>
  (await explain(index, query)).results.find((result) => result.id === id)?.sum.head ?? Number.NaN

test("a name counts where it is said whole, of one word or of two; a part of it counts for nearly nothing", async () => {
  assert.ok((await named("AMP 显存", "mixed-precision")) > 1)
  assert.ok((await named("LoRA rank", "lora")) > 1)
  assert.ok((await named("rank", "lora")) < 0.1)
})
test("what is typed in capitals is a name, no pinyin", () => {
  const read = (/** @type {string} */ query) =>
    concepts(index, query).some(({ variants }) => variants.some(({ how }) => how === "pinyin"))
  for (const query of ["zszl", "weidu", "ZHISHIZHENGLIU"]) assert.ok(read(query), query)
  for (const query of ["ZSZL", "WEIDU", "LoRA WEIDU"]) assert.ok(!read(query), query)
})

finds(
  "the glossary's names stand for each other",
  ["throughput", "batching"],
  ["rotary position embedding", "position"],
)
finds(
  "question words never decide",
  ["怎样实现因果掩码", "causal-mask"],
  ["请问什么是位置编码啊", "position"],
  ["到底为什么要用 LoRA 呢", "lora"],
)
finds(
  "Latin and Han need no space between them",
  ["kv缓存", "kv-cache"],
  ["lora的秩", "lora"],
  ["大batch梯度", "gradient-accumulation"],
)
finds(
  "Latin words are found joined, split and hyphenated",
  ["flash attention", "flash"],
  ["flash-attention", "flash"],
  ["flashattention", "flash"],
  ["kvcache", "kv-cache"],
)
test("a long name is found in two words, one letter wrong; two words that are none are not joined", () => {
  const read = (/** @type {string} */ query) => concepts(index, query).map(({ text }) => text)
  assert.deepEqual(read("flash atention"), ["flash atention"])
  assert.deepEqual(read("flash batching"), ["flash", "batching"])
})
finds(
  "traditional characters are simplified",
  ["災難性遺忘", "forgetting"],
  ["梯度累積", "gradient-accumulation"],
  ["旋轉位置編碼", "position"],
)
finds("full width is half width", ["ＬｏＲＡ", "lora"], ["ＫＶ　Ｃａｃｈｅ", "kv-cache"])
finds(
  "pinyin is read, whole and spaced",
  ["zhishizhengliu", "distillation"],
  ["liang hua gan zhi", "quantization"],
  ["zainanxingyiwang", "forgetting"],
)
finds("pinyin is read beside Latin words", ["lora de zhi", "lora"], ["kv huancun", "kv-cache"])
finds("pinyin is read before a Latin word at its end", ["dizhishipeilora", "lora"], ["jiadizhishipeilora", "lora"])
finds("initials of a word are read", ["znxyw", "forgetting"], ["zszl", "distillation"])
finds(
  "an unfinished last word finds what it begins",
  ["灾难性遗", "forgetting"],
  ["知识蒸", "distillation"],
  ["flashatt", "flash"],
  ["zhishizheng", "distillation"],
)
finds(
  "a Latin slip is forgiven",
  ["gradeint accumulation", "gradient-accumulation"],
  ["distilation", "distillation"],
  ["flashattenion", "flash"],
)
finds(
  "a Chinese character of the same sound is forgiven",
  ["知识蒸溜", "distillation"],
  ["因果眼码", "causal-mask"],
  ["灾难性移忘", "forgetting"],
)
finds("one wrong Chinese character is forgiven", ["灾难性遗产", "forgetting"], ["位置编吗", "position"])
finds("a long pasted question finds its answer", [
  "面试官：你们做微调的时候模型通用能力下降了，你是怎样避免灾难性遗忘的？",
  "forgetting",
])
finds(
  "words that a title cannot hold are found by their other names",
  ["混合精度", "mixed-precision"],
  ["AMP", "mixed-precision"],
)
finds("what is said in everyday words finds the term that is meant", ["练完以前的都忘光了咋整", "forgetting"])
finds("a single character finds the title that has it", ["秩", "lora"])

test("a term that no answer is about is told, with how many mention it", async () => {
  assert.deepEqual(await unanswered(index, "triangular_solve 怎么用"), { term: "triangular_solve", places: 1 })
  assert.deepEqual(await unanswered(index, "lora 和 zookeeper"), { term: "zookeeper", places: 0 })
  assert.deepEqual(await unanswered(index, "聯邦學習怎么聚合梯度"), { term: "联邦学习", places: 0 })
  assert.ok((await search(index, "联邦学习怎么聚合梯度")).every((result) => result.weak && !result.keyed))
  for (const query of ["LoRA 的秩", "kvcache", "显存占用", "flashattenion", "4096 的长度"])
    assert.equal(await unanswered(index, query), undefined, query)
})

test("the empty box has something to offer", async () => {
  const questions = await offered(index)
  assert.ok(questions.length > 0 && questions.length <= 6)
  for (const { id, title, url, topic } of questions) assert.ok(title && topic && url === `q/${id}/`)
})

test("a compound is found by its parts too", async () => {
  assert.ok((await ids("注意力")).includes("multi-head"))
  assert.ok((await ids("蒸馏")).includes("distillation"))
})

test("formulas, displayed, and printed text stay out of the index", async () => {
  assert.deepEqual(await ids("hiddenlatex"), [])
  assert.deepEqual(await ids("codeprompt"), [])
})

test("names in code are found", async () => assert.equal(await best("triangular_solve"), "scaling"))

test("what the book does not hold finds nothing, or says that it guesses", async () => {
  for (const query of ["红烧肉怎么做", "三次握手", "mysql 索引", "qwertyuiop", "？！"]) {
    const results = await search(index, query)
    assert.ok(!results.length || results[0].weak, query)
  }
})

test("a whole question in a long story is no guess, a word of it is one", async () => {
  const story = "等了很久才进去，先喝了水，"
  const [whole] = await search(index, `${story}怎样避免灾难性遗忘`)
  assert.equal(whole.id, "forgetting")
  assert.ok(whole.coverage < 0.5 && !whole.weak)
  const [word] = await search(index, `${story}秩`)
  assert.ok(!word || word.weak)
})

test("how sure a result is does not depend on how many are shown", async () => {
  for (const query of ["显存占用", "秩 天气", "LoRA 的秩怎么选"])
    assert.equal((await search(index, query, { limit: 1 }))[0].weak, (await search(index, query))[0].weak, query)
})

test("a topic keeps the others out", async () => {
  const found = await search(index, "显存", { topic: "serving" })
  assert.deepEqual([...new Set(found.map((result) => result.topic))], ["serving"])
  assert.deepEqual(await search(index, "显存", { topic: "no-such-topic" }), [])
})

test("no more than the limit, best first", async () => {
  const found = await search(index, "显存", { limit: 3 })
  assert.equal(found.length, 3)
  assert.ok(found[0].score >= found[1].score && found[1].score >= found[2].score)
})

test("a result says what it is", async () => {
  const [result] = await search(index, "为什么要除以 √d_k？")
  const { id, title, url, topic, level, weak } = result
  assert.deepEqual(
    { id, title, url, topic, level, weak },
    { id: "scaling", title: "为什么要除以 √d_k？", url: "q/scaling/", topic: "attention", level: 0, weak: false },
  )
})

test("a result names the words that matched as the book writes them", async () => {
  const [typo] = await search(index, "知识蒸溜")
  assert.ok(typo.terms.includes("知识蒸馏"))
  const [pinyin] = await search(index, "zainanxingyiwang")
  assert.ok(pinyin.terms.includes("灾难性遗忘"))
})

test("a piece of an unknown word, and a lone character of a longer name, tell nothing", async () => {
  assert.ok((await search(index, "秩"))[0].terms.includes("秩"))
  assert.ok((await search(index, "LoRA 的秩"))[0].terms.includes("秩"))
  for (const { terms } of await search(index, "LoRA 乒秩")) assert.ok(!terms.includes("秩"))
  const held = [{ tf: 1, names: 0 }]
  const variants = [{ terms: ["组", "策略"], weight: 0.65, how: /** @type {const} */ ("synonym") }]
  const concept = { text: "grpo", variants, weight: 1, part: false }
  const [found] = rank(bookOf({ 组: held, 策略: held }), [concept], { exact: [], within: [] })
  assert.deepEqual(found.terms, ["策略"])
})
test("no slip is looked for where the words are known", () => {
  for (const query of ["注意力的公式", "算注意力", "训一个模型", "多头的注意力"])
    assert.ok(
      !concepts(index, query).some((concept) => concept.variants.some((variant) => variant.how === "typo")),
      query,
    )
})

test("no slip is looked for in a known word beside a word of everyday", () => {
  for (const query of ["好注意力", "先知识蒸馏"])
    assert.ok(
      !concepts(index, query).some((concept) => concept.variants.some((variant) => variant.how === "typo")),
      query,
    )
})

test("what an everyday phrase says is no word half typed", () => {
  for (const [query, word] of [
    ["凑批", "批"],
    ["用八位", "位"],
  ])
    assert.ok(!concepts(index, query).some((concept) => concept.text === word), query)
  // Without the phrase it is one.
  assert.ok(concepts(index, "某批").some((concept) => concept.text === "批" && concept.variants.length))
})

/** @param {string} query @param {string} id of an answer: what its ways of asking add to its score */
const asked = async (query, id) =>
  (await explain(index, query)).results.find((result) => result.id === id)?.sum.ask ?? Number.NaN

test("words that stand in one way of asking count more than words out of two", async () => {
  assert.ok((await asked("小模型 省着训", "lora")) > 1.3 * (await asked("小模型 低秩", "lora")))
})

test("a title is a way of asking, and the second nearest of them adds to the first", async () => {
  assert.ok((await asked("怎样避免灾难性遗忘", "forgetting")) > 0)
  const both = await asked("省着训 低秩", "lora")
  const next = weights.NEXT
  weights.NEXT = 0
  assert.ok((await asked("省着训 低秩", "lora")) < both)
  weights.NEXT = next
})

test("who says 写 and a name of the trade wants code, who writes a prompt does not", () => {
  for (const query of [
    "写 lora 层",
    "写一个 softmax",
    "手撕注意力",
    "把 rope 敲一下",
    "numpy 实现卷积",
    "apply_rope 怎么写",
    "speculative decoding code",
  ])
    assert.ok(ASKS_FOR_CODE.test(query), query)
  for (const query of [
    "写 prompt 有什么讲究",
    "写 SQL 总写错表",
    "lora 的秩",
    "speculative decoding",
    "Claude Code",
    "torch 为什么报错",
    "代码大模型",
    "代码数据的配比",
  ])
    assert.ok(!ASKS_FOR_CODE.test(query), query)
})

test("how it is asked weighs little, however rare the word", async () => {
  const [thing, way] = (await explain(index, "LoRA 的流程")).concepts
  assert.equal(way.weight, weights.SOFT_STOP)
  assert.equal(thing.weight, 1)
})

test("how it is asked says nothing where the book never says it so, and is no slip of another word", () => {
  const read = (/** @type {string} */ query) => concepts(index, query).map(({ text }) => text)
  assert.deepEqual(read("LoRA 的思想"), read("LoRA"))
})

test("the letters of a name, one by one, are the name; letters that are names themselves are these too", async () => {
  assert.equal(await best("a m p 怎么做"), "mixed-precision")
  const own = /** @type {typeof index} */ (Object.create(index, { isNamed: { value: () => true } }))
  const terms = (/** @type {string} */ letters) =>
    latinConcepts(own, letters.split(" "), AS_TYPED)[0].variants.map((variant) => variant.terms.join(" "))
  assert.deepEqual(terms("q k v"), ["qkv", "q k v"])
  assert.deepEqual(terms("p p o"), ["ppo"])
})

test("a word of one thing is found as of several, and the other way round", () => {
  const terms = (/** @type {string} */ word, /** @type {string[]} */ known) => {
    const own = /** @type {typeof index} */ (
      Object.create(index, { has: { value: (/** @type {string} */ term) => known.includes(term) } })
    )
    return latinConcepts(own, [word], AS_TYPED)[0].variants.map((variant) => variant.terms.join(" "))
  }
  assert.deepEqual(terms("skill", ["skill", "skills"]), ["skill", "skills"])
  assert.deepEqual(terms("skills", ["skill", "skills"]), ["skills", "skill"])
  assert.deepEqual(terms("llm", ["llm", "llms"]), ["llm"])
})

test("a generation of a model that the book does not speak of is said, and what only looks like one is not", async () => {
  const versions = new Map([
    ["llama", ["2", "3.1"]],
    ["qwen", ["3"]],
    ["千问", ["3"]],
  ])
  const spoken = /** @type {typeof index} */ (Object.create(index, { versions: { value: versions } }))
  for (const [query, term] of [
    ["Llama 5 架构", "Llama 5"],
    ["llama-3.2 和 Qwen3", "llama-3.2"],
    ["千问 4", "千问 4"],
    ["Llama 5.0", "Llama 5.0"],
  ])
    assert.equal(unheard(spoken, query), term)
  for (const query of ["Llama 3", "llama2", "LLaMA 3.1 8B", "Llama 7B", "llama 5 层", "qwen3.0", "千问3", "xllama 9"])
    assert.equal(unheard(spoken, query), undefined, query)
  assert.deepEqual(await unanswered(spoken, "Llama 5 的注意力"), { term: "Llama 5", places: undefined })
  assert.ok((await searchIn(spoken, "Llama 5 的注意力")).every(({ weak, keyed, beside }) => weak && !keyed && beside))
})

test("pinyin with a word of Latin letters at its beginning or its end is read", () => {
  const said = (/** @type {string} */ query) => concepts(index, query).map(({ text }) => text)
  assert.deepEqual(said("lorazhuyili"), said("zhuyililora"))
  assert.ok(said("lorazhuyili").includes("lora"))
  assert.ok(said("lorazhuyili").includes("注意力"))
})

test("what Python itself calls is not the word inside it", () => {
  assert.deepEqual(
    concepts(index, "__lora__ 怎么用").map(({ text, variants }) => [text, variants.length]),
    [["__lora__", 0]],
  )
})

test("an answer about one's own work is held back where nobody asks about work, and code is not where it derives", async () => {
  const factor = async (/** @type {string} */ query, /** @type {string} */ id) => {
    const found = (await explain(index, query)).results.find((result) => result.id === id)
    assert.ok(found, query)
    return found.score / Object.values(found.sum).reduce((a, b) => a + b)
  }
  assert.ok(Math.abs((await factor("低秩微调", "why-low-rank")) - 1 / weights.NOT_OWN) < 1e-9)
  assert.equal(await factor("为什么用低秩微调", "why-low-rank"), 1)
  assert.ok(Math.abs((await factor("聚类", "code-kmeans")) - 1 / weights.UNASKED) < 1e-9)
  assert.equal(await factor("聚类求导", "code-kmeans"), 1)
})

test("what an answer is to show weighs little at the end of a few words, and only there", async () => {
  const read = async (/** @type {string} */ query) =>
    (await explain(index, query)).concepts.filter(({ text }) => text === "公式" || text === "代码")
  for (const query of ["LoRA 公式", "位置编码的代码", "LoRA 公式代码"])
    assert.ok(
      (await read(query)).every(({ weight }) => weight === weights.SOFT_STOP),
      query,
    )
  for (const query of ["代码 LoRA", "公式", "灾难性遗忘和位置编码的公式分别写出来"])
    assert.ok(
      (await read(query)).every(({ weight }) => weight > weights.SOFT_STOP),
      query,
    )
})

test("a name in capitals is no beginning of another word", () => {
  const begun = (/** @type {string} */ query) =>
    concepts(index, query).some(({ variants }) => variants.some(({ how }) => how === "prefix"))
  assert.ok(begun("MULT"))
  assert.ok(begun("multi"))
  assert.ok(!begun("MULTI"))
})

test("an English sentence is read in the terms of the book, its plain words are not", async () => {
  assert.equal(await best("How would you keep a model from forgetting what it knew before?"), "forgetting")
  const { concepts: read } = await explain(index, "How would you keep a model from forgetting what it knew before?")
  assert.ok(read.every((concept) => !["keep", "before"].includes(concept.text)))
  const forgetting = read.find((concept) => concept.text === "forgetting")
  assert.ok(forgetting?.variants.some((variant) => variant.startsWith("synonym:遗忘")))
})

test("without the list of English words an English sentence is looked for all the same", async () => {
  const alone = new Index(await index.load("index"), async () => {
    throw new Error("offline")
  })
  assert.ok((await search(alone, "What is the difference between LoRA and forgetting")).length)
  assert.equal(alone.english, undefined)
})

test("a score is the sum that explain tells", async () => {
  const { concepts: read, results } = await explain(index, "LoRA 的秩怎么选")
  assert.deepEqual(
    read.map((concept) => concept.text),
    ["lora", "秩", "选"],
  )
  assert.deepEqual(
    results.map((result) => result.id),
    (await ids("LoRA 的秩怎么选")).slice(0, results.length),
  )
  for (const { score, sum } of results) assert.ok(Math.abs(score - Object.values(sum).reduce((a, b) => a + b)) < 1e-9)
})

test("a digit for a numeral in a word of the book is read as one, other digits are not", () => {
  const read = (/** @type {string} */ query) => concepts(index, query).map((concept) => concept.text)
  assert.ok(read("批归1化").includes("批归一化"))
  assert.ok(read("归1化").includes("归一化"))
  for (const query of ["归2化", "x1化", "1.1化", "gpt1化"])
    assert.ok(!read(query).some((text) => text.includes("一")), query)
})
test("pinyin next to a Chinese character of the same word is read with it", () => {
  const read = (/** @type {string} */ query) => concepts(index, query).map((concept) => concept.text)
  for (const query of ["知识zhengliu", "知shizhengliu", "zhi识蒸馏", "知识zheng馏"])
    assert.ok(read(query).includes("知识蒸馏"), query)
  // What stands in capitals, is a term itself or spells nothing stays as it is.
  for (const [query, kept] of [
    ["知SHI", "shi"],
    ["讲lora", "lora"],
    ["讲xyzq", "xyzq"],
  ])
    assert.ok(read(query).includes(kept), query)
})

test("every weight moves a score", async () => {
  const queries = [
    "多头注意力",
    "LoRA 的秩怎么选",
    "kv 缓存",
    "秩",
    "throughput",
    "注意力 思想",
    "显存占用怎么算",
    "灾难性遗",
    "模型变小",
    "低秩适配",
    "为什么要除以根号",
    "天气 秩",
    "省着训 低秩",
    "魑 魅",
    "练完就忘光",
    "低秩微调",
    "手写聚类",
    "k-means 聚类",
    "How do you keep it from forgetting",
  ]
  const scores = async () =>
    JSON.stringify(await Promise.all(queries.map((query) => explain(index, query, { limit: 20 }))))
  const before = await scores()
  for (const name of /** @type {(keyof typeof weights)[]} */ (Object.keys(weights))) {
    const value = weights[name]
    weights[name] = value / 2
    assert.ok((await scores()) !== before, name)
    weights[name] = value
  }
})
