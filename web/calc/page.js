/** A calculator's page: the form, the result that explains itself, and the address that holds both. */

import { parse, read, write } from "./address.js"
import { answerOn, copy, element, lasting, script, url } from "./kit.js"
import { chosen, EXAMPLE, FIELDS, OWN } from "./models.js"
import { substituted } from "./said.js"

/**
 * @typedef {import("./address.js").Field} Field
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./shapes.js").Shape} Shape
 *
 * @typedef {object} CalculatorResult
 * @property {[string, string][]} main what was asked for, in words and numbers
 * @property {Step[]} steps how it comes about
 * @property {{ head: string[], rows: string[][] }} [table]
 * @property {string[]} [notes]
 *
 * @typedef {object} Calculator
 * @property {string} id its place: calc/<id>/
 * @property {Record<string, (given: any) => any>} when whether a field means anything, for those that do not always
 * @property {(given: any) => CalculatorResult | string} result of what was given, with its shape; a sentence where there is none
 */

/** @param {Calculator} calculator */
export function mount(calculator) {
  const place = document.getElementById("calc")
  const form = place?.querySelector("form")
  if (!place || !form) return
  const titles = JSON.parse(place.dataset.answers ?? "{}")
  const [select] = form.getElementsByTagName("select")
  const [own, assumptions] = form.getElementsByTagName("fieldset")
  const output = /** @type {HTMLElement} */ (place.lastElementChild)
  // The shapes stand in the order of the names.
  const shapes = String(/** @type {any} */ (window).answerbookModels ?? "").split("\n")
  const known = [...select.options].map(({ value, text }, at) => ({ id: value, name: text, text: shapes[at] ?? "" }))
  const inputs = [...form.querySelectorAll("[name]")].map((one) => /** @type {Input} */ (one))
  const asked = inputs.map(field)
  const fields = [...FIELDS, ...asked]
  let query = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.replace(/^#\??/, ""))
  const { given, problems } = read(fields, query)
  form.addEventListener("submit", (event) => event.preventDefault())
  inputs.forEach((input, at) => {
    const { name, value, choices } = asked[at]
    const written = problems[name] ? query.get(name) : given[name]
    input.checked = written === true
    if (typeof value !== "boolean") input.value = written
    // What is not among the choices.
    if (choices && !input.value) input.value = value
    input.addEventListener("input", () => {
      const said = typeof value === "boolean" ? String(Number(input.checked)) : input.value
      const [meant, problem] = parse(asked[at], said)
      if (problem) problems[name] = problem
      else delete problems[name]
      change({ [name]: problem ? given[name] : meant })
    })
  })
  select.addEventListener("input", () => {
    const x = select.value === OWN ? EXAMPLE : ""
    change({ m: select.value, x })
    show(select.value, x)
  })
  show(given.m, given.x)
  render()
  window.addEventListener("popstate", () => location.reload())

  /**
   * Show which model is chosen, and the place for one's own.
   * @param {string} m
   * @param {string} x
   */
  function show(m, x) {
    select.value = m === OWN || x ? OWN : m
    own.hidden = select.value !== OWN
    if (own.hidden) return
    own.textContent = "正在载入…"
    script("assets/calc-own.js").then(
      () =>
        /** @type {any} */ (window).answerbookOwn.mount(own, x || EXAMPLE, (/** @type {string} */ text) =>
          change({ m: OWN, x: text }),
        ),
      () => (own.textContent = "没有加载成功，请检查网络，再选一次"),
    )
  }

  /** @param {Record<string, any>} said */
  function change(said) {
    Object.assign(given, said)
    query = new URLSearchParams(write(fields, given, query))
    const at = query.size ? `?${query}` : location.pathname
    try {
      history.replaceState(null, "", at)
    } catch {
      // From disk some browsers refuse a query, and take what is behind #.
      location.replace(`#?${query}`)
    }
    render()
  }

  function render() {
    const { shape, name, problem } = chosen(known, given.m, given.x)
    const all = { ...given, shape, name }
    const hidden = asked.map(({ name }) => Boolean(shape && name in calculator.when && !calculator.when[name](all)))
    inputs.forEach((input, at) => {
      input.labels[0].hidden = hidden[at]
    })
    assumptions.hidden = inputs.every((input, at) => hidden[at] || !assumptions.contains(input))
    const wrong = [problem, ...Object.values(problems)].filter(Boolean)
    const result = wrong.length || !shape ? wrong.join("。") : calculator.result(all)
    if (typeof result === "string")
      output.replaceChildren(element("p", { class: "calc__problem", role: "alert" }, `${result}。`))
    else output.replaceChildren(...view(result, all))
  }

  /**
   * @param {CalculatorResult} result
   * @param {any} all
   */
  function view(result, all) {
    const main = element(
      "dl",
      { class: "calc__main", "aria-live": "polite" },
      ...result.main.flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]),
    )
    const steps = element("ol", { class: "calc__steps" }, ...result.steps.map(stepItem))
    const notes = (result.notes ?? []).map((note) => element("p", { class: "calc__note" }, note))
    return [
      main,
      ...notes,
      element(
        "p",
        { class: "calc__tools" },
        copier("复制为文字", () => asText(result, all)),
        copier("复制链接", address),
      ),
      ...(result.table ? [table(result.table)] : []),
      element("h2", { id: "steps" }, "怎么算的"),
      steps,
    ]
  }

  /** @param {Step} step */
  function stepItem(step) {
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

  function address() {
    return `${lasting(`calc/${calculator.id}/`)}${query.size ? `?${query}` : ""}`
  }

  /**
   * @param {CalculatorResult} result
   * @param {any} all
   */
  function asText(result, all) {
    const said = asked
      .filter(({ name }) => !(name in calculator.when) || calculator.when[name](all))
      .map((field) => `${field.label}：${spoken(field, all[field.name])}`)
    const steps = result.steps.map((step) => `${step.title}：${step.formula} = ${substituted(step)} = ${step.said}`)
    return [
      `${document.querySelector("h1")?.textContent}：${all.name}`,
      ...result.main.map(([label, value]) => `${label}：${value}`),
      "",
      ...said,
      "",
      ...steps,
      ...(result.notes ?? []),
      address(),
    ].join("\n")
  }
}

/** @param {string} label @param {() => string} text */
function copier(label, text) {
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

/** @typedef {HTMLInputElement & { options?: HTMLOptionsCollection, labels: NodeListOf<HTMLElement> }} Input or a select */

/**
 * What an input of the form asks.
 * @param {Input} input
 * @returns {Field}
 */
function field(input) {
  const { name, options } = input
  const { label = "", unit, least, most } = input.dataset
  const base = { name, label, unit }
  if (options) {
    const all = [...options]
    const { value } = all.find((one) => one.defaultSelected) ?? all[0]
    return { ...base, value, choices: all.map((one) => [one.value, one.text]) }
  }
  if (input.type === "checkbox") return { ...base, value: input.defaultChecked }
  const fraction = input.inputMode === "decimal"
  return { ...base, value: Number(input.defaultValue), fraction, least: Number(least), most: Number(most) }
}
