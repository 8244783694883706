/** /calc/memory/: what training keeps on one card. */

import { plain, size } from "./said.js"
import { components, params } from "./shapes.js"
import { layerValues, loraParams, memory, PLAN } from "./training.js"

/**
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./training.js").TrainingPlan} TrainingPlan
 */

/** Bytes per parameter: weights, gradients, optimizer. @type {Record<string, [number, number, number]>} */
const RECIPES = {
  adam16: [2, 2, 12],
  adam18: [2, 4, 12],
  fp32: [4, 4, 8],
  adam8: [2, 2, 6],
  bf16: [2, 2, 4],
  sgd: [2, 2, 4],
}
const lora = (/** @type {any} */ given) => given.f !== "full"
const whole = (/** @type {any} */ given) => given.f === "full"

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "memory",
  when: {
    o: whole,
    k: lora,
    g: lora,
    ad: lora,
    e: ({ shape }) => shape.experts,
    sp: ({ t }) => t > 1,
    mb: ({ p }) => p > 1,
  },
  result,
}

/** @param {any} given @returns {TrainingPlan} */
function plan({ f, s, b, o, r, z, n, t, p, k, g, e, sp, mb, lg, ad }) {
  const [weights, gradients, optimizer] = f === "full" ? RECIPES[o] : [2, 0, 0]
  const frozen = f === "qlora" ? 0.5 + 1 / 64 + 4 / (64 * 256) : 2
  return {
    ...PLAN,
    tokens: s,
    batch: b,
    recompute: r,
    weights,
    gradients,
    optimizer,
    stage: Number(z),
    data: n,
    tensor: t,
    pipeline: p,
    experts: e,
    sequence: sp,
    microbatches: mb,
    logits: lg,
    rank: f === "full" ? 0 : k,
    targets: g,
    frozen,
    adapter: ad,
  }
}

/**
 * @param {any} given
 * @returns {import("./page.js").CalculatorResult}
 */
function result(given) {
  const { shape } = given
  const how = plan(given)
  const found = memory(shape, how)
  const steps = [
    ...(how.rank ? adapterSteps(shape, how, found) : stateSteps(shape, how, found)),
    activationStep(shape, how, found.activations),
  ]
  steps.push({
    title: "logits",
    formula: "s · b · V · c / t",
    letters: {
      s: [how.tokens, "长度"],
      b: [how.batch, "微批"],
      V: [shape.vocab, "词表"],
      c: [how.logits, "每个的字节"],
      t: [how.tensor, "张量并行"],
    },
    value: found.logits,
    said: size(found.logits),
    answer: "activation-memory",
  })
  const rows = Object.entries(found)
    .filter(([name]) => name !== "total")
    .map(([name, bytes]) => [NAMES[name], size(bytes), `${plain((bytes / found.total) * 100)}%`])
  const cards = how.data * how.tensor * how.pipeline
  /** @type {[string, string][]} */
  const main = [
    ["每张卡", size(found.total)],
    ["一共", `${plain(cards)} 张卡`],
  ]
  const notes = ["没有算框架自己的几个 GB、通信缓冲和碎片；真跑时再留一到两成。"]
  if (how.stage === 3) notes.push("ZeRO-3 用到一层时要把它的权重收齐，峰值再加一两层。")
  return { main, steps, table: { head: ["部分", "每张卡", "占"], rows }, notes }
}

/** @type {Record<string, string>} */
const NAMES = {
  weights: "权重",
  gradients: "梯度",
  optimizer: "优化器状态",
  adapter: "LoRA 的权重、梯度、优化器",
  activations: "激活",
  logits: "logits",
}

/** @param {import("./shapes.js").Shape} shape @param {TrainingPlan} how @param {Record<string, number>} found @returns {Step[]} */
function stateSteps(shape, how, found) {
  const { routed } = components(shape)
  const few = Math.max(1, how.data / how.experts)
  return [
    ["weights", "权重", 3],
    ["gradients", "梯度", 2],
    ["optimizer", "优化器状态", 1],
  ].map(([name, title, least]) => {
    const sharded = how.stage >= Number(least)
    const bytes = /** @type {any} */ (how)[name]
    /** @type {Record<string, [number, string]>} */
    const letters = {
      c: [bytes, "每个参数的字节"],
      P: [params(shape) - routed, "参数，路由专家除外"],
      n: [sharded ? how.data : 1, sharded ? "数据并行几份，分掉" : "数据并行不分这一项"],
      t: [how.tensor, "张量并行"],
      p: [how.pipeline, "流水线"],
    }
    if (routed)
      Object.assign(letters, {
        E: [routed, "路由专家的参数"],
        e: [how.experts, "专家并行"],
        m: [sharded ? few : 1, "同一批专家的副本，分掉"],
      })
    return {
      title: String(title),
      formula: routed ? "c · (P / n + E / e / m) / t / p" : "c · P / n / t / p",
      letters,
      value: found[String(name)],
      said: size(found[String(name)]),
      answer: least === 3 ? "training-memory-breakdown" : "zero-stages",
    }
  })
}

/** @param {import("./shapes.js").Shape} shape @param {TrainingPlan} how @param {Record<string, number>} found @returns {Step[]} */
function adapterSteps(shape, how, found) {
  const parts = components(shape)
  const products = parts.attention + parts.dense + parts.shared
  const ranks = how.stage >= 3 ? how.data : 1
  const P = loraParams(shape, how.rank, how.targets)
  return [
    {
      title: "冻结的底座",
      formula: "(c · P + 2 · R + c · E / e) / t / p / n",
      letters: {
        c: [how.frozen, how.frozen < 2 ? "NF4：4 位，加两级量化的缩放因子" : "bf16"],
        P: [products, "矩阵的参数"],
        R: [params(shape) - products - parts.routed, "词嵌入、输出层、归一化，不量化"],
        E: [parts.routed, "路由专家"],
        e: [how.experts, "专家并行"],
        t: [how.tensor, "张量并行"],
        p: [how.pipeline, "流水线"],
        n: [ranks, "ZeRO-3 才分"],
      },
      value: found.weights,
      said: size(found.weights),
      answer: "qlora",
    },
    {
      title: "LoRA 的权重、梯度、优化器",
      formula: "c · P / t / p / n",
      letters: {
        c: [how.adapter, "每个参数的字节"],
        P: [P, `LoRA 的参数：每个矩阵 r·(入+出)，r = ${how.rank}`],
        t: [how.tensor, "张量并行"],
        p: [how.pipeline, "流水线"],
        n: [ranks, "ZeRO-3 才分"],
      },
      value: found.adapter,
      said: size(found.adapter),
      answer: "lora-principle",
    },
  ]
}

/** @param {import("./shapes.js").Shape} shape @param {TrainingPlan} how @param {number} bytes @returns {Step} */
function activationStep(shape, how, bytes) {
  const kept = shape.groups.filter((one) => one.part !== "cross")
  const way = /** @type {[number, string]} */ ([
    Math.min(how.pipeline, how.microbatches) / how.pipeline,
    "第一级存的份数 ÷ 级数",
  ])
  const base = {
    s: /** @type {[number, string]} */ ([how.tokens, "长度"]),
    b: /** @type {[number, string]} */ ([how.batch, "微批"]),
    c: /** @type {[number, string]} */ ([how.value, "每个数的字节"]),
  }
  if (how.recompute === "full") {
    const most = Math.max(...kept.map((one) => layerValues(shape, one, how)))
    return {
      title: "激活：只存每层的输入，一层一层重算",
      formula: "s · b · c · (L · h / t · y + x)",
      letters: {
        ...base,
        L: [shape.layers, "层数"],
        h: [shape.hidden, "隐藏维"],
        t: [how.sequence ? how.tensor : 1, "序列也切时的张量并行"],
        y: way,
        x: [most, "正在重算的一层，每个 token 存的数"],
      },
      value: bytes,
      said: size(bytes),
      answer: "gradient-checkpointing",
    }
  }
  const values = kept.reduce((sum, one) => sum + one.layers * layerValues(shape, one, how), 0)
  const note =
    "一层存：归一化的输入和输出、q、k、v、注意力的输出，前馈的各个中间结果；反向要用的才存，不含 dropout 的掩码"
  return {
    title: "激活",
    formula: "s · b · c · x · y",
    letters: { ...base, x: [values, "所有层每个 token 存的数"], y: way },
    value: bytes,
    said: size(bytes),
    answer: "activation-memory",
    note: how.recompute === "eager" ? `${note}，加上 s×s 的分数` : note,
  }
}
