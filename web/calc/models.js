/** The models of the book, and one's own in the address: where a shape comes from. */

import { read } from "./shapes.js"

/** @typedef {import("./shapes.js").Shape} Shape */
/** @typedef {{ id: string, name: string, text: string }} Model */

export const OWN = "own"

/** What one's own numbers begin with. */
export const EXAMPLE = "h4096_v128256_f14336.gqa_l32_a32_k8_d128"

/** @type {import("./address.js").Field[]} */
export const FIELDS = [
  { name: "m", label: "模型", value: "llama-3-8b" },
  { name: "x", label: "自己的数", value: "" },
]

/**
 * The shape that the address means, or a sentence.
 * @param {Model[]} known
 * @param {string} m
 * @param {string} x
 * @returns {{ shape?: Shape, name: string, problem: string }}
 */
export function chosen(known, m, x) {
  if (m === OWN || x) {
    const own = read(x || EXAMPLE)
    return own
      ? { shape: own, name: "自己的数", problem: "" }
      : { name: "", problem: `x 写的是“${x.slice(0, 40)}”，读不出一个模型；请重新填数或贴 config.json` }
  }
  const model = known.find(({ id }) => id === m)
  const found = model && read(model.text)
  return found
    ? { shape: found, name: model.name, problem: "" }
    : { name: "", problem: `这里没有叫“${m.slice(0, 40)}”的模型；请从单子里选一个，或者填自己的数` }
}
