/**
 * The shape of a model, as a short text in an address, and its parameters: hooks/answerbook/arithmetic/texts.py and
 * shapes.py in JavaScript. A test compares the two for every model of the book.
 */

/**
 * @typedef {object} Group layers that mix tokens in the same way; what a kind has no use for is 0
 * @property {string} kind mha, gqa, mla, csa or linear
 * @property {number} layers
 * @property {number} heads
 * @property {number} kv_heads
 * @property {number} head_dim
 * @property {number} v_dim
 * @property {number} window
 * @property {boolean} chunked
 * @property {number} top_k
 * @property {number} compress
 * @property {number} q_rank
 * @property {number} kv_rank
 * @property {number} nope_dim
 * @property {number} rope_dim
 * @property {number} o_rank
 * @property {number} o_groups
 * @property {number} index_heads
 * @property {number} index_dim
 * @property {number} index_layers
 * @property {string} gate
 * @property {boolean} shared_kv
 * @property {number} shared_kv_layers
 * @property {boolean} sinks
 * @property {string} part
 * @property {string} form
 * @property {number} key_heads
 * @property {number} key_dim
 * @property {number} value_heads
 * @property {number} value_dim
 * @property {number} conv
 * @property {number} rank
 *
 * @typedef {object} Experts
 * @property {number} total
 * @property {number} active
 * @property {number} shared
 * @property {number} width
 * @property {number} layers
 * @property {number} dense
 * @property {number} shared_width
 * @property {number} latent
 * @property {number} beside
 * @property {boolean} gate
 * @property {boolean} router_bias
 * @property {boolean} router_scale
 *
 * @typedef {object} Shape
 * @property {number} layers
 * @property {number} hidden
 * @property {number} vocab
 * @property {Group[]} groups
 * @property {Experts | null} experts
 * @property {number} ffn
 * @property {number} ffn_layers
 * @property {boolean} gated
 * @property {string} bias
 * @property {string} norm
 * @property {number} norms
 * @property {boolean} tied
 * @property {boolean} output
 * @property {number} rows
 * @property {string} qk_norm
 * @property {boolean} embedding_norm
 * @property {boolean} final_norm
 * @property {boolean} head_bias
 * @property {boolean} pooler
 * @property {number} buckets
 * @property {number} streams
 * @property {boolean} mixed
 */

/** Blocks of so many tokens overlap with the one before when they are compressed. */
export const OVERLAPPING = 4

// The codes by name and, after a colon, what there is when nothing is said: nothing for 0, y or x a flag, else words by number.
const SHAPE = codes({
  hidden: "h",
  vocab: "v",
  ffn: "f",
  layers: "n",
  ffn_layers: "fl",
  gated: "ug:y",
  bias: "b:none,qkv,all",
  norm: "nm:rms,layer,none",
  norms: "ns:2",
  tied: "t:x",
  output: "no:y",
  rows: "r",
  qk_norm: "q:,head,whole",
  embedding_norm: "en:x",
  final_norm: "nf:y",
  head_bias: "hb:x",
  pooler: "pl:x",
  buckets: "bk",
  streams: "hc",
  mixed: "hm:x",
})
const GROUP = codes({
  layers: "l",
  heads: "a",
  kv_heads: "k",
  head_dim: "d",
  v_dim: "vd",
  window: "w",
  chunked: "c:x",
  top_k: "tk",
  compress: "cp",
  q_rank: "qr",
  kv_rank: "kr",
  nope_dim: "nd",
  rope_dim: "rd",
  o_rank: "or",
  o_groups: "og",
  index_heads: "ih",
  index_dim: "id",
  index_layers: "il",
  gate: "g:,full,low-rank",
  shared_kv: "s:x",
  shared_kv_layers: "sl",
  sinks: "sk:x",
  part: "p:,encoder,decoder,cross",
  form: "fm:,gated-deltanet,kda,lightning,mamba-2,mamba-1",
  key_heads: "kh",
  key_dim: "kd",
  value_heads: "vh",
  value_dim: "vv",
  conv: "cv",
  rank: "rk",
})
const EXPERTS = codes({
  total: "e",
  active: "k",
  shared: "s",
  width: "w",
  layers: "l",
  dense: "d",
  shared_width: "sw",
  latent: "lt",
  beside: "bs",
  gate: "g:x",
  router_bias: "rb:x",
  router_scale: "rs:x",
})
// What an S behind a number stands for.
const UNIT = 128
const KINDS = ["mha", "gqa", "mla", "csa", "linear"]

/** @typedef {{ code: string, name: string, words: string[] | null, none: any }} Code */

/**
 * @param {Record<string, string>} list
 * @returns {Code[]}
 */
function codes(list) {
  return Object.entries(list).map(([name, said]) => {
    const [code, kind] = said.split(":")
    const words = kind?.includes(",") ? kind.split(",") : null
    return { code, name, words, none: words ? words[0] : kind === "y" || (kind === "x" ? false : Number(kind ?? 0)) }
  })
}

/**
 * @param {string} text as Python's texts.write or texts.packed makes it
 * @returns {Shape | undefined} undefined for anything else
 */
export function read(text) {
  const [first, ...rest] = text.split(".")
  const found = fields(`_${first}`, SHAPE)
  const words = rest.map((word) => fields(word, word.startsWith("moe") ? EXPERTS : GROUP))
  if (!found || words.includes(undefined)) return undefined
  const groups = words.filter(({ kind }) => KINDS.includes(kind))
  const [experts = null] = words.filter(({ kind }) => kind === "moe")
  const layers = found.layers || depth(groups)
  for (const one of groups) {
    if (!one.layers || (one.kind === "linear" && !one.form)) return undefined
    if (one.kind === "mha") one.heads ||= one.kv_heads
    if (one.kind === "gqa" && one.head_dim) one.heads ||= Math.floor(found.hidden / one.head_dim)
  }
  if (experts) experts.layers ||= layers - experts.dense
  if (!groups.length || groups.length + (experts ? 1 : 0) < words.length) return undefined
  return { ...found, groups, experts, layers }
}

/**
 * @param {Shape} shape
 * @returns {string}
 */
export function write(shape) {
  const words = [parts({ ...shape, layers: shape.layers === depth(shape.groups) ? 0 : shape.layers }, SHAPE)]
  words.push(...shape.groups.map((group) => `${group.kind}_${parts(group, GROUP)}`))
  if (shape.experts) words.push(`moe_${parts(shape.experts, EXPERTS)}`)
  return words.join(".")
}

/**
 * A group, or experts, of which only some numbers are said.
 * @param {Partial<Group>} said
 * @returns {Group}
 */
export const group = (said) => ({ ...nothing(GROUP), kind: "gqa", ...said })

/**
 * @param {Partial<Experts>} said
 * @returns {Experts}
 */
export const experts = (said) => ({ ...nothing(EXPERTS), ...said })

/**
 * @param {Partial<Shape> & { groups: Group[] }} said
 * @returns {Shape}
 */
export const shape = (said) => ({
  ...nothing(SHAPE),
  experts: null,
  ...said,
  layers: said.layers || depth(said.groups),
})

/** @param {Code[]} codes @returns {any} */
const nothing = (codes) => Object.fromEntries(codes.map(({ name, none }) => [name, none]))

/** @param {Group[]} groups */
const depth = (groups) => groups.reduce((sum, one) => sum + (one.part === "cross" ? 0 : one.layers), 0)

/**
 * @param {any} value
 * @param {Code[]} codes
 */
function parts(value, codes) {
  return codes
    .filter(({ name, none }) => value[name] !== none)
    .map(
      ({ code, name, words }) =>
        code + (words ? words.indexOf(value[name]) : typeof value[name] === "boolean" ? "" : value[name]),
    )
    .join("_")
}

/**
 * @param {string} word
 * @param {Code[]} codes
 * @returns {any} undefined for what is no such word
 */
function fields(word, codes) {
  const [kind, ...parts] = word.split(/_(.*)/)
  const found = { ...nothing(codes), kind }
  let wrong = false
  const left = parts.join("").replace(/([a-z]+)(\d{0,15})(S?)_?/g, (_, code, digits, unit) => {
    const known = codes.find((one) => one.code === code)
    const number = digits * (unit ? UNIT : 1)
    const value = digits ? (known?.words?.[number] ?? number) : !known?.none
    if (known && typeof value === typeof known.none) found[known.name] = value
    else wrong = true
    return ""
  })
  return left || wrong ? undefined : found
}

/**
 * The parameters by what they belong to.
 * @param {Shape} shape
 */
export function components(shape) {
  const { experts } = shape
  const attention = shape.groups.reduce((sum, one) => sum + one.layers * MIXING[one.kind](one, shape), 0)
  return {
    embedding: (shape.vocab + shape.rows) * shape.hidden,
    attention: Math.round(attention),
    dense: dense(shape),
    routed: experts ? experts.layers * experts.total * expert(shape, experts) : 0,
    shared: experts
      ? experts.layers *
        (network(shape, experts.shared * (experts.shared_width || experts.width)) + (experts.gate ? shape.hidden : 0))
      : 0,
    router: experts ? experts.layers * router(shape, experts) : 0,
    norms: norms(shape) + streams(shape),
    head: head(shape),
  }
}

/** All parameters, a shared matrix counted once. @param {Shape} shape */
export const params = (shape) => Object.values(components(shape)).reduce((sum, one) => sum + one, 0)

/** Parameters that work on one token, with both embeddings. @param {Shape} shape */
export function activeParams(shape) {
  const { experts } = shape
  return params(shape) - (experts ? experts.layers * (experts.total - experts.active) * expert(shape, experts) : 0)
}

/** Parameters of one embedding matrix over the vocabulary. @param {Shape} shape */
export const embeddingParams = (shape) => shape.vocab * shape.hidden

/** Parameters that a token is multiplied by, without tables that are only looked up. @param {Shape} shape */
export function matrixParams(shape) {
  return activeParams(shape) - (shape.tied && shape.output ? 0 : embeddingParams(shape)) - shape.rows * shape.hidden
}

/** 2 for an encoder with a decoder, else 1. @param {Shape} shape */
const stacks = (shape) => (shape.groups.some((one) => one.part === "encoder") ? 2 : 1)

/** @param {Shape} shape */
function norms(shape) {
  const width = { rms: 1, layer: 2, none: 0 }[shape.norm] ?? 1
  const across = shape.groups.reduce((sum, one) => sum + (one.part === "cross" ? one.layers : 0), 0)
  const ends = stacks(shape) * Number(shape.final_norm) + Number(shape.embedding_norm)
  return (shape.norms * shape.layers + across + ends) * width * shape.hidden
}

/** @param {Shape} shape */
function streams(shape) {
  if (!shape.streams) return 0
  const wide = shape.streams * shape.hidden
  const rows = shape.streams * (2 + (shape.mixed ? shape.streams : 0))
  return 2 * shape.layers * (rows * wide + rows + (shape.mixed ? 3 : 2)) + shape.streams * wide + shape.streams + 1
}

/** @param {Shape} shape */
function head(shape) {
  const found = shape.tied || !shape.output ? 0 : embeddingParams(shape)
  const pooler = shape.pooler ? shape.hidden * (shape.hidden + 1) : 0
  return found + pooler + shape.buckets * shape.groups[0].heads * stacks(shape) + (shape.head_bias ? shape.vocab : 0)
}

/** @param {Shape} shape */
function dense(shape) {
  const { experts } = shape
  const layers = (shape.ffn_layers || shape.layers) - (experts ? experts.layers : 0)
  return layers * network(shape, shape.ffn) + (experts ? experts.layers * network(shape, experts.beside) : 0)
}

/** @param {Shape} shape @param {Experts} experts */
function router(shape, experts) {
  const bias = experts.router_bias || shape.bias === "all" ? experts.total : 0
  return (
    shape.hidden * (experts.total + 2 * experts.latent) +
    bias +
    (experts.router_scale ? shape.hidden + experts.total : 0)
  )
}

/** @param {Shape} shape @param {Experts} experts */
const expert = (shape, experts) => network(shape, experts.width, experts.latent)

/** @param {Shape} shape @param {number} width @param {number} [inputs] */
function network(shape, width, inputs = 0) {
  inputs ||= shape.hidden
  const matrices = shape.gated ? 3 : 2
  return matrices * inputs * width + (shape.bias === "all" && width ? width * (matrices - 1) + inputs : 0)
}

/** @type {Record<string, (group: Group, shape: Shape) => number>} */
const MIXING = { mha: heads, gqa: heads, mla: latent, csa: compressed, linear }

/** @param {Group} g @param {Shape} shape */
function heads(g, { hidden, bias, qk_norm }) {
  const queries = g.heads * g.head_dim
  const keys = g.kv_heads * g.head_dim
  const outputs = g.heads * (g.v_dim || g.head_dim)
  const kv = g.shared_kv ? keys : keys + g.kv_heads * (g.v_dim || g.head_dim)
  const own = (g.layers - g.shared_kv_layers) / g.layers
  let found = (g.q_rank ? g.q_rank * (hidden + queries) : hidden * queries) + hidden * outputs + hidden * kv * own
  if (bias === "qkv" || bias === "all") found += queries + kv
  if (bias === "all") found += hidden
  if (g.gate) found += hidden * outputs
  if (g.index_heads) found += hidden * (g.index_heads + 1) * g.index_dim + 2 * g.index_dim
  if (qk_norm === "head") found += g.head_dim + g.head_dim * own
  if (qk_norm === "whole") found += queries + keys * own
  return found + (g.sinks ? g.heads : 0) + g.q_rank
}

/** @param {Group} g @param {Shape} shape */
function latent(g, { hidden }) {
  const query = g.nope_dim + g.rope_dim
  const queries = g.q_rank ? g.q_rank * (hidden + g.heads * query) : hidden * g.heads * query
  const kv = hidden * (g.kv_rank + g.rope_dim) + g.kv_rank * g.heads * (g.nope_dim + g.v_dim)
  const outputs = g.heads * g.v_dim * hidden * (g.gate ? 2 : 1)
  const index = g.index_heads * ((g.q_rank || hidden) * g.index_dim + hidden) + (hidden + 2) * g.index_dim
  const small = g.q_rank + g.kv_rank + (g.sinks ? g.heads : 0)
  return queries + kv + outputs + small + (g.index_heads ? index * ((g.index_layers || g.layers) / g.layers) : 0)
}

/** @param {Group} g @param {Shape} shape */
function compressed(g, { hidden }) {
  const inner = g.heads * g.head_dim
  const outputs = inner * g.o_rank + g.o_groups * g.o_rank * hidden
  const twice = g.compress === OVERLAPPING ? 2 : 1
  const compressor = g.compress ? ((2 * hidden + g.compress) * twice + 1) * g.head_dim : 0
  const index =
    g.index_heads * (g.q_rank * g.index_dim + hidden) + ((2 * hidden + g.compress) * twice + 1) * g.index_dim
  return (
    g.q_rank * (hidden + inner) +
    hidden * g.head_dim +
    outputs +
    g.q_rank +
    g.head_dim +
    g.heads +
    compressor +
    (g.index_heads ? index : 0)
  )
}

/** @param {Group} g @param {Shape} shape */
function linear(g, { hidden }) {
  const keys = g.key_heads * g.key_dim
  const values = g.value_heads * g.value_dim
  switch (g.form) {
    case "gated-deltanet":
      return (
        hidden * (2 * keys + 3 * values + 2 * g.value_heads) +
        g.conv * (2 * keys + values) +
        2 * g.value_heads +
        g.value_dim
      )
    case "kda": {
      const low = g.key_dim * (hidden + keys)
      const gate = g.gate === "full" ? hidden * values : low
      return (
        hidden * (2 * keys + 2 * values + g.key_heads) +
        g.conv * (2 * keys + values) +
        low +
        gate +
        keys +
        g.key_heads +
        g.value_dim
      )
    }
    case "lightning":
      return hidden * (2 * keys + 3 * values) + values
    case "mamba-2":
      return (
        hidden * (3 * values + 2 * keys + g.value_heads) +
        (g.conv + 1) * (values + 2 * keys) +
        3 * g.value_heads +
        values
      )
    default:
      return values * (3 * hidden + g.conv + 2 * g.rank + 3 * g.key_dim) + 3 * values + g.rank + 2 * g.key_dim
  }
}
