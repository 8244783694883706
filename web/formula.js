/** The card of a formula: its LaTeX to be copied, and what its letters mean. */

import { copy } from "./clipboard.js"
import { lettersIn } from "./formula/letters.js"
import { mentionOf } from "./formula/mention.js"
import { part } from "./parts.js"
import { typeset } from "./plain.js"
import { adopt } from "./stylesheet.js"
import { url } from "./site.js"
import { answerOn, element } from "./view.js"

adopt(`
  .formula-card { position: absolute; z-index: 3; box-sizing: border-box; max-width: min(24em, calc(100vw - 16px)); padding: .6em 1em;
    font-size: .82em; line-height: 1.6; background: var(--paper); border-radius: .2rem; box-shadow: var(--md-shadow-z2); outline: 0 }
  .md-typeset .formula-card :is(ul, p) { margin: 0 0 .3em; list-style: none }
  .md-typeset .formula-card li { margin: 0 }
  @media (forced-colors: active) { .formula-card { border: 1px solid } }
  .formula-asked { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px }
  .formula-card button { margin-inline-end: 1em; color: var(--accent); text-decoration: underline; text-underline-offset: .22em; cursor: pointer }
`)

/** @typedef {[tex: string, plain: string, meaning: string, topics?: string[]]} Symbol topics: where it means this, if not everywhere */

/** @type {HTMLElement | undefined} */
let card
/** @type {Element | undefined} the formula of the card that is, or was last, shown */
let asked
/** @type {Element | null} where the keyboard was before */
let before = null

/**
 * What the letters of a formula mean: as the page says it, else as the whole book has it.
 * @param {Element} formula
 * @param {Symbol[]} known
 * @returns {{ told: Range[], general: Symbol[] }}
 */
function meanings(formula, known) {
  /** @type {Map<string, Range>} */
  const told = new Map()
  /** @type {Map<Symbol, string>} */
  const others = new Map()
  // Bold or with a hat it is the same letter to a reader: the page has said what it is.
  const said = new Set()
  const body = formula.closest(".body") ?? document.body
  for (const { symbol, base } of lettersIn(formula.getAttribute("data-tex") ?? "")) {
    const inBook = known.find(([tex]) => tex === symbol)
    const clause = mentionOf(body, symbol, formula) ?? (inBook ? undefined : mentionOf(body, base, formula))
    const general = inBook ?? known.find(([tex]) => tex === base)
    const letter = base.replace(/^\\(?:mathbf|boldsymbol|hat|bar|tilde|vec) /, "")
    if (clause) {
      told.set(clause.toString(), clause)
      said.add(letter)
    } else if (general) others.set(general, letter)
  }
  return { told: [...told.values()], general: [...others].flatMap(([one, letter]) => (said.has(letter) ? [] : [one])) }
}

/** @param {Symbol[]} known */
function inTopic(known) {
  const folders = [...document.querySelectorAll(".breadcrumb a")].map(
    (link) => /** @type {HTMLAnchorElement} */ (link).pathname.split("/").at(-2) ?? "",
  )
  return known.filter(([, , , topics]) => !topics || topics.some((topic) => folders.includes(topic)))
}

/** @param {Element} formula */
async function show(formula) {
  close()
  const tex = formula.getAttribute("data-tex") ?? ""
  const known = inTopic(/** @type {Symbol[]} */ (await part("symbols", "assets/symbols.js").catch(() => [])))
  const { told, general } = meanings(formula, known)
  const button = element("button", { type: "button" }, "复制 LaTeX")
  button.addEventListener("click", async () => answerOn(button, (await copy(tex)) ? "已复制" : "没有复制成"))
  const made = element(
    "div",
    { class: "formula-card", role: "dialog", "aria-label": "这个公式", tabindex: "-1" },
    ...listed("这一页说：", told.map(quoted)),
    ...listed(
      told.length ? "其余的，一般是：" : "一般是：",
      general.map(([, plain, meaning]) => [element("b", {}, ...typeset(plain)), ` ${meaning}`]),
    ),
    element("p", {}, button, element("a", { href: url("glossary/#symbols") }, "全书的记号")),
  )
  // Two that were asked for at once leave one.
  close()
  card = made
  asked = formula
  before = document.activeElement
  formula.classList.add("formula-asked")
  place(made, formula)
  made.focus({ preventScroll: true })
}

/**
 * The card of the next formula, or of the one before: the first time, of the first one that is in sight or comes further
 * on; backwards, of the last one in sight or before.
 * @param {boolean} back
 */
function step(back) {
  const all = [...document.querySelectorAll("#main mjx-container[data-tex]")].filter(
    (one) => one.getClientRects().length && !one.closest("a, summary, button"),
  )
  const from = back
    ? all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length - 1
    : all.findIndex((one) => one.getBoundingClientRect().top >= below())
  const formula = all[asked && inSight(asked) ? all.indexOf(asked) + (back ? -1 : 1) : from]
  if (!formula) return
  // With room for the card below it.
  if (!inSight(formula)) formula.scrollIntoView({ block: "center" })
  void show(formula)
}

/** @param {Element} formula */
function inSight(formula) {
  const { top, bottom } = formula.getBoundingClientRect()
  return top >= below() && bottom <= innerHeight
}

/** Where the header ends. */
const below = () => document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0

/**
 * @param {string} head
 * @param {(Node | string)[][]} rows
 */
const listed = (head, rows) =>
  rows.length ? [element("small", {}, head), element("ul", {}, ...rows.map((row) => element("li", {}, ...row)))] : []

/**
 * @param {Range} clause
 * @returns {Node[]} its words and formulas, without citations
 */
function quoted(clause) {
  const copied = clause.cloneContents()
  for (const cited of copied.querySelectorAll(".citation")) cited.remove()
  for (const link of copied.querySelectorAll("a")) link.replaceWith(...link.childNodes)
  return [copied]
}

/**
 * @param {HTMLElement} made
 * @param {Element} formula below it, inside the window
 */
function place(made, formula) {
  document.getElementById("main")?.append(made)
  const { left, bottom } = formula.getBoundingClientRect()
  const room = document.documentElement.clientWidth - made.offsetWidth - 8
  made.style.insetInlineStart = `${Math.max(8, Math.min(left, room))}px`
  made.style.insetBlockStart = `${bottom + scrollY + 4}px`
}

function close() {
  // What the keyboard has is given back.
  if (card?.contains(document.activeElement) && before instanceof HTMLElement) before.focus({ preventScroll: true })
  card?.remove()
  card = undefined
  asked?.classList.remove("formula-asked")
}

document.addEventListener("pointerdown", ({ target }) => {
  if (card && target instanceof Node && !card.contains(target)) close()
})
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close()
})

Object.assign(/** @type {any} */ (window).answerbook.modules, { formula: { show, step, lettersIn, meanings, inTopic } })
