/** /calc/inference/: what fits on which card, and how many requests at the same time. */

import { known, sequenceBytes } from "./caches.js"
import { card, CARD_FIELDS, CARDS, held, OTHER_FIELD, WEIGHT_FIELD } from "./hardware.js"
import { CACHE_FIELDS, stored } from "./kv.js"
import { plain, size } from "./said.js"
import { fit, leastCards, weightBytes } from "./serving.js"
import { components, params } from "./shapes.js"

/** @typedef {import("./said.js").Step} Step */

/** What of the memory an engine may take. @type {import("./address.js").Field[]} */
export const ENGINE_FIELDS = [
  {
    name: "u",
    label: "引擎可用的显存",
    unit: "比例",
    kind: "number",
    value: 0.9,
    least: 0.01,
    most: 1,
    assumed: true,
    note: "vLLM 的 gpu_memory_utilization，缺省 0.9",
  },
  {
    name: "oh",
    label: "每张卡的运行时、激活、CUDA 图",
    unit: "GiB",
    kind: "number",
    value: 2,
    most: 1000,
    assumed: true,
  },
  {
    name: "gi",
    label: "标称的 GB 按 GiB（2³⁰ 字节）算",
    kind: "flag",
    value: true,
    assumed: true,
    note: "标 80 GB 的卡实有约 80 GiB",
  },
]

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "inference",
  fields: [
    ...CARD_FIELDS,
    { name: "n", label: "几张卡（张量并行）", kind: "integer", value: 1, least: 1, most: 1024 },
    WEIGHT_FIELD,
    {
      name: "s",
      label: "每条请求的长度（输入加输出）",
      unit: "token",
      kind: "integer",
      value: 8192,
      least: 1,
      most: 1e9,
    },
    OTHER_FIELD,
    ...CACHE_FIELDS.filter(({ name }) => name !== "t"),
    ...ENGINE_FIELDS,
  ],
  result,
}

/** @param {boolean} gi */
const unit = (gi) => (gi ? 2 ** 30 : 1e9)

/** @param {any} given @param {import("./hardware.js").Card} one @param {number} cards */
export const machine = ({ u, oh, gi }, one, cards) => ({
  memory: one.memory * unit(gi),
  cards,
  share: u,
  overhead: oh * 2 ** 30,
  peak: 0,
  bandwidth: 0,
  computing: 1,
  reading: 1,
})

/**
 * @param {any} given
 * @returns {import("./page.js").Result | string}
 */
export function result(given) {
  const { shape, n, s, e, name } = given
  if (!known(shape)) return `${name} 不是一个一个写 token 的模型，或者缓存的大小没有公布`
  const kept = held(given)
  const how = stored({ ...given, t: n })
  const one = card(given)
  const box = machine(given, one, n)
  const found = fit(shape, kept, how, box, s, e)
  const weights = weightBytes(shape, kept)
  const rows = CARDS.map((other) => {
    const here = fit(shape, kept, how, machine(given, other, n), s, e)
    const least = leastCards(shape, kept, how, machine(given, other, 1), s)
    return [
      other.name,
      least ? `${least} 张` : "64 张也放不下",
      here.requests ? `${plain(here.requests)} 条` : "放不下",
    ]
  })
  /** @type {[string, string][]} */
  const main = [
    ["权重", size(weights)],
    [
      "同时的请求",
      found.requests
        ? `${plain(found.requests)} 条，每条 ${plain(s)} token`
        : found.free <= 0
          ? "放不下权重"
          : "权重放得下，一条请求放不下",
    ],
    ["留给 KV Cache", `每张卡 ${size(Math.max(found.free, 0))}`],
  ]
  return {
    main,
    steps: fitSteps(given, one, found),
    table: { head: ["显卡", "至少几张", `${plain(n)} 张能放`], rows },
    notes: ["张量并行：权重平分，KV 头不够分就复制，MLA 的隐向量每张卡一整份。"],
  }
}

/** @param {any} given @param {import("./hardware.js").Card} one @param {ReturnType<typeof fit>} found @returns {Step[]} */
export function fitSteps(given, one, found) {
  const { shape, n, u, oh, gi, s, e } = given
  const kept = held(given)
  const parts = components(shape)
  const matrices = parts.attention + parts.dense + parts.routed + parts.shared
  const total = weightBytes(shape, kept)
  const how = stored({ ...given, t: n })
  const free = found.free
  return [
    {
      title: "权重",
      formula: "c · P + d · R",
      letters: {
        c: [kept.matrix, `每个参数的字节，含缩放因子（${given.wd}）`],
        P: [matrices, "矩阵的参数"],
        d: [kept.other, "其余每个参数的字节"],
        R: [params(shape) - matrices, "词嵌入、输出层、归一化、路由器"],
      },
      value: total,
      said: size(total),
      answer: "inference-memory",
    },
    {
      title: "每张卡留给 KV Cache 的",
      formula: "G · u − o − W / n",
      letters: {
        G: [one.memory * unit(gi), "一张卡的显存"],
        u: [u, "引擎可用的比例"],
        o: [oh * 2 ** 30, "运行时、激活"],
        W: [total, "权重"],
        n: [n, "卡数"],
      },
      value: free,
      said: free > 0 ? size(free) : `−${size(-free)}，放不下`,
      answer: "inference-memory",
    },
    {
      title: "每张卡上一条请求的 KV Cache",
      formula: "K",
      letters: { K: [sequenceBytes(shape, s, how, e), `${plain(s)} 个 token，见 KV Cache 计算器`] },
      value: found.sequence,
      said: size(found.sequence),
      answer: "kv-cache-size",
    },
    {
      title: "同时的请求",
      formula: "F / K",
      letters: { F: [Math.max(free, 0), "留给 KV Cache 的"], K: [found.sequence, "一条请求"] },
      value: found.sequence ? Math.max(free, 0) / found.sequence : 0,
      said: `${plain(found.sequence ? Math.max(free, 0) / found.sequence : 0)}，取整 ${plain(found.requests)}`,
      answer: "model-concurrency",
    },
  ]
}
