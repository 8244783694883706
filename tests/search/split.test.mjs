// Lines as they stand in interview posts, and the questions in them.
import assert from "node:assert/strict"
import { test } from "node:test"
import { regions } from "../../web/match/atoms.js"
import { joint, seen } from "../../web/match/evidence.js"
import { isElliptical } from "../../web/match/lines.js"
import { marks } from "../../web/match/numbers.js"
import { cellsOf, tables } from "../../web/match/tables.js"
import { byLine, listed, questions, split } from "../../web/match/split.js"
import { CASES } from "./cases.mjs"

for (const [post, wanted] of CASES) test(`${JSON.stringify(post)}`, () => assert.deepEqual(questions(post), wanted))

test("an enumeration has items, a sentence has none", () => {
  assert.deepEqual(listed("多头注意力、KV Cache、LoRA 的秩"), ["多头注意力", "KV Cache", "LoRA 的秩"])
  assert.deepEqual(listed("BN / LN / GN"), ["BN", "LN", "GN"])
  assert.deepEqual(listed("LoRA 的秩怎么选"), [])
})

test("what is left out is counted by the lines that it stood in", () => {
  const post = "面完了，人很好，求好运\n先问的 LoRA 是什么，没答好\n散了，回家，睡觉"
  const at = (/** @type {string} */ text) => ({ text, at: post.indexOf(text) })
  const left = [
    at("散了，"),
    at("回家，睡觉"),
    at("面完了，"),
    at("人很好，"),
    at("求好运"),
    at("先问的 "),
    at("没答好"),
  ]
  assert.deepEqual(byLine(post, left), ["面完了，人很好，求好运", "先问的 … 没答好", "散了，回家，睡觉"])
  assert.deepEqual(byLine("", []), [])
})

test("a very long post is cut, not refused", () => assert.equal(questions("讲一下注意力\n".repeat(9000)).length, 1))

test("exercises and other fields are told from what the book may hold", () => {
  const { rows } = split(
    "1. 反转链表\n2. 进程和线程的区别\n3. CUDA 的线程层次是什么\n4. MySQL 索引为什么用 B+ 树\n5. 手写 LayerNorm",
  )
  assert.deepEqual(
    rows.map((row) => row.kind),
    ["other", "other", "question", "other", "question"],
  )
})

test("of computer science the book has what is asked of Python, but no other language and no exercises", () => {
  const kinds = {
    "Python 的 GIL 是什么": "question",
    深拷贝和浅拷贝的区别: "question",
    协程和线程的区别: "question",
    生成器和迭代器的区别: "question",
    "C++ 的深拷贝和浅拷贝": "other",
    "Kotlin 协程的原理": "other",
    "Go 的协程怎么调度": "other",
    "用 Python 写一个 LRU": "other",
  }
  for (const [line, kind] of Object.entries(kinds))
    assert.equal(split(`1. 讲一下注意力\n2. ${line}`).rows[1]?.kind, kind, line)
})

test("an exercise that everybody knows is shown as one, however it is asked for", () => {
  for (const line of [
    "两数之和",
    "手撕：两数之和",
    "写一题 two sum",
    "代码题 1：合并 K 个有序链表",
    "手撕三数之和",
    "LRU 缓存",
  ])
    assert.deepEqual(
      split(`1. 讲一下注意力\n2. ${line}`).rows.map((row) => row.kind),
      ["question", "other"],
      line,
    )
})

test("what stands under an unfinished question is no rest of it where it is none", () => {
  const texts = (/** @type {string} */ line) =>
    split(`1. 讲一下 LoRA 的\n${line}\n2. RoPE 是什么`).rows.map((row) => row.text)
  assert.deepEqual(texts("秩怎么选"), ["讲一下 LoRA 的秩怎么选", "RoPE 是什么"])
  for (const line of ["面试官人很好", "自我介绍", "答：不会", "def forward(self):"])
    assert.deepEqual(texts(line), ["讲一下 LoRA 的", "RoPE 是什么"], line)
})

test("each of several questions with one number stands where it stood", () => {
  const post = "1. LoRA 的秩；RoPE 是什么\n2. 手撕：MHA、AUC"
  for (const { pieces } of split(post).rows)
    for (const { text, at } of pieces) assert.equal(post.slice(at, at + text.length), text)
})

for (const [how, post] of /** @type {const} */ ([
  ["numbers in square brackets", "【1】讲一下 RoPE\n【2】LoRA 的秩怎么选\n【3】ZeRO 三个阶段"],
  ["bullets whose line breaks were lost", "问题：•讲一下 RoPE•LoRA 的秩怎么选•ZeRO 三个阶段"],
  ["dashes whose line breaks were lost", "- 讲一下 RoPE - LoRA 的秩怎么选 - ZeRO 三个阶段"],
  ["letters whose line breaks were lost", "a. 讲一下 RoPE b. LoRA 的秩怎么选 c. ZeRO 三个阶段 d. 自我介绍"],
  ["a sign of its own before each", "❖❖面经\n⇢讲一下 RoPE\n⇢LoRA 的秩怎么选\n⇢ZeRO 三个阶段"],
  [
    "the first, the second, the third",
    "第一个问题是讲一下 RoPE\n第二个问题是LoRA 的秩怎么选\n第三个问题是ZeRO 三个阶段",
  ],
]))
  test(`questions are counted by ${how}`, () =>
    assert.deepEqual(questions(post), ["讲一下 RoPE", "LoRA 的秩怎么选", "ZeRO 三个阶段"]))

test("what is to be written, below a list, is no part of its last question", () =>
  assert.deepEqual(questions("1. RoPE 是什么？\n2. 图像分割的 Dice loss？\n\n**代码**：手写 LayerNorm"), [
    "RoPE 是什么？",
    "图像分割的 Dice loss？",
    "代码：手写 LayerNorm",
  ]))

test("a heading is none of the questions, wherever the numbers below it go on", () =>
  assert.deepEqual(questions("一、训练\n1. LoRA 的秩怎么选\n二、推理部署\n2. KV Cache 是什么"), [
    "LoRA 的秩怎么选",
    "KV Cache 是什么",
  ]))

test("an address is no question, nor is what was answered in brackets", () => {
  assert.deepEqual(questions("https://example.com/a/b:1/c\n1. KV Cache 是什么"), ["KV Cache 是什么"])
  assert.deepEqual(questions("（1）FlashAttention 反向为什么要重算？（不存分数矩阵）"), [
    "FlashAttention 反向为什么要重算？",
  ])
})

test("what is to be written is said to be", () => {
  const { rows } = split("1. 讲一下 RoPE；手撕：MHA、AUC\n手撕\nIoU")
  assert.deepEqual(
    rows.map((row) => [row.text, row.code]),
    [
      ["讲一下 RoPE", false],
      ["手撕：MHA", true],
      ["AUC", true],
      ["IoU", true],
    ],
  )
})

test("what is hardly asked is a question only where the book has it", () => {
  const kinds = split("讲讲 MHA\n混合精度\n熵").rows.map((row) => [row.text, row.kind])
  assert.deepEqual(kinds, [
    ["讲讲 MHA", "question"],
    ["混合精度", "loose"],
  ])
  const { rows } = split("LoRA 的秩\n等了好久终于等到今天，希望这次能顺利通过\nKV Cache 是什么")
  assert.deepEqual(
    rows.map((row) => row.text),
    ["LoRA 的秩", "KV Cache 是什么"],
  )
})

test("an item of a list that is no question by itself is one only where the book surely has it", () => {
  const kinds = (/** @type {string} */ post) => split(post).rows.map((row) => [row.text, row.kind])
  assert.deepEqual(kinds("1. 装饰器\n2. 什么是 KV Cache"), [
    ["装饰器", "faint"],
    ["什么是 KV Cache", "question"],
  ])
  // Not what stands beside others in its line, or has no number.
  assert.deepEqual(kinds("装饰器\n什么是 KV Cache"), [["什么是 KV Cache", "question"]])
  assert.deepEqual(questions("1. 装饰器\n2. 什么是 KV Cache"), ["什么是 KV Cache"])
})

test("the heading of what is counted below it is no question", () => {
  const below = "\n1. 为什么除以根号 dk\n2. 多头有什么用"
  const asked = ["为什么除以根号 dk", "多头有什么用"]
  assert.deepEqual(questions(`一、注意力${below}`), asked)
  assert.deepEqual(
    split(`一、注意力${below}`).left.map(({ text }) => text),
    ["一、注意力"],
  )
  // One that asks, one that counts nothing, and one that is said whole are questions.
  assert.deepEqual(questions(`一、什么是注意力${below}`), ["什么是注意力", ...asked])
  assert.deepEqual(questions("一、注意力机制\n二、位置编码"), ["注意力机制", "位置编码"])
  assert.deepEqual(questions(`一、注意力机制。${below}`), ["注意力机制", ...asked])
})

test("a follow-up is said to be one", () => {
  const { rows } = split("1. LoRA 怎么初始化\n追问：都为 0 为什么不行\n2. RoPE 是什么")
  assert.deepEqual(
    rows.map((row) => row.follows),
    [false, true, false],
  )
})

/** @param {string} post */
const atoms = (post) => regions(post).regions.flatMap(({ atoms }) => atoms)

test("a word that joins parts what asks, never the things that are compared", () => {
  assert.deepEqual(
    atoms("RoPE 怎么外推以及 GQA 省了什么").map(({ text }) => text.trim()),
    ["RoPE 怎么外推", "以及", "GQA 省了什么"],
  )
  assert.equal(atoms("多头注意力以及分组注意力的区别").length, 1)
})

test("how many clauses ask since it was last said that something is asked", () => {
  const post = "先问 LoRA 怎么初始化，秩应该怎么选，然后问 RoPE 是什么意思，没答好"
  assert.deepEqual(
    seen(atoms(post)).map(({ run }) => run),
    [2, 2, 2, 1, 1, 1],
  )
})

test("how a line stands below another", () => {
  const says = (/** @type {string} */ post) => {
    const [a, b] = seen(atoms(post))
    return joint(a, b).filter((name) => /^\+line (?:deeper|out|in|flush)$/.test(name))
  }
  assert.deepEqual(says("检索\n  切块怎么切"), ["+line deeper"])
  assert.deepEqual(says("  检索\n切块怎么切"), ["+line out"])
  assert.deepEqual(says("  检索\n  切块怎么切"), ["+line in"])
  assert.deepEqual(says("检索\n切块怎么切"), ["+line flush"])
})

test("what points back is short", () => {
  for (const text of ["那它的缺点呢", "为什么", "去掉会怎样", "和 PPO 比呢", "怎么避免"])
    assert.ok(isElliptical(text), text)
  for (const text of ["LoRA 为什么有效", "多头注意力", "那你怎么判断一个算子到底是卡在算力还是带宽"])
    assert.ok(!isElliptical(text), text)
})

test("a comma in quotation marks parts no cells", () => {
  assert.deepEqual(
    cellsOf('1,"存 K，不存 Q, 为什么",4', ",").map(({ text, at }) => [text, at]),
    [
      ["1", 0],
      ['"存 K，不存 Q, 为什么"', 2],
      ["4", 18],
    ],
  )
})

test("lines with commas are a table where the first names its columns, as far as they have as many cells", () => {
  const table = (/** @type {string[]} */ ...lines) => tables(lines).get(0)
  assert.deepEqual(table("日期,题目,备注", "9/1,RoPE 是什么,会", "9/2,GQA 是什么,会", "没了，就这些"), {
    first: 0,
    end: 3,
    separator: ",",
    body: 1,
    column: 1,
  })
  assert.equal(table("日期,轮次,备注", "9/1,RoPE 是什么,会", "9/2,GQA 是什么,会"), undefined)
  assert.equal(table("题目,备注", "RoPE 是什么,会", "GQA 是什么,会"), undefined)
  assert.equal(table("日期,题目,备注", "9/1,RoPE 是什么,会"), undefined)
})

test("numbers with nothing behind them count where so many go on that they can be nothing else", () => {
  const counted = (/** @type {string} */ line) =>
    marks(line, new Map()).map(({ n, start, end }) => [n, line.slice(start, end)])
  const asked = ["自我介绍", "GELU 为什么平滑", "T5 是 2019 年的什么", "LoRA", "用 8 张卡怎么训", "手写 Adam"]
  const glued = `面试题${asked.map((text, i) => `${i + 1}${text}`).join("")}`
  assert.deepEqual(
    counted(glued),
    asked.map((_, i) => [i + 1, String(i + 1)]),
  )
  assert.deepEqual(questions(glued), asked.slice(1))
  assert.deepEqual(counted("题1自我介绍2讲讲 GELU3讲讲 RoPE4手写 Adam"), [])
  assert.deepEqual(counted("第一阶段1天，2张卡跑3轮，4个实验，5次评测，6种设置"), [])
  assert.deepEqual(counted("ZeRO1和ZeRO2，L1与L2，Qwen3、GPT4和GPT5"), [])
})
