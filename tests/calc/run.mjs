// The calculators in Node: reads JSON {models, fields, cards, cases: [[function, shape as text, arguments…], …]} and writes
// what each case gives, in order.
import { text } from "node:stream/consumers"
import * as address from "../../web/calc/address.js"
import * as caches from "../../web/calc/caches.js"
import { fromConfig } from "../../web/calc/config.js"
import * as own from "../../web/calc/models.js"
import { substituted } from "../../web/calc/said.js"
import * as serving from "../../web/calc/serving.js"
import * as shapes from "../../web/calc/shapes.js"
import * as training from "../../web/calc/training.js"

const done = {
  written: (shape) => shapes.write(shape),
  components: (shape) => ({ ...shapes.components(shape), params: shapes.params(shape), active: shapes.activeParams(shape), matrix: shapes.matrixParams(shape) }),
  sequence: (shape, tokens, stored, encoder) => caches.sequenceBytes(shape, tokens, stored, encoder),
  token: (shape, tokens, stored) => caches.tokenBytes(shape, tokens, stored),
  known: (shape) => caches.known(shape),
  memory: (shape, plan) => training.memory(shape, plan),
  lora: (shape, rank, targets) => training.loraParams(shape, rank, targets),
  attention: (shape, tokens, causal) => training.attentionFlops(shape, tokens, causal),
  run: (shape, ...rest) => training.run(shape, ...rest),
  weights: (shape, held) => serving.weightBytes(shape, held),
  read: (shape, held, batch) => serving.readBytes(shape, held, batch),
  fit: (shape, ...rest) => serving.fit(shape, ...rest),
  least: (shape, ...rest) => serving.leastCards(shape, ...rest),
  prefill: (shape, ...rest) => serving.prefill(shape, ...rest),
  decode: (shape, ...rest) => serving.decode(shape, ...rest),
  crossing: (shape, ...rest) => serving.crossing(shape, ...rest),
  load: (shape, ...rest) => serving.load(shape, ...rest),
  config: (_, config) => {
    const { shape, problem, notes } = fromConfig(config)
    return { text: shape ? shapes.write(shape) : "", problem, notes }
  },
  // An address of a calculator: what it says, the steps in letters and numbers, and the address that it writes again.
  page: (_, id, query) => page(id, query),
}

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
  const steps = result.steps.map((step) => ({ title: step.title, formula: step.formula, numbers: substituted(step), value: step.value, said: step.said, letters: step.letters }))
  return { main: Object.fromEntries(result.main), steps, again, notes: result.notes ?? [], table: result.table }
}

// The cards are read when a module is loaded, so the calculators come after them.
const { models: known, fields: asked, cards, cases } = JSON.parse(await text(process.stdin))
globalThis.answerbookCards = cards
const files = { kv: "kv", params: "params", memory: "memory", inference: "inference", flops: "flops", serving: "speed" }
const calculators = {}
for (const [id, file] of Object.entries(files)) calculators[id] = (await import(`../../web/calc/${file}.js`)).calculator
const found = cases.map(([name, shape, ...rest]) => done[name](shape === null ? null : shapes.read(shape), ...rest))
process.stdout.write(JSON.stringify(found))
