/** Cards, and how weights are kept: the same fields wherever a machine is asked for. */

/**
 * @typedef {object} Accelerator memory in GB, bandwidth in GB/s, dense peaks in TFLOPS, 0 for what is not known
 * @property {string} id
 * @property {string} name
 * @property {number} memory
 * @property {number} bandwidth
 * @property {number} bf16
 * @property {number} fp8
 * @property {number} int8
 * @property {number} fp4
 */

/** @type {Accelerator[]} */
export const CARDS = String(/** @type {any} */ (globalThis).answerbookCards ?? "")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const [id, name, ...numbers] = line.split("\t")
    const [memory, bandwidth, bf16, fp8 = 0, int8 = 0, fp4 = 0] = numbers.map(Number)
    return { id, name, memory, bandwidth, bf16, fp8, int8, fp4 }
  })

/** Bytes per parameter with its scales, and the peak that products with it reach. @type {Record<string, [number, "bf16" | "fp8" | "int8" | "fp4"]>} */
const WEIGHTS = {
  bf16: [2, "bf16"],
  fp8: [1 + 4 / 16384, "fp8"],
  int8: [1, "int8"],
  int4: [0.5 + 2.5 / 128, "bf16"],
  mxfp4: [0.5 + 1 / 32, "fp4"],
  nvfp4: [0.5 + 1 / 16, "fp4"],
  fp32: [4, "bf16"],
}

const CUSTOM = "own"
const own = (/** @type {any} */ given) => given.c === CUSTOM

/** Which fields of cards and weights mean something. @type {Record<string, (given: any) => any>} */
export const WHEN = { cm: own, cb: own, cf: own, qe: ({ wd }) => wd !== "bf16" && wd !== "fp32" }

/**
 * @param {any} given
 * @returns {Accelerator}
 */
export function card({ c, cm, cb = 0, cf = 0 }) {
  return (
    CARDS.find(({ id }) => id === c) ?? {
      id: CUSTOM,
      name: "自己填的卡",
      memory: cm,
      bandwidth: cb,
      bf16: cf,
      fp8: cf,
      int8: cf,
      fp4: cf,
    }
  )
}

/**
 * The peak of products with weights of this kind, in operations a second: the card's own, or the next wider one.
 * @param {Accelerator} card
 * @param {string} wd
 * @returns {[number, string]} and which it is
 */
export function peak(card, wd) {
  const kind = WEIGHTS[wd][1]
  const known = kind === "fp4" ? ["fp4", "fp8", "bf16"] : [kind, "bf16"]
  const found = /** @type {"bf16"} */ (known.find((one) => card[/** @type {"bf16"} */ (one)] > 0) ?? "bf16")
  return [card[found] * 1e12, found]
}

/** @param {any} given @returns {import("./serving.js").Held} */
export function held({ wd, qe }) {
  const [bytes] = WEIGHTS[wd]
  return { matrix: bytes, other: qe || wd === "fp32" ? bytes : 2 }
}
