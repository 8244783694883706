/** The result of a calculator: what was asked for, how it comes about, and the same as text. */

import { answerOn, copy, element, url } from "./kit.js"
import { substituted } from "./said.js"

/**
 * @typedef {import("./address.js").Field} Field
 * @typedef {import("./page.js").CalculatorResult} CalculatorResult
 * @typedef {import("./said.js").Step} Step
 */

/**
 * @param {CalculatorResult} result
 * @param {Record<string, string>} titles of the answers that derive a step, by id
 * @param {Node} tools stands behind the result
 * @returns {Node[]}
 */
export function resultOf(result, titles, tools) {
  const main = element(
    "dl",
    { class: "calc__main", "aria-live": "polite" },
    ...result.main.flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]),
  )
  const steps = result.steps.map((step) => stepItem(step, titles))
  const above = element("div")
  short(above, main)
  return [
    above,
    main,
    ...(result.notes ?? []).map((note) => element("p", { class: "calc__note" }, note)),
    tools,
    ...(result.table ? [table(result.table)] : []),
    element("h2", { id: "steps" }, "怎么算的"),
    element("ol", { class: "calc__steps" }, ...steps),
  ]
}

/**
 * As long as its place is below the window, on a phone the first number stays at the lower edge: who changes a field sees
 * what comes of it.
 * @param {Element} above ends where the place begins
 * @param {Element} main
 */
function short(above, main) {
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
    main.classList.toggle("calc__main--short", !isIntersecting && boundingClientRect.top > 0),
  ).observe(above)
}

/** @param {Step} step @param {Record<string, string>} titles */
function stepItem(step, titles) {
  const letters = Object.entries(step.letters).map(([letter, [, meaning]]) => `${letter} ${meaning}`)
  const [id, anchor] = (step.answer ?? "").split("#")
  const answer =
    titles[id] && element("a", { href: url(`q/${id}/${anchor ? `#${anchor}` : ""}`) }, `推导：${titles[id]}`)
  return element(
    "li",
    {},
    element("p", { class: "calc__title" }, step.title),
    element("code", {}, step.formula),
    element("code", {}, `= ${substituted(step)} = ${step.said}`),
    letters.length ? element("p", { class: "calc__letters" }, letters.join("，")) : null,
    step.note ? element("p", { class: "calc__letters" }, step.note) : null,
    answer || null,
  )
}

/**
 * @param {CalculatorResult} result
 * @param {Field[]} fields those that mean something
 * @param {any} all what they say, and the name of the model
 * @param {string} address
 * @returns {string} a line each
 */
export function asText(result, fields, all, address) {
  const steps = result.steps.map((step) => `${step.title}：${step.formula} = ${substituted(step)} = ${step.said}`)
  return [
    `${document.querySelector("h1")?.textContent}：${all.name}`,
    ...result.main.map(([label, value]) => `${label}：${value}`),
    "",
    ...fields.map((field) => `${field.label}：${spoken(field, all[field.name])}`),
    "",
    ...steps,
    ...(result.notes ?? []),
    address,
  ].join("\n")
}

/** A button that copies. @param {string} label @param {() => string} text */
export function copier(label, text) {
  const button = element("button", { type: "button", class: "md-button" }, label)
  button.addEventListener(
    "click",
    () => void copy(text()).then((done) => answerOn(button, done ? "已复制" : "没有复制成")),
  )
  return button
}

/** @param {Field} field @param {any} value */
function spoken({ choices, unit }, value) {
  if (choices) return choices.find(([one]) => one === value)?.[1]
  if (typeof value === "boolean") return value ? "是" : "否"
  return `${value.toLocaleString("en-US", { maximumFractionDigits: 9 })}${unit ? ` ${unit}` : ""}`
}

/** @param {{ head: string[], rows: string[][] }} made */
function table({ head, rows }) {
  const row = (/** @type {string[]} */ cells, /** @type {"col" | "row"} */ scope) =>
    element(
      "tr",
      {},
      ...cells.map((cell, at) => (at && scope === "row" ? element("td", {}, cell) : element("th", { scope }, cell))),
    )
  const made = element(
    "table",
    {},
    element("thead", {}, row(head, "col")),
    element("tbody", {}, ...rows.map((cells) => row(cells, "row"))),
  )
  return element("div", { class: "table", tabindex: "0", role: "region", "aria-label": "分项" }, made)
}
