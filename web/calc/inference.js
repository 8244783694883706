/** /calc/inference/: what fits on which card, and how many requests at the same time. */

import { stored, WHEN as CACHED } from "./cached.js"
import { known } from "./caches.js"
import { card, CARDS, held, WHEN } from "./hardware.js"
import { machine } from "./machine.js"
import { plain, size } from "./said.js"
import { fit, leastCards, matrices, weightBytes } from "./serving.js"
import { params } from "./shapes.js"

/**
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./caches.js").Stored} Stored
 * @typedef {ReturnType<typeof held>} Kept
 * @typedef {ReturnType<typeof machine>} Machine
 */

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "inference",
  when: { ...CACHED, ...WHEN },
  result,
}

/**
 * @param {any} given
 * @returns {import("./page.js").CalculatorResult | string}
 */
function result(given) {
  const { shape, n, s, e, name } = given
  if (!known(shape)) return `${name} 不是一个一个写 token 的模型，或者缓存的大小没有公布`
  const kept = held(given)
  const how = stored({ ...given, t: n })
  const one = card(given)
  const box = machine(given, one, n)
  const fitting = fit(shape, kept, how, box, s, e)
  const { free, requests } = fitting
  const refused = free <= 0 ? "放不下权重" : "权重放得下，一条请求放不下"
  /** @type {[string, string][]} */
  const main = [
    ["同时的请求", requests ? `${plain(requests)} 条，每条 ${plain(s)} token` : refused],
    ["权重", size(weightBytes(shape, kept))],
    ["留给 KV Cache", `每张卡 ${size(Math.max(free, 0))}`],
  ]
  return {
    main,
    steps: [...weightSteps(given, kept, box, free), ...requestSteps(given, fitting)],
    table: { head: ["显卡", "至少几张", `${plain(n)} 张能放`], rows: cardRows(given, kept, how) },
    notes: ["张量并行：权重平分，KV 头不够分就复制，MLA 的隐向量每张卡一整份。"],
  }
}

/**
 * What each card can hold.
 * @param {any} given
 * @param {Kept} kept
 * @param {Stored} how
 */
function cardRows(given, kept, how) {
  const { shape, n, s, e } = given
  return CARDS.map((other) => {
    const there = machine(given, other, n)
    const here = fit(shape, kept, how, there, s, e)
    const least = leastCards(shape, kept, how, there, s, e)
    return [
      other.name,
      least ? `${least} 张` : "64 张也放不下",
      here.requests ? `${plain(here.requests)} 条` : "放不下",
    ]
  })
}

/**
 * The weights, and what they leave of a card.
 * @param {any} given
 * @param {Kept} kept
 * @param {Machine} box
 * @param {number} free
 * @returns {Step[]}
 */
function weightSteps({ shape, n, u, wd }, kept, box, free) {
  const weights = weightBytes(shape, kept)
  const products = matrices(shape)
  return [
    {
      title: "权重",
      formula: "c · P + d · R",
      letters: {
        c: [kept.matrix, `每个参数的字节，含缩放因子（${wd}）`],
        P: [products, "矩阵的参数"],
        d: [kept.other, "其余每个参数的字节"],
        R: [params(shape) - products, "词嵌入、输出层、归一化、路由器"],
      },
      value: weights,
      said: size(weights),
      answer: "inference-memory",
    },
    {
      title: "每张卡留给 KV Cache 的",
      formula: "G · u − o − W / n",
      letters: {
        G: [box.memory, "一张卡的显存"],
        u: [u, "引擎可用的比例"],
        o: [box.overhead, "运行时、激活"],
        W: [weights, "权重"],
        n: [n, "卡数"],
      },
      value: free,
      said: free > 0 ? size(free) : `−${size(-free)}，放不下`,
      answer: "inference-memory",
    },
  ]
}

/**
 * A request's cache, and how many of them there is room for.
 * @param {any} given
 * @param {ReturnType<typeof fit>} fitting
 * @returns {Step[]}
 */
function requestSteps({ s }, { free, sequence, requests }) {
  const room = Math.max(free, 0)
  const many = sequence ? room / sequence : 0
  return [
    {
      title: "每张卡上一条请求的 KV Cache",
      formula: "K",
      letters: { K: [sequence, `${plain(s)} 个 token，见 KV Cache 计算器`] },
      value: sequence,
      said: size(sequence),
      answer: "kv-cache-size",
    },
    {
      title: "同时的请求",
      formula: "F / K",
      letters: { F: [room, "留给 KV Cache 的"], K: [sequence, "一条请求"] },
      value: many,
      said: `${plain(many)}，取整 ${plain(requests)}`,
      answer: "model-concurrency",
    },
  ]
}
