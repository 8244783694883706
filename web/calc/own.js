/** One's own numbers, or a pasted config.json, for every calculator; loaded when the reader asks for it. */

import { fromConfig } from "./config.js"
import { element } from "./kit.js"
import { group, read, shape, write } from "./shapes.js"

/** @typedef {import("./shapes.js").Shape} Shape */

/** @type {[string, string, number][]} name, label, and the most that is taken */
const NUMBERS = [
  ["layers", "层数 L", 10_000],
  ["hidden", "隐藏维 h", 1_000_000],
  ["heads", "查询头 a", 100_000],
  ["kv_heads", "键值头 g", 100_000],
  ["head_dim", "每头维度 d", 100_000],
  ["ffn", "前馈宽度 f", 10_000_000],
  ["vocab", "词表 V", 100_000_000],
  ["window", "滑动窗口 w（没有写 0）", 100_000_000],
]

/**
 * The numbers of the simplest kind of model, where it is one.
 * @param {Shape} shape
 * @returns {Record<string, number>}
 */
function numbers(shape) {
  const [{ layers, heads, kv_heads, head_dim, window }] = shape.groups
  return { layers, hidden: shape.hidden, heads, kv_heads, head_dim, ffn: shape.ffn, vocab: shape.vocab, window }
}

/**
 * A model with these numbers: gated networks, RMSNorm, an output layer of its own.
 * @param {Record<string, number>} numbers
 * @returns {string} as it stands in the address
 */
function fromNumbers({ layers, hidden, heads, kv_heads, head_dim, ffn, vocab, window }) {
  return write(
    shape({
      hidden,
      vocab,
      ffn,
      groups: [group({ kind: kv_heads === heads ? "mha" : "gqa", layers, heads, kv_heads, head_dim, window })],
    }),
  )
}

/**
 * @param {string} text of a config.json
 * @returns {{ text: string, problem: string, notes: string[] }} as it stands in the address
 */
function fromText(text) {
  let config
  try {
    // Python writes these where JSON has no such numbers.
    config = JSON.parse(text.replace(/\b-?(Infinity|NaN)\b/g, "null"))
  } catch {
    return { text: "", problem: "贴进来的不是 JSON；请从第一个 { 到最后一个 } 整个复制 config.json", notes: [] }
  }
  const found = fromConfig(config)
  return { text: found.shape ? write(found.shape) : "", problem: found.problem, notes: found.notes }
}

/**
 * @param {HTMLElement} place
 * @param {string} x the model in the address
 * @param {(x: string) => void} tell
 */
export function mount(place, x, tell) {
  const { inputs, pasted, said } = form(place)
  for (const [, input] of inputs) input.addEventListener("input", numbersGiven)
  pasted.addEventListener("input", configGiven)
  spread(x)

  function numbersGiven() {
    const found = Object.fromEntries(
      inputs.map(([name, input]) => [name, Number(input.value.replaceAll(",", "").trim() || "0")]),
    )
    const wrong = problemOf(found)
    said.textContent = wrong
    if (!wrong) tell(fromNumbers(found))
  }

  function configGiven() {
    if (!pasted.value.trim()) return
    const { text, problem, notes } = fromText(pasted.value)
    if (!problem) {
      tell(text)
      spread(text)
    }
    said.textContent = problem || ["读出来了", ...notes].join("；")
  }

  /** @param {string} text */
  function spread(text) {
    const shape = read(text)
    // What these numbers cannot say would be lost as soon as one of them is changed.
    const simple = shape && fromNumbers(numbers(shape)) === write(shape)
    const found = simple ? numbers(shape) : {}
    for (const [name, input] of inputs) input.value = name in found ? String(found[name]) : ""
    if (shape && !simple)
      said.textContent = "这个模型有这几个数说不尽的地方（几种层、专家、偏置……）；要改它，改了 config.json 再贴"
  }
}

/**
 * The fields, one for each number, and the one for a config.json.
 * @param {HTMLElement} place
 */
function form(place) {
  const inputs = NUMBERS.map(
    ([name, label]) =>
      /** @type {const} */ ([
        name,
        element("input", { type: "text", inputmode: "numeric", autocomplete: "off" }),
        label,
      ]),
  )
  const said = element("p", { role: "status" })
  const pasted = element("textarea", {
    rows: "4",
    spellcheck: "false",
    placeholder: '{ "model_type": "llama", "hidden_size": 4096, … }',
  })
  const fields = element(
    "div",
    { class: "calc__fields" },
    ...inputs.map(([, input, label]) => element("label", {}, element("span", {}, label), input)),
  )
  const asked = "或者贴一份 config.json（GQA、MLA、滑动窗口、线性层、专家都认得；不上传）"
  const paste = element("label", {}, element("span", {}, asked), pasted)
  place.replaceChildren(element("legend", {}, "自己的数"), fields, paste, said)
  return { inputs, pasted, said }
}

/**
 * @param {Record<string, number>} numbers
 * @returns {string} which of them cannot be, "" if all can
 */
function problemOf(numbers) {
  for (const [name, label, most] of NUMBERS) {
    const least = name === "window" ? 0 : 1
    if (!Number.isInteger(numbers[name]) || numbers[name] < least || numbers[name] > most)
      return `“${label}”请写 ${least} 到 ${most.toLocaleString("en-US")} 之间的整数`
  }
  return ""
}

Object.assign(globalThis, { answerbookOwn: { mount } })
