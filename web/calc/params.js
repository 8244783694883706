/** /calc/params/: the parameters of a configuration, part by part. */

import { count, plain, size } from "./said.js"
import { activeParams, components, embeddingParams, params } from "./shapes.js"

/**
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Group} Group
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
  /** @type {Record<string, [number, string]>} */
  const base = { L: [g.layers, "层数"], h: [shape.hidden, "隐藏维"], a: [g.heads, "查询头"] }
  let formula = "L · (h · a · d + h · g · (d + d_v) + a · d_v · h)"
  /** @type {Record<string, [number, string]>} */
  let letters = {
    ...base,
    g: [g.kv_heads, "键值头"],
    d: [g.head_dim, "每头维度"],
    d_v: [g.v_dim || g.head_dim, "每头值的维度"],
  }
  if (g.kind === "mla") {
    formula = g.q_rank
      ? "L · (q · (h + a · d) + h · (r + d_R) + r · a · (d_n + d_v) + a · d_v · h)"
      : "L · (h · a · d + h · (r + d_R) + r · a · (d_n + d_v) + a · d_v · h)"
    letters = {
      ...base,
      ...(g.q_rank ? { q: /** @type {[number, string]} */ ([g.q_rank, "查询的秩"]) } : {}),
      d: [g.nope_dim + g.rope_dim, "查询每头"],
      r: [g.kv_rank, "键值的秩"],
      d_R: [g.rope_dim, "RoPE 键"],
      d_n: [g.nope_dim, "不带位置的键"],
      d_v: [g.v_dim, "每头值"],
    }
  } else if (g.kind === "csa") {
    formula = "L · (q · (h + a · d) + h · d + a · d · o + n · o · h)"
    letters = {
      ...base,
      q: [g.q_rank, "查询的秩"],
      d: [g.head_dim, "每头维度"],
      o: [g.o_rank, "输出的秩"],
      n: [g.o_groups, "输出的组"],
    }
  } else if (g.kind === "linear") {
    formula = g.form === "mamba-1" ? "L · 3 · h · v" : "L · h · (2 · k + 3 · v)"
    letters = {
      L: base.L,
      h: base.h,
      ...(g.form === "mamba-1" ? {} : { k: /** @type {[number, string]} */ ([g.key_heads * g.key_dim, "键的总宽"]) }),
      v: [g.value_heads * g.value_dim, "值的总宽"],
    }
    if (g.form === "kda") formula = "L · h · (2 · k + 2 · v)"
  } else if (g.q_rank || g.shared_kv || g.shared_kv_layers) {
    return {
      title: title(g),
      formula: "A",
      letters: { A: [value, "查询低秩或键值共用，逐个矩阵相加"] },
      value,
      said: plain(value),
    }
  }
  const matrices = evaluate(formula, letters)
  const rest = value - matrices
  return {
    title: title(g),
    formula: rest ? `${formula} + R` : formula,
    letters: rest ? { ...letters, R: [rest, "其余：归一化、偏置、门、卷积、索引器"] } : letters,
    value,
    said: plain(value),
    answer: g.kind === "mla" ? "mla" : "transformer-param-count",
  }
}

/** @param {Group} g */
const title = (g) =>
  `${plain(g.layers)} 层${g.kind === "linear" ? `线性层（${g.form}）` : { mha: "多头注意力", gqa: "分组查询注意力", mla: " MLA", csa: "压缩稀疏注意力" }[g.kind]}${g.window ? `，窗口 ${plain(g.window)}` : ""}${g.part ? `（${{ encoder: "编码器", decoder: "解码器", cross: "交叉" }[g.part]}）` : ""}`

/** @param {Shape} shape @param {Record<string, number>} parts @returns {Step[]} */
function networks(shape, parts) {
  const m = /** @type {[number, string]} */ ([shape.gated ? 3 : 2, shape.gated ? "带门，三个矩阵" : "两个矩阵"])
  const h = /** @type {[number, string]} */ ([shape.hidden, "隐藏维"])
  const { experts } = shape
  const layers = (shape.ffn_layers || shape.layers) - (experts ? experts.layers : 0)
  const step = (
    /** @type {string} */ title,
    /** @type {string} */ formula,
    /** @type {Record<string, [number, string]>} */ letters,
    /** @type {number} */ value,
  ) => {
    const rest = value - evaluate(formula, letters)
    return {
      title,
      formula: rest ? `${formula} + R` : formula,
      letters: rest ? { ...letters, R: /** @type {[number, string]} */ ([rest, "偏置、门、并联的前馈"]) } : letters,
      value,
      said: plain(value),
    }
  }
  /** @type {Step[]} */
  const found = []
  if (parts.dense)
    found.push(
      step("稠密前馈", "L · m · h · f", { L: [layers, "层数"], m, h, f: [shape.ffn, "中间宽度"] }, parts.dense),
    )
  if (experts) {
    const L = /** @type {[number, string]} */ ([experts.layers, "有专家的层"])
    found.push(
      step(
        "路由专家",
        "L · E · m · i · w",
        {
          L,
          E: [experts.total, "专家"],
          m,
          i: [experts.latent || shape.hidden, "输入的宽度"],
          w: [experts.width, "专家宽度"],
        },
        parts.routed,
      ),
    )
    if (parts.shared)
      found.push(
        step(
          "共享专家",
          "L · m · h · w",
          { L, m, h, w: [experts.shared * (experts.shared_width || experts.width), "共享专家的总宽"] },
          parts.shared,
        ),
      )
    found.push(step("路由器", "L · h · E", { L, h, E: [experts.total, "专家"] }, parts.router))
  }
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

/**
 * A formula of products and sums with its numbers.
 * @param {string} formula
 * @param {Record<string, [number, string]>} letters
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
