/** /calc/serving/: bounds of speed from the roofline, and cards for a load. */

import { stored, WHEN as CACHED } from "./cached.js"
import { known } from "./caches.js"
import { machine } from "./machine.js"
import { card, held, peak, WHEN } from "./hardware.js"
import { plain, power, size, time } from "./said.js"
import { crossing, decode, fit, load, prefill, readBytes } from "./serving.js"
import { matrixParams } from "./shapes.js"
import { attentionFlops } from "./training.js"

/**
 * @typedef {import("./hardware.js").Accelerator} Accelerator
 * @typedef {import("./said.js").Step} Step
 */

/** @type {import("./page.js").Calculator} */
export const calculator = {
  id: "serving",
  when: { ...CACHED, ...WHEN },
  result,
}

/**
 * @param {any} given
 * @returns {import("./page.js").CalculatorResult | string}
 */
function result(given) {
  const { shape, n, i, o, b, q, ec, eb, ut, name } = given
  if (!known(shape)) return `${name} 不是一个一个写 token 的模型，或者缓存的大小没有公布`
  const one = card(given)
  const [top] = peak(one, given.wd)
  const box = { ...machine(given, one, n), peak: top, bandwidth: one.bandwidth * 1e9, computing: ec, reading: eb }
  const kept = held(given)
  const how = stored({ ...given, t: n, e: 0 })
  const length = i + Math.floor(o / 2)
  const first = prefill(shape, box, i)
  const step = decode(shape, kept, how, box, length, b)
  const meet = crossing(shape, kept, how, box, length)
  const room = fit(shape, kept, how, box, i + o).requests
  const needed = load(shape, kept, how, box, i, o, q, ut)
  /** @type {[string, string][]} */
  const main = [
    ["读完输入，至少", time(first.seconds)],
    ["每个请求，至多", `${plain(step.each)} token/秒`],
    [`${plain(b)} 个一起，至多`, `${plain(step.all)} token/秒`],
    ["算力与带宽相当于", meet ? `同时 ${plain(meet)} 个请求` : "到不了：每条的 KV 读得比算得慢"],
    ["显存放得下", room ? `${plain(room)} 个请求` : "放不下"],
    [`每秒 ${plain(q)} 个请求要`, room ? `${plain(needed.cards)} 张卡` : "放不下，先加卡"],
  ]
  return {
    main,
    steps: [
      readingInput(given, one, first.seconds),
      ...writingStep(given, one, step, readBytes(shape, kept, b)),
      ...(room ? [copies(given, needed)] : []),
    ],
    notes: ["都是界：没有算通信、调度、采样和核函数的启动，真实的要慢一些；专家按均匀、独立地被选中算。"],
  }
}

/**
 * @param {any} given
 * @param {Accelerator} one
 * @param {number} seconds
 * @returns {Step}
 */
function readingInput({ shape, n, i, ec, wd }, one, seconds) {
  const [top, kind] = peak(one, wd)
  return {
    title: "读输入：算力的界",
    formula: "(2 · N + x) · i / (n · p · ec)",
    letters: {
      N: [matrixParams(shape), "每个 token 乘到的参数"],
      x: [attentionFlops(shape, i), "注意力，每个 token"],
      i: [i, "输入"],
      n: [n, "卡数"],
      p: [top, `${one.name} 的 ${kind} 稠密峰值`],
      ec: [ec, "达到的比例"],
    },
    value: seconds,
    said: time(seconds),
    answer: "prefill-vs-decode",
  }
}

/**
 * One token for every request: what is read, what is computed, and the slower of the two.
 * @param {any} given
 * @param {Accelerator} one
 * @param {ReturnType<typeof decode>} step
 * @param {number} weights the bytes of weights that it reads
 * @returns {Step[]}
 */
function writingStep({ shape, n, i, o, b, ec, eb, wd }, one, step, weights) {
  const length = i + Math.floor(o / 2)
  return [
    {
      title: "写一步：要读的字节",
      formula: "W + b · K",
      letters: {
        W: [weights, shape.experts ? "权重，专家只读被选中的" : "权重，不含查表的词嵌入"],
        b: [b, "请求"],
        K: [(step.bytes - weights) / b, `一条请求的 KV，长 ${plain(length)}（输入加半个输出），所有卡合计`],
      },
      value: step.bytes,
      said: size(step.bytes),
      answer: "gpu-memory-roofline",
    },
    {
      title: "写一步：带宽的界",
      formula: "R / (n · w · eb)",
      letters: {
        R: [step.bytes, "字节"],
        n: [n, "卡数"],
        w: [one.bandwidth * 1e9, "一张卡的带宽"],
        eb: [eb, "达到的比例"],
      },
      value: step.reading,
      said: time(step.reading),
      answer: "gpu-memory-roofline",
    },
    {
      title: "写一步：算力的界",
      formula: "F / (n · p · ec)",
      letters: { F: [step.operations, "运算"], n: [n, "卡数"], p: [peak(one, wd)[0], "峰值"], ec: [ec, "达到的比例"] },
      value: step.computing,
      said: `${time(step.computing)}（${power(step.operations)} 次）`,
      answer: "prefill-vs-decode",
    },
    {
      title: "吞吐",
      formula: "b / max(r, c)",
      letters: { b: [b, "请求"], r: [step.reading, "带宽的界，秒"], c: [step.computing, "算力的界，秒"] },
      value: step.all,
      said: `${plain(step.all)} token/秒`,
      answer: "serving-capacity",
    },
  ]
}

/**
 * @param {any} given
 * @param {ReturnType<typeof load>} needed
 * @returns {Step}
 */
function copies({ n, o, q, ut }, needed) {
  const number = (q * needed.seconds) / ut
  return {
    title: "要几份模型",
    formula: "q · S / ut",
    letters: {
      q: [q, "每秒的请求"],
      S: [needed.seconds, `每个请求占一份模型的秒数：读输入，加上 ${plain(o)} 步 ÷ 同时的 ${plain(needed.batch)} 个`],
      ut: [ut, "忙的时间"],
    },
    value: number,
    said: `${plain(number)}，取整 ${plain(needed.copies)} 份，每份 ${plain(n)} 张`,
    answer: "serving-capacity",
  }
}
