/** Where a page itself says what a letter of its formulas is. */

import { bare, lettersIn } from "./letters.js"

const FORMULA = "mjx-container[data-tex]"
// Not 是否, 代表的, 为 0, nor what an example has it be, or who chose it.
const IS =
  "(?:是|为|表示|指|即|代表|叫|记)(?!否|的|零|线性|人为|单位|随机|固定|已知|常数|标量|正[数的]|负[数的]|奇数|偶数|\\s*[-\\d])"
const SAYS = new RegExp(`^\\s*${IS}`)
const AND = /^\s*[、，和与及]\s*$/
const ALL = new RegExp(`^\\s*(?:分别|各|依次|都)?${IS}`)
// What stands right before a letter names it, if it is a noun of its own: 序列长度 s, 设词表 V.
const NAMED = /(?:^|[，。；、：（])(?:设|记|其中|共|一般地|第)?(\p{Script=Han}{2,6})\s*$/u
// 原始 Transformer 隐藏维度 $h=512$: before a value a Latin word may lead to the noun; not 首步 $\rho=1$, 例如 $c=5$.
const VALUED = /(?:^|[，。；、：（]|[A-Za-z\d）] )(?:设|记|其中|共|一般地)?(?![一首起例某第])(\p{Script=Han}{2,6})\s*$/u
const NO_NOUN =
  /[是为把对在到从比除乘加减等于给取写变得里上的所因而则若当随放算采定有跟着要只画看选和与或再个时完出知道说明用占留约共各由改管过会不都并也可能令使以没还]/
const ENDS = /^\s*(?:$|[，。；、：！？）])/
// 第 i 个 token、G 条回答; not h 项之和.
const COUNTED = /^\s*(?:个|条|层|头|张|块|步|行|列|类|位|项|题)(?:(?!之)\p{Script=Han}|\s*\w)/u
// 独立跑 k 次.
const TIMES = /^\s*次(?=[，。；：]|$)/
const DOES = /\p{Script=Han}{2}\s*$/u
const START = /[。；！？：（，\n](?!.*[。；！？：（，\n])/s
// 对： in bold.
const STARTED = /[。；！？：，]\s*$/
const STOP = "。；，：！？\n"
// 令 $Z(x)=……$: an equation says what the letter is.
const SET = /(?:令|记|设|定义|称)\s*$/
const VALUE = /^([^=]+)=[\d.,{}\\^-]+$/
const LEFT = /^(.+?)(?:_(?:\{[^{}]*\}|\w))?(?:\([^()=]*\))?=/

/**
 * @param {Element} body of the answer
 * @param {string} symbol
 * @param {Element} pressed
 * @returns {Range | undefined} the clause that says best what the letter is; of several the first
 */
export function mentionOf(body, symbol, pressed) {
  const all = [...body.querySelectorAll(`${FORMULA}:not([display=true])`)].filter(
    (formula) => !formula.closest("details, .wrong, s"),
  )
  const others = all.filter((formula) => formula !== pressed)
  const some = others.filter((formula) => stands(texOf(formula), (letter) => letter.symbol === symbol))
  // Before several stands no name of one.
  const alone = some.filter((formula) => !texOf(formula).includes(","))
  const found =
    some.find(isExplained) ??
    others.find((formula) => isSet(formula, symbol)) ??
    alone.find(isNamed) ??
    all.find((formula) => isValued(formula, symbol)) ??
    alone.find(isCounted) ??
    // $x_i$ for $x$.
    others.find((formula) => stands(texOf(formula), (letter) => letter.base === symbol) && isExplained(formula))
  return found && clauseOf(found)
}

/** @param {Element} formula */
const texOf = (formula) => bare(formula.getAttribute("data-tex") ?? "")

/**
 * Whether a formula is nothing but the letter, or several of which it is one ($y_w,y_l$), or says what set it is of.
 * @param {string} tex
 * @param {(letter: import("./letters.js").Letter) => boolean} wanted
 */
function stands(tex, wanted) {
  return tex
    .replace(/\\in(?![A-Za-z]).*/, "")
    .split(",")
    .some((piece) => {
      const [letter, ...more] = lettersIn(piece)
      return letter && !more.length && sorted(letter.symbol) === sorted(piece) && wanted(letter)
    })
}

/** @param {string} text */
const sorted = (text) => [...text].sort().join("")

/**
 * @param {Element} formula
 * @param {string} symbol
 */
function isSet(formula, symbol) {
  const tex = texOf(formula)
  const named = tex.startsWith(`${symbol}=`) || LEFT.exec(tex)?.[1] === symbol
  return named && SET.test(textOf(around(formula)[0].at(-1)))
}

/** @param {Element} formula that may be one of several: q、k 分别是…… */
function isExplained(formula) {
  const [, after] = around(formula)
  if (SAYS.test(textOf(after[0]))) return true
  // Several in one formula, and then another one: that one is meant.
  if (texOf(formula).includes(",")) return false
  let last = 0
  while (AND.test(textOf(after[last])) && isFormula(after[last + 1])) last += 2
  return last > 0 && ALL.test(textOf(after[last]))
}

/** @param {Element} formula */
const isNamed = (formula) => hasNoun(formula, NAMED) && ENDS.test(textOf(around(formula)[1][0]))

/**
 * @param {Element} formula
 * @param {string} symbol
 */
const isValued = (formula, symbol) => VALUE.exec(texOf(formula))?.[1] === symbol && hasNoun(formula, VALUED)

/**
 * @param {Element} formula
 * @param {RegExp} noun
 */
function hasNoun(formula, noun) {
  const found = noun.exec(textOf(around(formula)[0].at(-1)))?.[1]
  return found !== undefined && !NO_NOUN.test(found)
}

/** @param {Element} formula */
function isCounted(formula) {
  const [before, after] = around(formula)
  const next = textOf(after[0])
  return COUNTED.test(next) || (TIMES.test(next) && DOES.test(textOf(before.at(-1))))
}

/**
 * What stands before and after a formula in its paragraph, whatever keeps it together with its comma.
 * @param {Element} formula
 * @returns {[Node[], Node[]]}
 */
function around(formula) {
  const block = formula.parentElement?.closest(":not(.together)")
  const nodes = [...(block?.childNodes ?? [])]
    .flatMap((node) => (node instanceof Element && node.matches(".together") ? [...node.childNodes] : [node]))
    // The outlines of glyphs stand before the first formula that needs them.
    .filter((node) => !(node instanceof Element && node.matches(".glyphs")))
  const at = nodes.indexOf(formula)
  return [nodes.slice(0, Math.max(at, 0)), nodes.slice(at + 1)]
}

/** @param {Node | undefined} node */
const textOf = (node) => (node?.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "")

/** @param {Node | undefined} node */
const isFormula = (node) => node instanceof Element && node.matches(FORMULA)

/** @param {Node} node that is no part of a sentence: a mark, a picture, a list */
const isOther = (node) => node instanceof Element && !node.matches(`${FORMULA}, strong, em, code, a`)

/**
 * @param {Element} formula
 * @returns {Range} the clause around it
 */
function clauseOf(formula) {
  const [before, after] = around(formula)
  const range = document.createRange()
  range.selectNode(formula)
  for (const node of before.reverse()) {
    const at = textOf(node).search(START)
    if (at >= 0) {
      range.setStart(node, at + 1)
      break
    }
    if (isOther(node) || STARTED.test(node.textContent ?? "")) break
    range.setStartBefore(node)
  }
  let depth = 0
  for (const node of after) {
    const text = textOf(node)
    const at = [...text].findIndex((char) => {
      if (char === "（") depth++
      if (char === "）") depth--
      return depth < 0 || (!depth && STOP.includes(char))
    })
    if (at >= 0) {
      range.setEnd(node, at)
      break
    }
    if (isOther(node)) break
    range.setEndAfter(node)
  }
  return range
}
