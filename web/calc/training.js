/** What training keeps on one card and computes: hooks/answerbook/arithmetic/training.py in JavaScript. */

import { stateValues } from "./caches.js"
import { components, matrixParams, params } from "./shapes.js"

/**
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Group} Group
 *
 * @typedef {object} TrainingPlan how a model is trained
 * @property {number} tokens in a sequence
 * @property {number} batch sequences in a micro-batch
 * @property {string} recompute eager, flash or full
 * @property {number} weights bytes per parameter
 * @property {number} gradients bytes per parameter
 * @property {number} optimizer bytes per parameter
 * @property {number} stage of ZeRO
 * @property {number} data
 * @property {number} tensor
 * @property {number} pipeline
 * @property {number} experts expert-parallel ranks, among the data-parallel ones
 * @property {boolean} sequence
 * @property {number} microbatches
 * @property {number} value bytes per activation
 * @property {number} logits bytes per logit
 * @property {number} rank of LoRA; 0: everything is trained
 * @property {string} targets qv, attention or all
 * @property {number} frozen bytes per frozen parameter of a matrix
 * @property {number} adapter bytes per trained parameter of LoRA
 */

/** @type {TrainingPlan} */
export const PLAN = {
  tokens: 4096,
  batch: 1,
  recompute: "flash",
  weights: 2,
  gradients: 2,
  optimizer: 12,
  stage: 0,
  data: 1,
  tensor: 1,
  pipeline: 1,
  experts: 1,
  sequence: true,
  microbatches: 1,
  value: 2,
  logits: 8,
  rank: 0,
  targets: "all",
  frozen: 2,
  adapter: 16,
}

/**
 * Bytes on the card that holds most of it.
 * @param {Shape} shape
 * @param {TrainingPlan} plan
 * @returns {Record<string, number>}
 */
export function memory(shape, plan) {
  const found = plan.rank ? adapted(shape, plan) : states(shape, plan)
  found.activations = activations(shape, plan)
  found.logits = (plan.tokens * plan.batch * shape.vocab * plan.logits) / plan.tensor
  found.total = Object.values(found).reduce((sum, one) => sum + one, 0)
  return found
}

/** @param {Shape} shape @param {TrainingPlan} plan */
export function activations(shape, plan) {
  const onTheWay = Math.min(plan.pipeline, plan.microbatches) / plan.pipeline
  const tokens = plan.tokens * plan.batch * plan.value
  const kept = shape.groups.filter((one) => one.part !== "cross")
  if (plan.recompute !== "full")
    return onTheWay * tokens * kept.reduce((sum, one) => sum + one.layers * layerValues(shape, one, plan), 0)
  const once = (shape.layers * shape.hidden) / (plan.sequence ? plan.tensor : 1)
  return tokens * (onTheWay * once + Math.max(...kept.map((one) => layerValues(shape, one, plan))))
}

/** @param {Shape} shape @param {Group} group @param {TrainingPlan} plan */
export function layerValues(shape, group, plan) {
  let [whole, split] = mixed(group)
  if (plan.recompute === "eager" && group.kind !== "linear") split += group.heads * plan.tokens
  const [networkWhole, networkSplit] = network(shape)
  whole += 2 * shape.norms * shape.hidden + networkWhole
  return whole / (plan.sequence ? plan.tensor : 1) + (split + networkSplit) / plan.tensor
}

/** @param {Shape} shape @param {number} rank @param {string} targets */
export const loraParams = (shape, rank, targets) =>
  rank * matrices(shape, targets).reduce((sum, [layers, inputs, outputs]) => sum + layers * (inputs + outputs), 0)

/** @param {Shape} shape @param {number} tokens @param {boolean} causal */
export const attentionFlops = (shape, tokens, causal = true) =>
  shape.groups.reduce((sum, one) => sum + one.layers * pairFlops(one) * seen(one, tokens, causal), 0)

/** @param {Group} group @param {boolean} [absorbed] */
export function pairFlops(group, absorbed = false) {
  if (group.kind === "linear") return 4 * stateValues(group)
  if (group.kind === "mla" && absorbed) return 2 * group.heads * (2 * group.kv_rank + group.rope_dim)
  const query = group.kind === "mla" ? group.nope_dim + group.rope_dim : group.head_dim
  return 2 * group.heads * (query + (group.v_dim || group.head_dim))
}

/** @param {Group} group @param {number} tokens */
export function reach(group, tokens) {
  if (group.kind === "linear") return 1
  if (group.part === "encoder") return 0
  if (group.kind === "csa") {
    const blocks = group.compress ? tokens / group.compress : 0
    return Math.min(tokens, group.window) + (group.top_k ? Math.min(blocks, group.top_k) : blocks)
  }
  return Math.min(tokens, group.window || group.top_k || tokens)
}

/**
 * @param {Shape} shape
 * @param {number} tokens in all
 * @param {number} length of a sequence
 * @param {number} cards
 * @param {number} peak operations a second of one card
 * @param {number} used share of it that is reached
 * @param {number} price of one card for an hour
 * @param {number} again 4/3 where everything is computed twice in the forward direction
 */
export function run(shape, tokens, length, cards, peak, used, price, again = 1) {
  const products = 6 * matrixParams(shape) * tokens
  const attention = 3 * attentionFlops(shape, length) * tokens
  const total = products + attention
  const seconds = total / (cards * peak * used)
  const hours = (seconds / 3600) * cards
  return { matrices: products, attention, total, hardware: total * again, seconds, hours, cost: hours * price }
}

/** @param {Shape} shape @param {TrainingPlan} plan @returns {Record<string, number>} */
function states(shape, plan) {
  const { routed } = components(shape)
  const shared = (params(shape) - routed) / (plan.tensor * plan.pipeline)
  const split = routed / (plan.tensor * plan.pipeline * plan.experts)
  const few = Math.max(1, plan.data / plan.experts)
  const each = (/** @type {number} */ bytes, /** @type {number} */ least) =>
    bytes * (shared / (plan.stage >= least ? plan.data : 1) + split / (plan.stage >= least ? few : 1))
  return { weights: each(plan.weights, 3), gradients: each(plan.gradients, 2), optimizer: each(plan.optimizer, 1) }
}

/** @param {Shape} shape @param {TrainingPlan} plan @returns {Record<string, number>} */
function adapted(shape, plan) {
  const parts = components(shape)
  const cut = plan.tensor * plan.pipeline
  const products = parts.attention + parts.dense + parts.shared
  const others = params(shape) - products - parts.routed
  const frozen = (plan.frozen * products + plan.weights * others + (plan.frozen * parts.routed) / plan.experts) / cut
  const ranks = plan.stage >= 3 ? plan.data : 1
  return { weights: frozen / ranks, adapter: (plan.adapter * loraParams(shape, plan.rank, plan.targets)) / cut / ranks }
}

/** @param {Group} g @returns {[number, number]} */
function mixed(g) {
  const value = g.v_dim || g.head_dim
  if (g.kind === "mla")
    return [2 * (g.q_rank + g.kv_rank) + g.rope_dim, 2 * g.heads * (g.nope_dim + g.rope_dim + g.v_dim)]
  if (g.kind === "csa") return [2 * (g.q_rank + g.head_dim), 2 * g.heads * g.head_dim + g.o_groups * g.o_rank]
  if (g.kind === "linear") return [0, 4 * g.key_heads * g.key_dim + 4 * g.value_heads * g.value_dim]
  return [
    2 * g.q_rank,
    g.heads * (g.head_dim + value) + g.kv_heads * (g.head_dim + value) + (g.gate ? g.heads * value : 0),
  ]
}

/** @param {Shape} shape @returns {[number, number]} */
function network(shape) {
  const each = shape.gated ? 4 : 2
  const { experts, layers } = shape
  const split = (((shape.ffn_layers || layers) - (experts ? experts.layers : 0)) * each * shape.ffn) / layers
  if (!experts) return [0, split]
  const width =
    experts.active * experts.width + experts.shared * (experts.shared_width || experts.width) + experts.beside
  return [
    (experts.layers * experts.active * (experts.latent || shape.hidden)) / layers,
    split + (experts.layers * each * width) / layers,
  ]
}

/** @param {Shape} shape @param {string} targets @returns {[number, number, number][]} */
function matrices(shape, targets) {
  /** @type {[number, number, number][]} */
  const found = shape.groups.flatMap((one) =>
    projections(one, shape.hidden, targets).map(
      ([inputs, outputs]) => /** @type {[number, number, number]} */ ([one.layers, inputs, outputs]),
    ),
  )
  if (targets !== "all") return found
  const { experts } = shape
  const count = shape.gated ? 3 : 2
  const dense = (shape.ffn_layers || shape.layers) - (experts ? experts.layers : 0)
  found.push([dense * count, shape.ffn ? shape.hidden : 0, shape.ffn])
  const always = experts ? experts.shared * (experts.shared_width || experts.width) + experts.beside : 0
  if (experts && always) found.push([experts.layers * count, shape.hidden, always])
  return found
}

/** @param {Group} g @param {number} hidden @returns {[number, number][]} those before the output's */
function latentProjections(g, hidden) {
  const query = g.heads * (g.nope_dim + g.rope_dim)
  /** @type {[number, number][]} */
  const low = [
    [hidden, g.q_rank],
    [g.q_rank, query],
  ]
  /** @type {[number, number][]} */
  const asked = g.q_rank ? low : [[hidden, query]]
  return [...asked, [hidden, g.kv_rank + g.rope_dim], [g.kv_rank, g.heads * (g.nope_dim + g.v_dim)]]
}

/** @param {Group} g @param {number} hidden @param {string} targets @returns {[number, number][]} */
function projections(g, hidden, targets) {
  const value = g.v_dim || g.head_dim
  const few = targets === "qv"
  if (g.kind === "mla") {
    const asked = latentProjections(g, hidden)
    return few ? asked : [...asked, [g.heads * g.v_dim, hidden]]
  }
  if (g.kind === "csa") {
    /** @type {[number, number][]} */
    const found = [
      [hidden, g.q_rank],
      [g.q_rank, g.heads * g.head_dim],
      [hidden, g.head_dim],
    ]
    return few ? found : [...found, [g.o_groups * g.o_rank, hidden]]
  }
  if (g.kind === "linear") {
    const keys = g.key_heads * g.key_dim
    const values = g.value_heads * g.value_dim
    return few
      ? [
          [hidden, keys],
          [hidden, values],
        ]
      : [
          [hidden, keys],
          [hidden, values],
          [hidden, keys],
          [values, hidden],
        ]
  }
  /** @type {[number, number][]} */
  const found = [
    [hidden, g.heads * g.head_dim],
    [hidden, g.kv_heads * value],
  ]
  return few ? found : [...found, [hidden, g.kv_heads * g.head_dim], [g.heads * value, hidden]]
}

/** @param {Group} group @param {number} tokens @param {boolean} causal */
function seen(group, tokens, causal) {
  if (group.kind === "linear") return 1
  if (group.part === "encoder" || group.part === "cross" || !causal) return tokens
  if (group.kind === "csa") {
    const blocks = group.compress ? tokens / group.compress / 2 : 0
    return within(tokens, group.window) + (group.top_k ? Math.min(blocks, group.top_k) : blocks)
  }
  if (group.window && group.chunked) return Math.min(tokens, group.window) / 2
  return within(tokens, group.window || group.top_k || tokens)
}

/** @param {number} tokens @param {number} window */
function within(tokens, window) {
  const reach = Math.min(tokens, window)
  return tokens ? reach - (reach * reach) / (2 * tokens) : 0
}
