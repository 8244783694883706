/** /calc/kv/: the cache of keys and values. */

import { stored, WHEN } from "./cached.js"
import { channels, groupBytes, indexers, kept, known, sequenceBytes, stateBytes, tokenBytes } from "./caches.js"
import { plain, size } from "./said.js"

/**
 * @typedef {import("./page.js").CalculatorResult} CalculatorResult
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./shapes.js").Group} Group
 * @typedef {import("./caches.js").Stored} Stored
 * @typedef {[number, string]} Letter a number of a formula, and what it is
 */

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "kv",
  when: WHEN,
  result,
}

/**
 * @param {any} given
 * @returns {CalculatorResult | string}
 */
function result(given) {
  const { shape, s, b, e, name } = given
  if (!shape.output) return `${name} 是编码器，一次读完，不留 KV Cache`
  if (!known(shape)) return `${name} 压缩注意力的压缩比没有公布，算不了`
  const how = stored(given)
  const one = sequenceBytes(shape, s, how, e)
  const steps = shape.groups
    .filter((/** @type {Group} */ group) => group.part !== "encoder")
    .flatMap((/** @type {Group} */ group) => cacheSteps(group, s, how, e))
  steps.push({
    title: "所有序列",
    formula: "M_s · b",
    letters: { M_s: [one, "一条序列，上面各项之和"], b: [b, "同时几条"] },
    value: one * b,
    said: size(one * b),
    answer: "kv-cache-size#concurrency",
  })
  const ranks = how.ranks > 1 ? `每张卡（${how.ranks} 张分头）` : ""
  /** @type {[string, string][]} */
  const main = [
    [`${ranks}KV Cache`, size(one * b)],
    ["其中每条序列", size(one)],
    ["再长一个 token，每条多", size(tokenBytes(shape, s, how))],
  ]
  return { main, steps, notes: notes(shape, how) }
}

/**
 * @param {Group} group
 * @param {number} s
 * @param {Stored} how
 * @param {number} e
 * @returns {Step[]}
 */
function cacheSteps(group, s, how, e) {
  const bytes = groupBytes(group, s, how, e)
  if (group.kind === "linear") return [linearStep(group, how, bytes)]
  if (group.kind === "csa") return [compressedStep(group, s, how, bytes)]
  const length = group.part === "cross" ? e : kept(group, s, how)
  const index = indexers(group)
  const keys = index * group.index_dim * (how.index || how.value) * Math.ceil(s / how.block) * how.block
  const step = {
    title: title(group),
    ...product(group, how, Math.ceil(length / how.block) * how.block),
    value: bytes - keys,
    said: size(bytes - keys),
    answer: group.window ? "kv-cache-size#variants" : "kv-cache-size#models",
  }
  return index ? [step, indexStep(group, s, how, keys)] : [step]
}

/** @param {Group} group */
function title(group) {
  const window = group.window ? `，窗口 ${plain(group.window)}` : ""
  return `${plain(group.layers)} 层${NAMES[group.kind]}${window}${group.part === "cross" ? "（交叉注意力）" : ""}`
}

/** @param {Group} group @returns {Letter} */
function layers(group) {
  const own = group.layers - group.shared_kv_layers
  return [own, group.shared_kv_layers ? "层数，邻层共用的只算一份" : "层数"]
}

/**
 * What is multiplied, by how the layers keep keys and values.
 * @param {Group} group
 * @param {Stored} how
 * @param {number} length
 * @returns {{ formula: string, letters: Record<string, Letter> }}
 */
function product(group, how, length) {
  const L = layers(group)
  /** @type {Letter} */
  const c = [how.value, "每个数的字节"]
  const within = group.window && how.windows ? `留下的 token：min(s, 窗口 ${plain(group.window)})` : "长度"
  /** @type {Letter} */
  const T = [length, group.part === "cross" ? "编码器的长度" : within]
  if (group.kind === "mla" && how.latent)
    return {
      formula: "L · (d_c + d_R) · c · T",
      letters: { L, d_c: [group.kv_rank, "隐向量"], d_R: [group.rope_dim, "共用的 RoPE 键"], c, T },
    }
  if (group.kind === "mla")
    return {
      formula: "L · a · (d_k + d_v) · c · T",
      letters: {
        L,
        a: [Math.ceil(group.heads / how.ranks), "头"],
        d_k: [group.nope_dim + group.rope_dim, "展开的键"],
        d_v: [group.v_dim, "展开的值"],
        c,
        T,
      },
    }
  /** @type {Letter} */
  const g = [Math.ceil(group.kv_heads / how.ranks), how.ranks > 1 ? "每张卡的键值头，不够分就复制" : "键值头"]
  if (group.v_dim && group.v_dim !== group.head_dim)
    return {
      formula: "L · g · (d_k + d_v) · c · T",
      letters: { L, g, d_k: [group.head_dim, "每头键"], d_v: [group.v_dim, "每头值"], c, T },
    }
  return { formula: "2 · L · g · d · c · T", letters: { L, g, d: [group.head_dim, "每头维度"], c, T } }
}

/**
 * The tokens of the window, and blocks of older ones.
 * @param {Group} group
 * @param {number} s
 * @param {Stored} how
 * @param {number} bytes
 * @returns {Step}
 */
function compressedStep(group, s, how, bytes) {
  const L = layers(group)
  const whole = kept(group, s, how)
  const blocks = group.compress ? Math.floor(s / group.compress) : 0
  const rest = bytes - L[0] * group.head_dim * how.value * (whole + blocks)
  return {
    title: title(group),
    formula: "L · d · c · (T + n) + R",
    letters: {
      L,
      d: [group.head_dim, "键值共用的一个头"],
      c: [how.value, "每个数的字节"],
      T: [whole, "窗口里的 token"],
      n: [blocks, `压缩成的块，每块 ${plain(group.compress)} 个 token`],
      R: [rest, "索引器的键和还没压缩的"],
    },
    value: bytes,
    said: size(bytes),
    answer: "kv-cache-size#variants",
  }
}

/**
 * @param {Group} group
 * @param {number} s
 * @param {Stored} how
 * @param {number} keys
 * @returns {Step}
 */
function indexStep(group, s, how, keys) {
  return {
    title: "稀疏注意力的索引器的键",
    formula: "L · d · c · T",
    letters: {
      L: [indexers(group), "有索引器的层"],
      d: [group.index_dim, "索引的维度"],
      c: [how.value, "每个数的字节"],
      T: [Math.ceil(s / how.block) * how.block, "长度"],
    },
    value: keys,
    said: size(keys),
    note: "稀疏只是少看，旧的键和值都还留着，缓存不变小",
  }
}

/** @type {Record<string, string>} */
const NAMES = {
  mha: "多头注意力（MHA）",
  gqa: "分组查询注意力（GQA）",
  mla: "MLA",
  csa: "压缩稀疏注意力（CSA）",
  linear: "线性注意力",
}

/**
 * @param {Group} group
 * @param {Stored} how
 * @param {number} bytes
 * @returns {Step}
 */
function linearStep(group, how, bytes) {
  return {
    title: `${plain(group.layers)} 层线性层（${group.form}），与长度无关`,
    formula: "L · (n · d_v · d_k · c + x · p · 2) · y",
    letters: {
      L: [group.layers, "层数"],
      n: [group.value_heads, "头"],
      d_v: [group.value_dim, "值的维度"],
      d_k: [group.key_dim, "键的维度"],
      c: [stateBytes(group, how), "状态每个数的字节"],
      x: [channels(group), "短卷积的通道"],
      p: [group.conv, "短卷积的宽度"],
      y: [Math.ceil(group.value_heads / how.ranks) / group.value_heads, "这张卡的一份"],
    },
    value: bytes,
    said: size(bytes),
    answer: "kv-cache-size#variants",
  }
}

/**
 * @param {import("./shapes.js").Shape} shape
 * @param {Stored} how
 */
function notes(shape, how) {
  const found = []
  if (how.latent && how.ranks > 1 && shape.groups.some((one) => one.kind === "mla"))
    found.push("MLA 的隐向量不分头：张量并行的每张卡都存整份。")
  if (shape.groups.some((one) => one.window && one.kind !== "csa") && how.windows)
    found.push("Transformers 的窗口层只留 w − 1 个 token（新的一个算完才放进去），比这里每层少一个。")
  return found
}
