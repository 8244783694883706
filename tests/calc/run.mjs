// The calculators in Node: reads JSON {models, fields, cards, cases: [[function, shape as text, arguments…], …]} and writes
// what each case gives, in order.
import { text } from "node:stream/consumers"
import * as address from "../../web/calc/address.js"
import * as caches from "../../web/calc/caches.js"
import { fromConfig } from "../../web/calc/config.js"
import * as own from "../../web/calc/models.js"
import * as said from "../../web/calc/said.js"
import * as serving from "../../web/calc/serving.js"
import * as shapes from "../../web/calc/shapes.js"
import * as training from "../../web/calc/training.js"

/** @typedef {import("../../web/calc/shapes.js").Shape} Shape */

/** @type {Record<string, (...given: any) => unknown>} */
const done = {
  written: shapes.write,
  components: (/** @type {Shape} */ shape) => ({
    ...shapes.components(shape),
    params: shapes.params(shape),
    active: shapes.activeParams(shape),
    matrix: shapes.matrixParams(shape),
  }),
  sequence: caches.sequenceBytes,
  token: caches.tokenBytes,
  known: caches.known,
  memory: training.memory,
  lora: training.loraParams,
  attention: training.attentionFlops,
  run: training.run,
  weights: serving.weightBytes,
  read: serving.readBytes,
  fit: serving.fit,
  least: serving.leastCards,
  prefill: serving.prefill,
  decode: serving.decode,
  crossing: serving.crossing,
  load: serving.load,
  config: (/** @type {null} */ _, /** @type {Parameters<typeof fromConfig>[0]} */ config) => {
    const { shape, problem, notes } = fromConfig(config)
    return { text: shape ? shapes.write(shape) : "", problem, notes }
  },
  plain: (/** @type {null} */ _, /** @type {number} */ number) => said.plain(number),
  size: (/** @type {null} */ _, /** @type {number} */ bytes) => said.size(bytes),
  count: (/** @type {null} */ _, /** @type {number} */ number) => said.count(number),
  time: (/** @type {null} */ _, /** @type {number} */ seconds) => said.time(seconds),
  // An address of a calculator: what it says, the steps in letters and numbers, and the address that it writes again.
  page: (/** @type {null} */ _, /** @type {string} */ id, /** @type {string} */ query) => page(id, query),
}

/** @param {string} id @param {string} query */
function page(id, query) {
  const calculator = calculators[id]
  const before = new URLSearchParams(query)
  const fields = [...own.FIELDS, ...asked[id]]
  const { given, problems } = address.read(fields, before)
  const { shape, name, problem } = own.chosen(known, given.m, given.x)
  const wrong = [problem, ...Object.values(problems)].filter(Boolean)
  const again = address.write(fields, given, before)
  const result = wrong.length ? wrong.join("。") : calculator.result({ ...given, shape, name })
  if (typeof result === "string") return { problem: result, again }
  const steps = result.steps.map((step) => ({
    title: step.title,
    formula: step.formula,
    numbers: said.substituted(step),
    value: step.value,
    said: step.said,
    letters: step.letters,
  }))
  return { main: Object.fromEntries(result.main), steps, again, notes: result.notes ?? [], table: result.table }
}

// The cards are read when a module is loaded, so the calculators come after them.
const { models: known, fields: asked, cards, cases } = JSON.parse(await text(process.stdin))
Object.assign(globalThis, { answerbookCards: cards })
const files = { kv: "kv", params: "params", memory: "memory", inference: "inference", flops: "flops", serving: "speed" }
/** @type {Record<string, import("../../web/calc/page.js").Calculator>} */
const calculators = {}
for (const [id, file] of Object.entries(files)) calculators[id] = (await import(`../../web/calc/${file}.js`)).calculator
/** @typedef {[name: string, shape: string | null, ...rest: any[]]} Case */
const found = cases.map((/** @type {Case} */ [name, shape, ...rest]) =>
  done[name](shape === null ? null : shapes.read(shape), ...rest),
)
process.stdout.write(JSON.stringify(found))
