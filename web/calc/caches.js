/** What a sequence leaves in memory while a model writes: hooks/answerbook/arithmetic/caches.py in JavaScript. */

import { OVERLAPPING } from "./shapes.js"

/**
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Group} Group
 *
 * @typedef {object} Stored how a cache is kept, in bytes per value
 * @property {number} value
 * @property {number} state 0: fp32, for lightning attention 2
 * @property {number} conv
 * @property {number} index 0: as the others
 * @property {boolean} windows layers with a window forget what lies before it
 * @property {boolean} latent MLA keeps the latent
 * @property {number} block tokens that are allocated at once
 * @property {number} ranks cards that share the heads
 */

/** @type {Stored} */
const DEFAULT = { value: 2, state: 0, conv: 2, index: 0, windows: true, latent: true, block: 1, ranks: 1 }

/**
 * Bytes that one sequence keeps on one card.
 * @param {Shape} shape
 * @param {number} tokens
 * @param {Stored} [stored]
 * @param {number} [encoder] the length of what was encoded
 */
export const sequenceBytes = (shape, tokens, stored = DEFAULT, encoder = 0) =>
  shape.groups.reduce((sum, one) => sum + groupBytes(one, tokens, stored, encoder), 0)

/**
 * Bytes that each further token adds at this length, averaged over blocks.
 * @param {Shape} shape
 * @param {number} tokens
 * @param {Stored} [stored]
 */
export const tokenBytes = (shape, tokens, stored = DEFAULT) =>
  shape.groups.reduce((sum, one) => sum + growth(one, tokens, stored), 0)

/**
 * @param {Group} group
 * @param {number} tokens
 * @param {Stored} stored
 * @param {number} encoder
 */
export function groupBytes(group, tokens, stored, encoder) {
  if (group.part === "encoder") return 0
  if (group.kind === "linear") return group.layers * state(group, stored)
  if (group.part === "cross") return values(group, stored) * group.layers * stored.value * blocks(encoder, stored)
  const packed = group.compress ? Math.floor(tokens / group.compress) : 0
  const own = group.layers - group.shared_kv_layers
  const found = own * values(group, stored) * stored.value * (blocks(kept(group, tokens, stored), stored) + packed)
  const keys = group.compress ? packed : blocks(tokens, stored)
  return (
    found +
    indexers(group) * group.index_dim * (stored.index || stored.value) * keys +
    own * waiting(group, tokens) * stored.value
  )
}

/**
 * Whether the model writes with a cache, and enough is known of it.
 * @param {Shape} shape
 */
export const known = (shape) =>
  shape.output && shape.groups.every((one) => one.kind !== "csa" || one.window || one.compress)

/**
 * Values that a token takes in one layer that has a cache of its own.
 * @param {Group} group
 * @param {Stored} stored
 */
export function values(group, stored) {
  if (group.kind === "csa") return group.head_dim
  if (group.kind === "mla" && stored.latent) return group.kv_rank + group.rope_dim
  if (group.kind === "mla")
    return Math.ceil(group.heads / stored.ranks) * (group.nope_dim + group.rope_dim + group.v_dim)
  return Math.ceil(group.kv_heads / stored.ranks) * (group.head_dim + (group.v_dim || group.head_dim))
}

/** Channels of the short convolution of a linear layer. @param {Group} group */
export function channels(group) {
  const wide = group.value_heads * group.value_dim
  if (!group.conv || group.form === "lightning") return 0
  return group.form === "mamba-1" ? wide : 2 * group.key_heads * group.key_dim + wide
}

/** Values of the state of one linear layer. @param {Group} group */
export const stateValues = (group) =>
  group.kind === "linear" ? group.value_heads * group.value_dim * group.key_dim : 0

/** Bytes per value of that state. @param {Group} group @param {Stored} stored */
export const stateBytes = (group, stored) => stored.state || (group.form === "lightning" ? 2 : 4)

/**
 * Tokens that a layer keeps as they are.
 * @param {Group} group
 * @param {number} tokens
 * @param {Stored} stored
 */
export function kept(group, tokens, stored) {
  if (group.kind === "csa") return Math.min(tokens, group.window)
  return group.window && stored.windows ? Math.min(tokens, group.window) : tokens
}

/** Layers with an indexer. @param {Group} group */
export const indexers = (group) => (group.index_heads ? group.index_layers || group.layers : 0)

/** @param {Group} group @param {Stored} stored */
function state(group, stored) {
  const own = Math.ceil(group.value_heads / stored.ranks) / group.value_heads
  return own * (stateValues(group) * stateBytes(group, stored) + channels(group) * group.conv * stored.conv)
}

/** @param {Group} group @param {number} tokens */
function waiting(group, tokens) {
  if (!group.compress) return 0
  const overlap = group.compress === OVERLAPPING
  const width = group.head_dim + (group.index_heads ? group.index_dim : 0)
  return 2 * width * ((tokens % group.compress) * (overlap ? 2 : 1) + (overlap ? group.compress : 0))
}

/** @param {number} tokens @param {Stored} stored */
const blocks = (tokens, stored) => Math.ceil(tokens / stored.block) * stored.block

/** @param {Group} group @param {number} tokens @param {Stored} stored */
function growth(group, tokens, stored) {
  if (group.part === "encoder" || group.part === "cross" || group.kind === "linear") return 0
  const grows = kept(group, tokens + 1, stored) > kept(group, tokens, stored) ? 1 : 0
  const each = group.compress ? 1 / group.compress : 0
  const found = (group.layers - group.shared_kv_layers) * values(group, stored) * stored.value * (grows + each)
  return found + indexers(group) * group.index_dim * (stored.index || stored.value) * (each || 1)
}
