/** Memory, requests at the same time and bounds of speed: hooks/answerbook/arithmetic/serving.py in JavaScript. */

import { sequenceBytes } from "./caches.js"
import { components, embeddingParams, matrixParams, params } from "./shapes.js"
import { attentionFlops, pairFlops, reach } from "./training.js"

/**
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./caches.js").Stored} Stored
 *
 * @typedef {object} Machine cards that hold one copy of the model together
 * @property {number} memory bytes of one card
 * @property {number} cards
 * @property {number} share of the memory that the engine may take
 * @property {number} overhead bytes of one card
 * @property {number} peak operations a second of one card
 * @property {number} bandwidth bytes a second of one card
 * @property {number} computing share of the peak that is reached
 * @property {number} reading share of the bandwidth that is reached
 *
 * @typedef {object} Held bytes per parameter
 * @property {number} matrix of the matrices, with their scales
 * @property {number} other of embeddings, output layer and norms
 */

const MOST = 65536

/** Parameters of the matrices that are quantised. @param {Shape} shape */
export function matrices(shape) {
  const { attention, dense, routed, shared } = components(shape)
  return attention + dense + routed + shared
}

/** @param {Shape} shape @param {Held} held */
export const weightBytes = (shape, held) =>
  held.matrix * matrices(shape) + held.other * (params(shape) - matrices(shape))

/**
 * What is left of the cards for caches, and how many sequences fit.
 * @param {Shape} shape
 * @param {Held} held
 * @param {Stored} stored
 * @param {Machine} machine
 * @param {number} tokens
 * @param {number} [encoder]
 */
export function fit(shape, held, stored, machine, tokens, encoder = 0) {
  const weights = weightBytes(shape, held) / machine.cards
  const free = machine.memory * machine.share - machine.overhead - weights
  const sequence = sequenceBytes(shape, tokens, stored, encoder)
  const requests = free > 0 && sequence ? Math.floor(free / sequence) : 0
  return { weights, free, sequence, requests, tokens: requests * tokens }
}

/** @param {Shape} shape @param {Held} held @param {Stored} stored @param {Machine} machine @param {number} tokens @param {number} [encoder] */
export function leastCards(shape, held, stored, machine, tokens, encoder) {
  for (const cards of [1, 2, 4, 8, 16, 32, 64]) {
    if (fit(shape, held, { ...stored, ranks: cards }, { ...machine, cards }, tokens, encoder).requests >= 1)
      return cards
  }
  return 0
}

/** @param {Shape} shape @param {Held} held @param {number} batch */
export function readBytes(shape, held, batch) {
  const found = weightBytes(shape, held) - held.other * (shape.tied ? 0 : embeddingParams(shape))
  if (!shape.experts) return found
  const idle = (1 - shape.experts.active / shape.experts.total) ** batch
  return found - held.matrix * components(shape).routed * idle
}

/** @param {Shape} shape @param {Machine} machine @param {number} tokens */
export function prefill(shape, machine, tokens) {
  const operations = (2 * matrixParams(shape) + attentionFlops(shape, tokens)) * tokens
  return { operations, seconds: operations / (machine.cards * machine.peak * machine.computing) }
}

/** @param {Shape} shape @param {Held} held @param {Stored} stored @param {Machine} machine @param {number} tokens @param {number} batch */
export function decode(shape, held, stored, machine, tokens, batch) {
  const cached = sequenceBytes(shape, tokens, stored) * machine.cards
  const bytes = readBytes(shape, held, batch) + batch * cached
  const looked = shape.groups.reduce(
    (sum, one) => sum + one.layers * pairFlops(one, stored.latent) * reach(one, tokens),
    0,
  )
  const operations = batch * (2 * matrixParams(shape) + looked)
  const reading = bytes / (machine.cards * machine.bandwidth * machine.reading)
  const computing = operations / (machine.cards * machine.peak * machine.computing)
  const step = Math.max(reading, computing)
  return { bytes, operations, reading, computing, step, each: 1 / step, all: batch / step }
}

/** @param {Shape} shape @param {Held} held @param {Stored} stored @param {Machine} machine @param {number} tokens */
export function crossing(shape, held, stored, machine, tokens) {
  const computes = (/** @type {number} */ batch) => {
    const step = decode(shape, held, stored, machine, tokens, batch)
    return step.computing >= step.reading
  }
  let high = 1
  while (high <= MOST && !computes(high)) high *= 2
  if (high > MOST) return 0
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (computes(middle)) high = middle
    else low = middle
  }
  return high
}

/** @param {Shape} shape @param {Held} held @param {Stored} stored @param {Machine} machine @param {number} given @param {number} written @param {number} rate @param {number} busy */
export function load(shape, held, stored, machine, given, written, rate, busy) {
  const batch = Math.min(fit(shape, held, stored, machine, given + written).requests, MOST)
  if (!batch) return { batch: 0, seconds: 0, copies: 0, cards: 0 }
  const { step } = decode(shape, held, stored, machine, given + Math.floor(written / 2), batch)
  const seconds = prefill(shape, machine, given).seconds + (written * step) / batch
  const copies = Math.ceil((rate * seconds) / busy)
  return { batch, seconds, copies, cards: copies * machine.cards }
}
