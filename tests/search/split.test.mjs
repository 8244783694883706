// Lines as they stand in interview posts, and the questions in them.
import assert from "node:assert/strict"
import { test } from "node:test"
import { listed, questions, split } from "../../web/match/split.js"

/** @type {[post: string, wanted: string[]][]} */
const CASES = [
  ["1. 讲一下注意力\n2. LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["1、讲一下注意力\n2、LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["1）讲一下注意力 2）LoRA 的秩怎么选", ["讲一下注意力", "LoRA 的秩怎么选"]],
  ["(1) 讲一下注意力\n(2) LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["（1）讲一下注意力\n（2）LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["一、讲一下注意力\n二、LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["①讲一下注意力 ②LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["Q1: 讲一下注意力\nQ2：LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["问题1：讲一下注意力\n问题2：LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["第3题：讲一下注意力", ["讲一下注意力"]],
  ["- 讲一下注意力\n* LoRA 的秩\n• ZeRO 是什么", ["讲一下注意力", "LoRA 的秩", "ZeRO 是什么"]],
  ["为什么要除以根号 dk？换成 dk 行不行？", ["为什么要除以根号 dk？换成 dk 行不行？"]],
  ["LoRA 的秩怎么选；推理会变慢吗", ["LoRA 的秩怎么选", "推理会变慢吗"]],
  ["讲一下 BERT。它的 MLM 怎么做。", ["讲一下 BERT。它的 MLM 怎么做"]],
  ["1.5B 的模型要多少显存", ["1.5B 的模型要多少显存"]],
  ["4bit 量化怎么做", ["4bit 量化怎么做"]],
  ["7B 模型全参微调要多少显存？", ["7B 模型全参微调要多少显存？"]],
  ["1.ZeRO 三个阶段 2.流水线并行的气泡", ["ZeRO 三个阶段", "流水线并行的气泡"]],
  ["一面：\n1. 自我介绍\n2. 项目介绍\n3. 讲一下 RoPE", ["讲一下 RoPE"]],
  ["二面\n反问\nLoRA 的秩", ["LoRA 的秩"]],
  ["2026.3.9\nbase 北京\nKV Cache 是什么", ["KV Cache 是什么"]],
  ["LoRA 的秩\r\nKV Cache", ["LoRA 的秩", "KV Cache"]],
  ["LoRA 的秩\n\n\nLoRA 的秩", ["LoRA 的秩"]],
  ["他说“为什么？”是什么意思", ["他说“为什么？”是什么意思"]],
  ["a. 讲一下注意力\nb. LoRA 的秩", ["讲一下注意力", "LoRA 的秩"]],
  ["> 1. 讲一下注意力", ["讲一下注意力"]],
  ["3、手撕：多头注意力！！", ["手撕：多头注意力！", "！"].slice(0, 1)],
  ["\u200b1. 讲一下注意力\ufeff", ["讲一下注意力"]],
  [
    "1.做自我介绍2.讲一下 LoRA 的原理，rank 怎么选3.为什么要除以根号 dk4.BN 和 LN 的区别二面：1.论文细节2.GPT-4.1 用了 1.5B 的什么",
    ["讲一下 LoRA 的原理，rank 怎么选", "为什么要除以根号 dk", "BN 和 LN 的区别", "GPT-4.1 用了 1.5B 的什么"],
  ],
  [
    "1. 手上有一个 70B 的模型，太大太慢。现在要把它变小。你会用哪些方法？各自有什么优缺点？\n2. RLHF 怎么做？",
    ["手上有一个 70B 的模型，太大太慢。现在要把它变小。你会用哪些方法？各自有什么优缺点？", "RLHF 怎么做？"],
  ],
  [
    "1. 讲一下 ZeRO-2\n和 ZeRO-3 的区别\n2. FSDP 是什么，\n它什么时候收参数",
    ["讲一下 ZeRO-2 和 ZeRO-3 的区别", "FSDP 是什么，它什么时候收参数"],
  ],
  [
    "1. LoRA 怎么初始化\n追问：都为 0 为什么不行\n2. RoPE 是什么",
    ["LoRA 怎么初始化", "都为 0 为什么不行", "RoPE 是什么"],
  ],
  ["1. BERT 的预训练任务？\n答：MLM 和 NSP。\n2. RoPE 是什么\n面试官人很好", ["BERT 的预训练任务？", "RoPE 是什么"]],
  ["3、反转链表\n```python\nclass Node:\n    v = 0\n```\n4、RLHF 的流程", ["反转链表", "RLHF 的流程"]],
  ["| 题目 | 自评 |\n| --- | --- |\n| Scaling law 怎么用？ | 好 |", ["Scaling law 怎么用？"]],
  ["👉 自我介绍\n👉 记忆怎么更新\n👉 工具超时怎么处理\n💡 总结：别背概念", ["记忆怎么更新", "工具超时怎么处理"]],
  [
    "昨天面的，讲到一半打断问LoRA 为什么不变慢，我说了合并。然后追问多轮对话的 loss 怎么算，没答好。后面开始问基础，位置编码有哪几种，为什么都是 decoder only。全程一个小时，面试官挺和气的，希望有后续，求个好运，许愿二面，感谢大家看到这里。",
    ["LoRA 为什么不变慢", "多轮对话的 loss 怎么算", "位置编码有哪几种", "为什么都是 decoder only"],
  ],
  ["① 讲讲 MHA；beam search；困惑度怎么算", ["讲讲 MHA", "beam search", "困惑度怎么算"]],
  [
    "Q1. What is the KV cache?\nQ2. Explain prefill vs. decode. Which one is memory-bound?\nFingers crossed!",
    ["What is the KV cache?", "Explain prefill vs. decode. Which one is memory-bound?"],
  ],
  ["1、請說明 RAG 的流程\n2、離職原因\n面試官人很客氣", ["請說明 RAG 的流程"]],
  [
    "序号\t问题\t自评\n1\t讲一下 RoPE\t好\n2\tGQA 省了什么\t差\n3\tLRU 缓存\t好",
    ["讲一下 RoPE", "GQA 省了什么", "LRU 缓存"],
  ],
  [
    "1. 讲一下 PagedAttention 的原理，它和\n操作系统里的分页有什么相似之处，块太\n大或者太小分别会怎样\n2. 量化：weight only 和 W8A8 有什么区\n别，AWQ 为什么要保护 1% 的权重\n3. LoRA 的秩",
    [
      "讲一下 PagedAttention 的原理，它和操作系统里的分页有什么相似之处，块太大或者太小分别会怎样",
      "量化：weight only 和 W8A8 有什么区别，AWQ 为什么要保护 1% 的权重",
      "LoRA 的秩",
    ],
  ],
  [
    "阿杰 21:03\n面完了？咋样\n我 21:05\n先问 MLA 为啥能压缩缓存，跟 GQA 比呢\n我 21:06\n然后问 PPO 的 clip 是干嘛的\n阿杰 21:07\n牛啊",
    ["MLA 为啥能压缩缓存，跟 GQA 比呢", "PPO 的 clip 是干嘛的"],
  ],
  [
    "小鱼：二面过了没\n我：第一个问 softmax 为什么要减最大值\n我：还问 FSDP 跟 DDP 差在哪\n小鱼：祝好运",
    ["softmax 为什么要减最大值", "FSDP 跟 DDP 差在哪"],
  ],
  ["八股问了一串：BPE 怎么训练 / 词表开多大 / 倒排索引怎么压缩", ["BPE 怎么训练", "词表开多大", "倒排索引怎么压缩"]],
  ["RoPE 推导；手撕：MHA、LRU；困惑度", ["RoPE 推导", "手撕：MHA", "LRU", "困惑度"]],
  [
    "- 切块切多大\n- 为什么加 BM25\n然后是八股\n除根号dk（终于有会的了）是为什么\nGQA 省了什么（没答上来）\n面完了 求好运",
    ["切块切多大", "为什么加 BM25", "除根号dk（终于有会的了）是为什么", "GQA 省了什么"],
  ],
  ["1.讲讲 RAG 2.llm as judge有什么问题3.手撕 MHA", ["讲讲 RAG", "llm as judge有什么问题", "手撕 MHA"]],
  [
    "Part 1 - Background\nWalk me through your resume\nPart 2\nHow does beam search work\nWhy do you want to relocate?",
    ["How does beam search work"],
  ],
  [
    "7月备忘\n- [x] 某厂 一面\nRAG 换了模型，旧的向量怎么处理\n表格问答怎么做的\n引用怎么实现\n- [ ] 另一家 一面（约了周五）\nBERT 为什么要有 segment\n特征穿越是什么\n手撕 kmeans",
    [
      "RAG 换了模型，旧的向量怎么处理",
      "表格问答怎么做的",
      "引用怎么实现",
      "BERT 为什么要有 segment",
      "特征穿越是什么",
      "手撕 kmeans",
    ],
  ],
  [
    "Q 讲讲 roofline\nQ kernel fusion 能省什么\nQ 限流怎么做",
    ["讲讲 roofline", "kernel fusion 能省什么", "限流怎么做"],
  ],
  ["A 厂：RLHF 流程，LN 位置，DPO 为什么会掉点，手撕 MHA", ["RLHF 流程", "LN 位置", "DPO 为什么会掉点", "手撕 MHA"]],
  [
    "FP8 训练原理/激活重计算/loss scaling/梯度累积怎么写\n气泡为什么出现、张量并行怎么切、DDP 和 FSDP 区别",
    [
      "FP8 训练原理",
      "激活重计算",
      "loss scaling",
      "梯度累积怎么写",
      "气泡为什么出现",
      "张量并行怎么切",
      "DDP 和 FSDP 区别",
    ],
  ],
  [
    "LoRA/QLoRA/DoRA 的区别\n数据并行、张量并行、流水线并行怎么组合",
    ["LoRA/QLoRA/DoRA 的区别", "数据并行、张量并行、流水线并行怎么组合"],
  ],
  [
    "手撕 LoRA，写了十五分钟，没写完\n怎么判断 reward 被钻了空子？直接懵了\n先聊论文，都是推理方向的。问 EAGLE 的草稿怎么来的，这个答得一般。",
    ["手撕 LoRA", "怎么判断 reward 被钻了空子？", "EAGLE 的草稿怎么来的"],
  ],
  ["为什么会懵，梯度没推出来是什么原因", ["为什么会懵，梯度没推出来是什么原因"]],
  [
    "小林 21:03\n先问的你们 KV 缓存咋省的\n小林 21:04\n还有模型一直复读咋整\n小林 21:05\n然后说温度为 0 结果还不一样是为啥\n小林 21:06\n还有哪些办法能降延迟",
    ["你们 KV 缓存咋省的", "模型一直复读咋整", "温度为 0 结果还不一样是为啥", "还有哪些办法能降延迟"],
  ],
  [
    "昨天面的，面试官上来问奖励模型被钻空子怎么办，训练和推理的概率对不上怎么处理，然后问SFT 数据怎么去重，怎么算够。之后就结束了，全程半小时，人挺和气的，回去以后又翻了一遍笔记，感觉基础还是不牢，希望能有二面，祝大家都顺利。",
    ["奖励模型被钻空子怎么办", "训练和推理的概率对不上怎么处理", "SFT 数据怎么去重，怎么算够"],
  ],
  ["LoRA 的秩\nRoPE\nhr\nKV Cache", ["LoRA 的秩", "RoPE", "KV Cache"]],
  ["！！！\n。。。\n123", []],
  ["", []],
]

for (const [post, wanted] of CASES) test(`${JSON.stringify(post)}`, () => assert.deepEqual(questions(post), wanted))

test("an enumeration has items, a sentence has none", () => {
  assert.deepEqual(listed("多头注意力、KV Cache、LoRA 的秩"), ["多头注意力", "KV Cache", "LoRA 的秩"])
  assert.deepEqual(listed("BN / LN / GN"), ["BN", "LN", "GN"])
  assert.deepEqual(listed("LoRA 的秩怎么选"), [])
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

test("what is to be written is said to be", () => {
  const { rows } = split("1. 讲一下 RoPE；手撕：MHA、AUC\n手撕\nIoU")
  assert.deepEqual(
    rows.map((row) => [row.text, row.code]),
    [
      ["讲一下 RoPE", false],
      ["手撕：MHA、AUC", true],
      ["IoU", true],
    ],
  )
})

test("what is hardly asked is a question only where the book has it", () => {
  const kinds = split("讲讲 MHA\n推理优化\n熵").rows.map((row) => [row.text, row.kind])
  assert.deepEqual(kinds, [
    ["讲讲 MHA", "question"],
    ["推理优化", "loose"],
  ])
  const { rows } = split("LoRA 的秩\n等了好久终于等到今天，希望这次能顺利通过\nKV Cache 是什么")
  assert.deepEqual(
    rows.map((row) => row.text),
    ["LoRA 的秩", "KV Cache 是什么"],
  )
})

test("a follow-up is said to be one", () => {
  const { rows } = split("1. LoRA 怎么初始化\n追问：都为 0 为什么不行\n2. RoPE 是什么")
  assert.deepEqual(
    rows.map((row) => row.follows),
    [false, true, false],
  )
})
