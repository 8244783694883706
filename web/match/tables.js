/** Tables in a post, with bars or as they come out of a spreadsheet with tabs: which column holds the questions. */

import { asks } from "./lines.js"

/** @typedef {{ first: number, end: number, separator: string, column: number, body: number }} Table lines from first to before end; body: the first line below the head */

const BARS = /^\s*\|.*\|\s*$/
const RULE = /^[\s|:-]+$/
const HEAD =
  /^\W*(?:面试)?(?:问题|問題|题目|題目|考题|考點|考点|问了?(?:什么|啥)|内容|內容|question|topic|name|title|名称|标题).{0,6}$/i
// Two lines with tabs are no table yet.
const FEWEST_ROWS = 3

/**
 * @param {string[]} lines of a post
 * @returns {Map<number, Table>} by each line that belongs to one
 */
export function tables(lines) {
  /** @type {Map<number, Table>} */
  const found = new Map()
  for (let first = 0; first < lines.length; first++) {
    const separator = separatorOf(lines[first])
    let end = first
    while (end < lines.length && separator && separatorOf(lines[end]) === separator) end++
    if (separator === "|" ? end > first : end - first >= FEWEST_ROWS) {
      const table = read(lines, first, end, separator)
      for (let line = first; line < end; line++) found.set(line, table)
      first = end - 1
    }
  }
  return found
}

/** @param {string} line */
function separatorOf(line) {
  if (BARS.test(line)) return "|"
  return /\S\t+\S/.test(line) ? "\t" : ""
}

/**
 * @param {string[]} lines
 * @param {number} first
 * @param {number} end
 * @param {string} separator
 * @returns {Table}
 */
function read(lines, first, end, separator) {
  const heads = lines[first].split(separator)
  const named = heads.findIndex((cell) => HEAD.test(cell.trim()))
  const ruled = end - first > 1 && RULE.test(lines[first + 1]) && separator === "|"
  const body = ruled ? first + 2 : named >= 0 ? first + 1 : first
  return { first, end, separator, body, column: named >= 0 ? named : likeliest(lines.slice(body, end), separator) }
}

/**
 * The column whose cells ask most; of several the one with the longest cells.
 * @param {string[]} lines
 * @param {string} separator
 */
function likeliest(lines, separator) {
  /** @type {number[]} */
  const worth = []
  for (const line of lines)
    for (const [column, cell] of line.split(separator).entries())
      worth[column] = (worth[column] ?? 0) + (asks(cell) ? 20 : 0) + Math.min(cell.trim().length, 30)
  return worth.indexOf(Math.max(...worth))
}
