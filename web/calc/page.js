/** A calculator's page: the form, the result that explains itself, and the address that holds both. */

import { parse, read, write } from "./address.js"
import { answerOn, copy, element, lasting, script, url } from "./kit.js"
import { chosen, EXAMPLE, FIELDS, models, OWN } from "./models.js"
import { substituted } from "./said.js"

/**
 * @typedef {import("./address.js").Field} Field
 * @typedef {import("./said.js").Step} Step
 * @typedef {import("./shapes.js").Shape} Shape
 *
 * @typedef {object} Result
 * @property {[string, string][]} main what was asked for, in words and numbers
 * @property {Step[]} steps how it comes about
 * @property {{ head: string[], rows: string[][] }} [table]
 * @property {string[]} [notes]
 *
 * @typedef {object} Calculator
 * @property {string} id its place: calc/<id>/
 * @property {Field[]} fields
 * @property {(given: any) => Result | string} result of what was given, with its shape; a sentence where there is none
 */

/** @param {Calculator} calculator */
export function mount(calculator) {
  const place = document.getElementById("calc")
  if (!place) return
  const known = models(/** @type {any} */ (window).answerbookModels ?? "")
  const titles = JSON.parse(place.dataset.answers ?? "{}")
  const fields = [...FIELDS, ...calculator.fields]
  let query = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.replace(/^#\??/, ""))
  const { given, problems } = read(fields, query)
  const controls = element("div", { class: "calc__fields" })
  const assumed = element("div", { class: "calc__fields" })
  const assumptions = element("fieldset", { class: "calc__assumed" }, element("legend", {}, "假设，都可以改"), assumed)
  const output = element("div", { class: "calc__result" })
  const picker = modelPicker(known, (m, x) => change({ m, x }))
  place.replaceChildren(element("form", {}, picker.element, controls, assumptions), output)
  place.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault())
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map()
  for (const field of calculator.fields) {
    const written = problems[field.name] ? query.get(field.name) : given[field.name]
    const made = control(field, written, (written) => {
      const [value, problem] = parse(field, written)
      if (problem) problems[field.name] = problem
      else delete problems[field.name]
      change({ [field.name]: problem ? given[field.name] : value })
    })
    shown.set(field.name, made)
    ;(field.assumed ? assumed : controls).append(made)
  }
  picker.show(given.m, given.x)
  render()
  window.addEventListener("popstate", () => location.reload())

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
    for (const field of calculator.fields) {
      const made = /** @type {HTMLElement} */ (shown.get(field.name))
      made.hidden = Boolean(shape && field.when && !field.when(all))
    }
    assumptions.hidden = [...assumed.children].every((one) => /** @type {HTMLElement} */ (one).hidden)
    const wrong = [problem, ...Object.values(problems)].filter(Boolean)
    const result = wrong.length || !shape ? wrong.join("。") : calculator.result(all)
    if (typeof result === "string")
      output.replaceChildren(element("p", { class: "calc__problem", role: "alert" }, `${result}。`))
    else output.replaceChildren(...view(result, all))
  }

  /**
   * @param {Result} result
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
   * @param {Result} result
   * @param {any} all
   */
  function asText(result, all) {
    const said = calculator.fields
      .filter((field) => !field.when || field.when(all))
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

/**
 * @param {Field} field
 * @param {any} written what it shows at first
 * @param {(written: string) => void} tell
 * @returns {HTMLElement}
 */
function control({ choices, label, unit, value, fraction, note }, written, tell) {
  const flag = typeof value === "boolean"
  const more = note ? element("small", {}, note) : null
  const input = choices
    ? element("select", {}, ...choices.map(([value, label]) => element("option", { value }, label)))
    : element("input", {
        type: flag ? "checkbox" : "text",
        inputmode: fraction ? "decimal" : "numeric",
        autocomplete: "off",
        spellcheck: "false",
      })
  if (input instanceof HTMLInputElement) input.checked = written === true
  input.addEventListener("input", () =>
    tell(flag ? String(Number(/** @type {HTMLInputElement} */ (input).checked)) : input.value),
  )
  if (flag) return element("label", { class: "calc__flag" }, input, ` ${label}`, more)
  input.value = written
  // What is not among the choices.
  if (!input.value) input.value = value
  return element("label", {}, element("span", {}, label, unit ? element("small", {}, ` ${unit}`) : null), input, more)
}

/**
 * The choice of a model: one of the book's, one's own numbers, or a config.json.
 * @param {import("./models.js").Model[]} known
 * @param {(m: string, x: string) => void} tell
 */
function modelPicker(known, tell) {
  const select = element(
    "select",
    {},
    ...known.map(({ id, name }) => element("option", { value: id }, name)),
    element("option", { value: OWN }, "自己的数或 config.json…"),
  )
  const own = element("fieldset", { class: "calc__own" })
  select.addEventListener("change", () => {
    tell(select.value, select.value === OWN ? EXAMPLE : "")
    show(select.value, EXAMPLE)
  })

  /** @param {string} m @param {string} x */
  function show(m, x) {
    select.value = m === OWN || x ? OWN : m
    own.hidden = select.value !== OWN
    if (own.hidden) return
    own.textContent = "正在载入…"
    script("assets/calc-own.js").then(
      () =>
        /** @type {any} */ (window).answerbookOwn.mount(own, x || EXAMPLE, (/** @type {string} */ text) =>
          tell(OWN, text),
        ),
      () => (own.textContent = "没有加载成功，请检查网络，再选一次"),
    )
  }
  return {
    element: element("div", { class: "calc__model" }, element("label", {}, element("span", {}, "模型"), select), own),
    show,
  }
}
