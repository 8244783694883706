/** The letters of a formula in TeX: what a reader may ask the meaning of. Knows no page. */

const GREEK = [
  "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi",
  "varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell",
].join("|")
const LETTER = `(?:\\\\(?:${GREEK})(?![A-Za-z])|[A-Za-z])`
const BASE = `(?:\\\\(?:hat|bar|tilde|vec|mathbf|boldsymbol|mathcal)(?:\\{${LETTER}\\}|\\s*${LETTER})|${LETTER})`
const LOWER = "_(?:\\{[^{}]*\\}|\\\\[A-Za-z]+|\\w)"
// Any other command is passed over, so that its own letters are none.
const SYMBOL = new RegExp(
  `(${BASE})((?:${LOWER})?)((?:\\^(?:\\{[A-Z]{1,3}\\}|[A-Z](?![a-z])))?)((?:${LOWER})?)|\\\\[A-Za-z]+`,
  "g",
)
// Words are no letters, nor are the spaces of numbers and what says that a matrix is transposed.
const WORDS =
  /\\(?:text|mathrm|operatorname|mathsf|texttt|begin|end|mathbb|tag)\*?\s*\{[^}]*\}|\\mathbb\s*[A-Z]|\^\{?(?:\\top|T)\}?(?![A-Za-z])/g
// W^{UK} is one letter, transposed too.
const TURNED = /\^\{([A-Z]{1,3})\\top\}/g
// An index that only says which one, or which ones (those before t).
// The last one is named after how many there are: x_s, R_G.
const WHICH = /^_\{?(?:<|\\lt\s*)?(?:[ijklmnt]{1,2}|[sGLT]|\d+|\\ell)(?:[-+,](?:[ijklmnt\d]+|\\Delta\s*t))*\}?$/
// An index that is a word is part of its letter.
const WORDED = /_\{?\\(?:text|mathrm)\s*\{([^{}]*)\}\}?/g

/** @typedef {{ symbol: string, base: string }} Letter base: without an index that only says which one */

/**
 * TeX without braces around one thing and without spaces, but for the one that ends a command.
 * @param {string} tex
 */
export const bare = (tex) =>
  tex
    .replace(WORDED, "_{$1}")
    .replace(/\{(\\[A-Za-z]+|[^\\{}])\}/g, "$1")
    .replace(/(\\[A-Za-z]+)\s+(?=[A-Za-z])/g, "$1 ")
    .replace(/(?<!\\[A-Za-z]+)\s+/g, "")
    .replace(/(\\(?:hat|bar|tilde|vec|mathbf|boldsymbol|mathcal))(?=[A-Za-z])(?![a-z]{2})/g, "$1 ")

/**
 * @param {string} tex
 * @returns {Letter[]} in the order in which they come, each once
 */
export function lettersIn(tex) {
  /** @type {Map<string, Letter>} */
  const found = new Map()
  const read = tex.replace(WORDED, "_{$1}").replace(TURNED, "^{$1}").replace(WORDS, " ")
  for (const [, base, lower, upper, after] of read.matchAll(SYMBOL)) {
    if (!base) continue
    const index = lower || after
    const symbol = bare(base + index + upper)
    if (!found.has(symbol)) found.set(symbol, { symbol, base: WHICH.test(index) ? bare(base + upper) : symbol })
  }
  return [...found.values()]
}
