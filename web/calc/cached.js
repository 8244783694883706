/** How a cache is kept: what the reader says of it, wherever one is counted. */

/** @typedef {import("./shapes.js").Group} Group */

/** Bytes per value, and of the scales per group of values: bytes, values. @type {Record<string, [number, number, number]>} */
const DTYPES = { bf16: [2, 0, 0], fp8: [1, 0, 0], int8: [1, 2, 128], int4: [0.5, 4, 64], fp32: [4, 0, 0] }

/** @type {(test: (group: Group) => any) => (given: any) => boolean} */
const some = (test) => (given) => given.shape.groups.some(test)
const scaled = (/** @type {any} */ given) => given.d.startsWith("int")

/** How a cache is kept: the same fields wherever one is counted. @type {import("./address.js").Field[]} */
export const CACHE_FIELDS = [
  {
    name: "d",
    label: "缓存的精度",
    value: "bf16",
    choices: [
      ["bf16", "bf16 或 fp16，2 字节"],
      ["fp8", "fp8，1 字节"],
      ["int8", "int8，1 字节加缩放因子"],
      ["int4", "int4，半字节加缩放因子和零点"],
      ["fp32", "fp32，4 字节"],
    ],
  },
  {
    name: "qb",
    label: "每组的缩放因子和零点",
    unit: "字节",
    fraction: true,
    value: 0,
    most: 64,
    assumed: true,
    when: scaled,
    note: "0：int8 记 2，int4 记 4",
  },
  {
    name: "qg",
    label: "一组多少个数",
    value: 0,
    most: 65536,
    assumed: true,
    when: scaled,
    note: "0：int8 按 128，int4 按 64",
  },
  {
    name: "w",
    label: "窗口层只留窗口里的",
    value: true,
    assumed: true,
    when: some((one) => one.window && one.kind !== "csa"),
    note: "有的引擎给每层都留整个长度",
  },
  {
    name: "la",
    label: "MLA 存隐向量，不存展开的键和值",
    value: true,
    assumed: true,
    when: some((one) => one.kind === "mla"),
  },
  {
    name: "st",
    label: "线性层的状态每个数",
    value: "0",
    choices: [
      ["0", "照实现：fp32，Lightning 用 bf16"],
      ["4", "fp32，4 字节"],
      ["2", "bf16，2 字节"],
    ],
    assumed: true,
    when: some((one) => one.kind === "linear"),
  },
  {
    name: "k",
    label: "按块分配，每块",
    unit: "token",
    value: 1,
    least: 1,
    most: 4096,
    assumed: true,
    note: "PagedAttention 常用 16；1 是不按块",
  },
  { name: "t", label: "张量并行，几张卡分键值头", value: 1, least: 1, most: 1024, assumed: true },
  {
    name: "e",
    label: "编码器的长度",
    unit: "token",
    value: 512,
    most: 1e8,
    assumed: true,
    when: some((one) => one.part === "cross"),
  },
]

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
