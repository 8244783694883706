/** /calc/flops/: what training computes, how long it takes and what it costs. */

import { card, peak, WHEN } from "./hardware.js"
import { plain, power, time } from "./said.js"
import { activeParams, matrixParams } from "./shapes.js"
import { attentionFlops, run } from "./training.js"

/**
 * @typedef {import("./hardware.js").Accelerator} Accelerator
 * @typedef {import("./said.js").Step} Step
 * @typedef {ReturnType<typeof run>} Run
 */

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "flops",
  when: WHEN,
  result,
}

/**
 * @param {any} given
 * @returns {import("./page.js").CalculatorResult}
 */
function result(given) {
  const { shape, D, s, n, d, u, a, y } = given
  const one = card({ ...given, cm: 0 })
  const [top] = peak(one, d)
  const tokens = D * 1e9
  const again = a ? 4 / 3 : 1
  const found = run(shape, tokens, s, n, top, u, y, again)
  const active = activeParams(shape)
  /** @type {[string, string][]} */
  const main = [
    ["运算量", `${power(found.total)} 次`],
    ["要", time(found.seconds)],
    ["卡时", plain(found.hours)],
    ["花费", `${plain(found.cost)} 元`],
  ]
  const notes = [
    `按常用的 6·N·D、N 取${shape.experts ? "激活" : "全部"}参数（含词嵌入）是 ${power(6 * active * tokens)} 次。`,
    `每个参数 ${plain(tokens / active)} 个 token${shape.experts ? "（按激活的算）" : ""}；Chinchilla 的最优约 20。`,
  ]
  return { main, steps: [...operations(given, tokens, found), ...costs(given, one, found)], notes }
}

/**
 * How many operations.
 * @param {any} given
 * @param {number} tokens
 * @param {Run} found
 * @returns {Step[]}
 */
function operations({ shape, s }, tokens, found) {
  const N = matrixParams(shape)
  const each = attentionFlops(shape, s)
  return [
    {
      title: "矩阵乘：每个参数、每个 token 前向 2 次，反向 4 次",
      formula: "6 · N · T",
      letters: {
        N: [N, shape.experts ? "激活的参数，不含查表的词嵌入" : "参数，不含查表的词嵌入"],
        T: [tokens, "token"],
      },
      value: found.matrices,
      said: power(found.matrices),
      answer: "transformer-flops",
    },
    {
      title: "注意力的分数和加权和",
      formula: "3 · x · T",
      letters: {
        x: [each, `每个 token 前向的运算，因果只算一半，窗口、稀疏、线性层按各自看到的算，长 ${plain(s)}`],
        T: [tokens, "token"],
      },
      value: found.attention,
      said: power(found.attention),
      answer: "transformer-flops",
    },
    {
      title: "一共",
      formula: "M + A",
      letters: { M: [found.matrices, "矩阵乘"], A: [found.attention, "注意力"] },
      value: found.total,
      said: power(found.total),
      answer: "scaling-laws",
    },
  ]
}

/**
 * How long they take, and what that costs.
 * @param {any} given
 * @param {Accelerator} one
 * @param {Run} found
 * @returns {Step[]}
 */
function costs({ n, d, u, y, a }, one, found) {
  const [top, kind] = peak(one, d)
  const recomputed = {
    title: "硬件实际做的（HFU 按它算）",
    formula: "F · 4 / 3",
    letters: { F: /** @type {[number, string]} */ ([found.total, "运算量"]) },
    value: found.hardware,
    said: power(found.hardware),
    answer: "gradient-checkpointing",
  }
  return [
    {
      title: "时间",
      formula: "F / (n · p · u)",
      letters: {
        F: [found.total, "运算量"],
        n: [n, "卡数"],
        p: [top, `一张 ${one.name} 的 ${kind} 稠密峰值`],
        u: [u, "MFU"],
      },
      value: found.seconds,
      said: time(found.seconds),
    },
    {
      title: "卡时",
      formula: "S · n / 3600",
      letters: { S: [found.seconds, "秒"], n: [n, "卡数"] },
      value: found.hours,
      said: plain(found.hours),
    },
    {
      title: "花费",
      formula: "H · y",
      letters: { H: [found.hours, "卡时"], y: [y, "一张卡一小时"] },
      value: found.cost,
      said: `${plain(found.cost)} 元`,
    },
    ...(a ? [recomputed] : []),
  ]
}
