/** A calculator's page: the form, the result that explains itself, and the address that holds both. */

import { parse, read, write } from "./address.js"
import { element, lasting, script } from "./kit.js"
import { chosen, EXAMPLE, FIELDS, OWN } from "./models.js"
import { asText, copier, resultOf } from "./result.js"

/**
 * @typedef {import("./address.js").Field} Field
 * @typedef {import("./said.js").Step} Step
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
  if (place && form) new CalculatorPage(calculator, place, form).open()
}

/** The form, what is given in it, and what follows from that. */
class CalculatorPage {
  /**
   * @param {Calculator} calculator
   * @param {HTMLElement} place
   * @param {HTMLFormElement} form
   */
  constructor(calculator, place, form) {
    this.calculator = calculator
    this.form = form
    this.titles = JSON.parse(place.dataset.answers ?? "{}")
    this.select = form.getElementsByTagName("select")[0]
    const [own, assumptions] = form.getElementsByTagName("fieldset")
    this.own = own
    this.assumptions = assumptions
    this.output = /** @type {HTMLElement} */ (place.lastElementChild)
    // The shapes stand in the order of the names.
    const shapes = String(/** @type {any} */ (window).answerbookModels ?? "").split("\n")
    this.models = [...this.select.options].map(({ value, text }, at) => ({
      id: value,
      name: text,
      text: shapes[at] ?? "",
    }))
    this.inputs = [...form.querySelectorAll("[name]")].map((one) => /** @type {Input} */ (one))
    this.asked = this.inputs.map(field)
    this.fields = [...FIELDS, ...this.asked]
    this.query = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.replace(/^#\??/, ""))
    const { given, problems } = read(this.fields, this.query)
    this.given = given
    this.problems = problems
  }

  /** Show what the address says, and listen. */
  open() {
    const { select, given } = this
    this.form.addEventListener("submit", (event) => event.preventDefault())
    for (const [at, input] of this.inputs.entries()) this.fill(input, this.asked[at])
    select.addEventListener("input", () => {
      const x = select.value === OWN ? EXAMPLE : ""
      this.change({ m: select.value, x })
      this.show(select.value, x)
    })
    this.show(given.m, given.x)
    this.render()
    window.addEventListener("popstate", () => location.reload())
  }

  /**
   * Give an input its value, and listen to it.
   * @param {Input} input
   * @param {Field} asked
   */
  fill(input, asked) {
    const { given, problems } = this
    const { name, value, choices } = asked
    const written = problems[name] ? this.query.get(name) : given[name]
    input.checked = written === true
    if (typeof value !== "boolean") input.value = written
    // What is not among the choices.
    if (choices && !input.value) input.value = value
    input.addEventListener("input", () => {
      const said = typeof value === "boolean" ? String(Number(input.checked)) : input.value
      const [meant, problem] = parse(asked, said)
      if (problem) problems[name] = problem
      else delete problems[name]
      this.change({ [name]: problem ? given[name] : meant })
    })
  }

  /**
   * Show which model is chosen, and the place for one's own.
   * @param {string} m
   * @param {string} x
   */
  show(m, x) {
    const { own, select } = this
    select.value = m === OWN || x ? OWN : m
    own.hidden = select.value !== OWN
    if (own.hidden) return
    own.textContent = "正在载入…"
    const tell = (/** @type {string} */ text) => this.change({ m: OWN, x: text })
    script("assets/calc-own.js").then(
      () => /** @type {any} */ (window).answerbookOwn.mount(own, x || EXAMPLE, tell),
      () => (own.textContent = "没有加载成功，请检查网络，再选一次"),
    )
  }

  /** @param {Record<string, any>} said */
  change(said) {
    Object.assign(this.given, said)
    this.query = new URLSearchParams(write(this.fields, this.given, this.query))
    const at = this.query.size ? `?${this.query}` : location.pathname
    try {
      history.replaceState(null, "", at)
    } catch {
      // From disk some browsers refuse a query, and take what is behind #.
      location.replace(`#?${this.query}`)
    }
    this.render()
  }

  render() {
    const { calculator, inputs, output, assumptions } = this
    const { shape, name, problem } = chosen(this.models, this.given.m, this.given.x)
    const all = { ...this.given, shape, name }
    const hidden = this.asked.map((field) => Boolean(shape && !this.means(field, all)))
    inputs.forEach((input, at) => {
      input.labels[0].hidden = hidden[at]
    })
    assumptions.hidden = inputs.every((input, at) => hidden[at] || !assumptions.contains(input))
    const wrong = [problem, ...Object.values(this.problems)].filter(Boolean)
    const result = wrong.length || !shape ? wrong.join("。") : calculator.result(all)
    if (typeof result === "string")
      output.replaceChildren(element("p", { class: "calc__problem", role: "alert" }, `${result}。`))
    else output.replaceChildren(...resultOf(result, this.titles, this.tools(result, all)))
  }

  /** Whether a field means anything for what is given. @param {Field} field @param {any} all */
  means({ name }, all) {
    return !(name in this.calculator.when) || Boolean(this.calculator.when[name](all))
  }

  /** @param {CalculatorResult} result @param {any} all */
  tools(result, all) {
    const given = () => this.asked.filter((field) => this.means(field, all))
    return element(
      "p",
      { class: "calc__tools" },
      copier("复制为文字", () => asText(result, given(), all, this.address())),
      copier("复制链接", () => this.address()),
    )
  }

  address() {
    return `${lasting(`calc/${this.calculator.id}/`)}${this.query.size ? `?${this.query}` : ""}`
  }
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
