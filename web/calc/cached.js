/** How a cache is kept: what the reader says of it, wherever one is counted. */

/** @typedef {import("./shapes.js").Group} Group */

/** Bytes per value, and of the scales per group of values: bytes, values. @type {Record<string, [number, number, number]>} */
const DTYPES = { bf16: [2, 0, 0], fp8: [1, 0, 0], int8: [1, 2, 128], int4: [0.5, 4, 64], fp32: [4, 0, 0] }

/** @type {(test: (group: Group) => any) => (given: any) => boolean} */
const some = (test) => (given) => given.shape.groups.some(test)
const scaled = (/** @type {any} */ given) => given.d.startsWith("int")

/** Which fields mean something. @type {Record<string, (given: any) => any>} */
export const WHEN = {
  qb: scaled,
  qg: scaled,
  w: some((one) => one.window && one.kind !== "csa"),
  la: some((one) => one.kind === "mla"),
  st: some((one) => one.kind === "linear"),
  e: some((one) => one.part === "cross"),
}

/**
 * @param {any} given
 * @returns {import("./caches.js").Stored}
 */
export function stored({ d, qb, qg, w, la, st, k, t }) {
  const [bytes, scale, group] = DTYPES[d]
  return {
    value: bytes + (scale ? (qb || scale) / (qg || group) : 0),
    state: Number(st),
    conv: 2,
    index: 0,
    windows: w,
    latent: la,
    block: k,
    ranks: t,
  }
}
