/** The card of a formula: its LaTeX to be copied, and the letters in it that mean the same in the whole book. */

import { copy } from "./clipboard.js"
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
  .formula-card button { margin-inline-end: 1em; color: var(--accent); text-decoration: underline; text-underline-offset: .22em; cursor: pointer }
`)

/** @typedef {[tex: string, plain: string, meaning: string]} Symbol */

// Words, and indices of more than one letter, are no letters of the formula; nor are commands, but for those in Greek.
const WORDS = /\\(?:text|mathrm|operatorname|mathsf|texttt|begin|end)\*?\s*\{[^}]*\}|(?<=_)\{[^{}]{2,}\}/g
/** @type {HTMLElement | undefined} */
let card

/**
 * The letters of a formula, in the order of the glossary: a letter with an index is not the letter alone.
 * @param {string} tex
 * @param {Symbol[]} known
 * @returns {Symbol[]}
 */
export function symbolsIn(tex, known) {
  const written = tex.replace(WORDS, " ").replace(/_\{(\w)\}/g, "_$1")
  const commands = new Set(written.match(/\\[A-Za-z]+(?!\s*_)/g))
  const letters = written.replace(/\\[A-Za-z]+/g, " ")
  return known.filter(
    ([symbol]) =>
      commands.has(symbol) || (/^\w+$/.test(symbol) && new RegExp(`(?<!_)${symbol}(?!\\s*_)`).test(letters)),
  )
}

/** @param {Element} formula */
async function show(formula) {
  close()
  const tex = formula.getAttribute("data-tex") ?? ""
  const known = /** @type {Symbol[]} */ (await part("symbols", "assets/symbols.js").catch(() => []))
  const found = symbolsIn(tex, known)
  const button = element("button", { type: "button" }, "复制 LaTeX")
  button.addEventListener("click", async () => answerOn(button, (await copy(tex)) ? "已复制" : "没有复制成"))
  const meanings = found.map(([, plain, meaning]) =>
    element("li", {}, element("b", {}, ...typeset(plain)), ` ${meaning}`),
  )
  const made = element(
    "div",
    { class: "formula-card", role: "dialog", "aria-label": "这个公式", tabindex: "-1" },
    found.length ? element("ul", {}, ...meanings) : null,
    element("p", {}, button, found.length ? element("a", { href: url("glossary/#symbols") }, "全书的记号") : null),
    found.length ? element("small", {}, "这一页另有说明的，以这一页为准。") : null,
  )
  card = made
  place(made, formula)
  made.focus({ preventScroll: true })
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
  card?.remove()
  card = undefined
}

document.addEventListener("pointerdown", ({ target }) => {
  if (card && target instanceof Node && !card.contains(target)) close()
})
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close()
})

Object.assign(/** @type {any} */ (window).answerbook.modules, { formula: { show, symbolsIn } })
