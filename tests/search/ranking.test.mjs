// One rule in each test, over the small book in tests/search/docs.
import assert from "node:assert/strict"
import { test } from "node:test"
import { best, ids, index, search } from "./opened.mjs"

const finds = (rule, ...pairs) =>
  test(rule, async () => {
    for (const [query, id] of pairs) assert.equal(await best(query), id, query)
  })

finds("a title comes before a mention in a body", ["知识蒸馏", "distillation"], ["多头注意力", "multi-head"])
finds("an alias finds what neither title nor text says", ["模型变小", "distillation"], ["MHA", "multi-head"])
finds("a whole alias wins over its words elsewhere", ["低秩适配", "lora"], ["kv 缓存", "kv-cache"])
finds("the glossary's names stand for each other", ["throughput", "batching"], ["rotary position embedding", "position"])
finds("question words never decide", ["怎样实现因果掩码", "causal-mask"], ["请问什么是位置编码啊", "position"], ["到底为什么要用 LoRA 呢", "lora"])
finds("Latin and Han need no space between them", ["kv缓存", "kv-cache"], ["lora的秩", "lora"], ["大batch梯度", "gradient-accumulation"])
finds("Latin words are found joined, split and hyphenated", ["flash attention", "flash"], ["flash-attention", "flash"], ["flashattention", "flash"], ["kvcache", "kv-cache"])
finds("traditional characters are simplified", ["災難性遺忘", "forgetting"], ["梯度累積", "gradient-accumulation"], ["旋轉位置編碼", "position"])
finds("full width is half width", ["ＬｏＲＡ", "lora"], ["ＫＶ　Ｃａｃｈｅ", "kv-cache"])
finds("pinyin is read, whole and spaced", ["zhishizhengliu", "distillation"], ["liang hua gan zhi", "quantization"], ["zainanxingyiwang", "forgetting"])
finds("pinyin is read beside Latin words", ["lora de zhi", "lora"], ["kv huancun", "kv-cache"])
finds("initials of a word are read", ["znxyw", "forgetting"], ["zszl", "distillation"])
finds("an unfinished last word finds what it begins", ["灾难性遗", "forgetting"], ["知识蒸", "distillation"], ["flashatt", "flash"], ["zhishizheng", "distillation"])
finds("a Latin slip is forgiven", ["gradeint accumulation", "gradient-accumulation"], ["distilation", "distillation"], ["flashattenion", "flash"])
finds("a Chinese character of the same sound is forgiven", ["知识蒸溜", "distillation"], ["因果眼码", "causal-mask"], ["灾难性移忘", "forgetting"])
finds("one wrong Chinese character is forgiven", ["灾难性遗产", "forgetting"], ["位置编吗", "position"])
finds("a long pasted question finds its answer", ["面试官：你们做微调的时候模型通用能力下降了，你是怎样避免灾难性遗忘的？", "forgetting"])
finds("words that a title cannot hold are found by their other names", ["混合精度", "mixed-precision"], ["AMP", "mixed-precision"])
finds("a single character finds the title that has it", ["秩", "lora"])

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
