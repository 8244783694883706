/** /calc/params/: the parameters of a configuration, part by part. */

import { count, plain, size } from "./said.js"
import { activeParams, components, embeddingParams, params } from "./shapes.js"

/**
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Group} Group
 * @typedef {Record<string, [number, string]>} Letters by letter, the number it stands for and what it is
 */

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "params",
  when: {},
  result,
}

/** @type {Record<string, string>} */
const NAMES = {
  embedding: "词嵌入",
  attention: "注意力与混合层",
  dense: "稠密前馈",
  routed: "路由专家",
  shared: "共享专家",
  router: "路由器",
  norms: "归一化与残差流",
  head: "输出层",
}

/**
 * @param {any} given
 * @returns {import("./page.js").CalculatorResult}
 */
function result({ shape, d }) {
  const parts = components(shape)
  const total = params(shape)
  const active = activeParams(shape)
  const steps = [
    ...tables(shape, parts),
    ...shape.groups.map((/** @type {Group} */ one) => mixingStep(one, shape)),
    ...networks(shape, parts),
  ]
  const said = Object.entries(parts)
    .filter(([, value]) => value)
    .map(([name, value]) => [NAMES[name], plain(value), `${plain((value / total) * 100)}%`, size(value * Number(d))])
  /** @type {[string, string][]} */
  const main = [
    ["参数", `${plain(total)}（${count(total)}）`],
    ["权重", size(total * Number(d))],
  ]
  if (active !== total)
    main.splice(1, 0, [
      "每个 token 激活",
      `${plain(active)}（${count(active)}，含${shape.tied ? "一份" : "两份"}词嵌入）`,
    ])
  else
    main.splice(1, 0, [
      "不含词嵌入和输出层",
      plain(total - parts.embedding - (shape.tied || !shape.output ? 0 : embeddingParams(shape))),
    ])
  return { main, table: { head: ["部分", "参数", "占", "字节"], rows: said }, steps }
}

/** @param {Shape} shape @param {Record<string, number>} parts @returns {Step[]} */
function tables(shape, parts) {
  const V = /** @type {[number, string]} */ ([shape.vocab, "词表"])
  const h = /** @type {[number, string]} */ ([shape.hidden, "隐藏维"])
  /** @type {Step[]} */
  const found = [
    {
      title: "词嵌入",
      formula: shape.rows ? "(V + p) · h" : "V · h",
      letters: {
        V,
        ...(shape.rows ? { p: /** @type {[number, string]} */ ([shape.rows, "学出来的位置和段"]) } : {}),
        h,
      },
      value: parts.embedding,
      said: plain(parts.embedding),
      answer: "transformer-param-count",
    },
  ]
  if (shape.output && !shape.tied)
    found.push({
      title: "输出层",
      formula: "V · h",
      letters: { V, h },
      value: embeddingParams(shape),
      said: plain(embeddingParams(shape)),
    })
  else if (shape.output) found[0].note = "输出层与词嵌入共用，只算一次"
  return found
}

/**
 * The matrices of one kind of layer; what is left are norms, biases and the like.
 * @param {Group} g
 * @param {Shape} shape
 * @returns {Step}
 */
function mixingStep(g, shape) {
  const value = components({ ...shape, groups: [g], buckets: 0 }).attention
  const added = g.q_rank || g.shared_kv || g.shared_kv_layers
  if (added && !["mla", "csa", "linear"].includes(g.kind))
    return {
      title: title(g),
      formula: "A",
      letters: { A: [value, "查询低秩或键值共用，逐个矩阵相加"] },
      value,
      said: plain(value),
    }
  return {
    ...withRest(title(g), matrices(g, shape.hidden), value, "其余：归一化、偏置、门、卷积、索引器"),
    answer: g.kind === "mla" ? "mla" : "transformer-param-count",
  }
}

/**
 * A product, and what is left of a sum beside it.
 * @param {string} title
 * @param {{ formula: string, letters: Letters }} product
 * @param {number} value
 * @param {string} left what the rest is
 * @returns {Step}
 */
function withRest(title, { formula, letters }, value, left) {
  const rest = value - evaluate(formula, letters)
  if (!rest) return { title, formula, letters, value, said: plain(value) }
  return { title, formula: `${formula} + R`, letters: { ...letters, R: [rest, left] }, value, said: plain(value) }
}

/**
 * The matrices of a layer, by its kind.
 * @param {Group} g
 * @param {number} hidden
 * @returns {{ formula: string, letters: Letters }}
 */
function matrices(g, hidden) {
  /** @type {Letters} */
  const base = { L: [g.layers, "层数"], h: [hidden, "隐藏维"], a: [g.heads, "查询头"] }
  if (g.kind === "linear") return linearMatrices(g, base)
  if (g.kind === "mla") return latentMatrices(g, base)
  if (g.kind === "csa")
    return {
      formula: "L · (q · (h + a · d) + h · d + a · d · o + n · o · h)",
      letters: {
        ...base,
        q: [g.q_rank, "查询的秩"],
        d: [g.head_dim, "每头维度"],
        o: [g.o_rank, "输出的秩"],
        n: [g.o_groups, "输出的组"],
      },
    }
  return {
    formula: "L · (h · a · d + h · g · (d + d_v) + a · d_v · h)",
    letters: {
      ...base,
      g: [g.kv_heads, "键值头"],
      d: [g.head_dim, "每头维度"],
      d_v: [g.v_dim || g.head_dim, "每头值的维度"],
    },
  }
}

/** @param {Group} g @param {Letters} base @returns {{ formula: string, letters: Letters }} */
function latentMatrices(g, base) {
  const asked = g.q_rank ? "q · (h + a · d)" : "h · a · d"
  /** @type {Letters} */
  const rank = g.q_rank ? { q: [g.q_rank, "查询的秩"] } : {}
  return {
    formula: `L · (${asked} + h · (r + d_R) + r · a · (d_n + d_v) + a · d_v · h)`,
    letters: {
      ...base,
      ...rank,
      d: [g.nope_dim + g.rope_dim, "查询每头"],
      r: [g.kv_rank, "键值的秩"],
      d_R: [g.rope_dim, "RoPE 键"],
      d_n: [g.nope_dim, "不带位置的键"],
      d_v: [g.v_dim, "每头值"],
    },
  }
}

/** @param {Group} g @param {Letters} base @returns {{ formula: string, letters: Letters }} */
function linearMatrices(g, { L, h }) {
  /** @type {Letters[string]} */
  const v = [g.value_heads * g.value_dim, "值的总宽"]
  if (g.form === "mamba-1") return { formula: "L · 3 · h · v", letters: { L, h, v } }
  return {
    formula: g.form === "kda" ? "L · h · (2 · k + 2 · v)" : "L · h · (2 · k + 3 · v)",
    letters: { L, h, k: [g.key_heads * g.key_dim, "键的总宽"], v },
  }
}

/** @param {Group} g */
const title = (g) =>
  `${plain(g.layers)} 层${g.kind === "linear" ? `线性层（${g.form}）` : { mha: "多头注意力", gqa: "分组查询注意力", mla: " MLA", csa: "压缩稀疏注意力" }[g.kind]}${g.window ? `，窗口 ${plain(g.window)}` : ""}${g.part ? `（${{ encoder: "编码器", decoder: "解码器", cross: "交叉" }[g.part]}）` : ""}`

/** @param {Shape} shape @param {Record<string, number>} parts @returns {Step[]} */
function networks(shape, parts) {
  const { experts } = shape
  const layers = (shape.ffn_layers || shape.layers) - (experts ? experts.layers : 0)
  /** @type {Letters} */
  const dense = { L: [layers, "层数"], ...each(shape), f: [shape.ffn, "中间宽度"] }
  const found = parts.dense ? [network("稠密前馈", "L · m · h · f", dense, parts.dense)] : []
  if (experts) found.push(...expertNetworks(shape, experts, parts))
  const small = parts.norms + parts.head - (shape.output && !shape.tied ? embeddingParams(shape) : 0)
  found.push({
    title: "归一化和其余小项",
    formula: "R",
    letters: { R: [small, "归一化的缩放（LayerNorm 还有偏置）、池化、相对位置的偏置、残差流"] },
    value: small,
    said: plain(small),
  })
  return found
}

/** The matrices of a network, and their width. @param {Shape} shape @returns {Letters} */
function each(shape) {
  return {
    m: [shape.gated ? 3 : 2, shape.gated ? "带门，三个矩阵" : "两个矩阵"],
    h: [shape.hidden, "隐藏维"],
  }
}

/** @param {string} title @param {string} formula @param {Letters} letters @param {number} value */
function network(title, formula, letters, value) {
  return withRest(title, { formula, letters }, value, "偏置、门、并联的前馈")
}

/**
 * @param {Shape} shape
 * @param {NonNullable<Shape["experts"]>} experts
 * @param {Record<string, number>} parts
 */
function expertNetworks(shape, experts, parts) {
  const { m, h } = each(shape)
  /** @type {Letters} */
  const { L, E } = { L: [experts.layers, "有专家的层"], E: [experts.total, "专家"] }
  /** @type {Letters} */
  const widths = { i: [experts.latent || shape.hidden, "输入的宽度"], w: [experts.width, "专家宽度"] }
  const found = [network("路由专家", "L · E · m · i · w", { L, E, m, ...widths }, parts.routed)]
  if (parts.shared) {
    /** @type {Letters} */
    const together = { w: [experts.shared * (experts.shared_width || experts.width), "共享专家的总宽"] }
    found.push(network("共享专家", "L · m · h · w", { L, m, h, ...together }, parts.shared))
  }
  return [...found, network("路由器", "L · h · E", { L, h, E }, parts.router)]
}

/**
 * A formula of products and sums with its numbers.
 * @param {string} formula
 * @param {Letters} letters
 * @returns {number}
 */
function evaluate(formula, letters) {
  const tokens = formula.match(/[A-Za-z]\w*|\d+|[()+]/g) ?? []
  let at = 0
  const sum = () => {
    let found = product()
    while (tokens[at] === "+") {
      at++
      found += product()
    }
    return found
  }
  const product = () => {
    let found = 1
    while (at < tokens.length && tokens[at] !== "+" && tokens[at] !== ")") found *= one()
    return found
  }
  /** @returns {number} */
  const one = () => {
    const token = tokens[at++]
    if (token !== "(") return token in letters ? letters[token][0] : Number(token)
    const found = sum()
    at++
    return found
  }
  return sum()
}
