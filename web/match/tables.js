/** Tables in a post, with bars or as they come out of a spreadsheet, with tabs or commas: which column holds the questions. */

import { asks } from "./lines.js"

/** @typedef {{ first: number, end: number, separator: string, column: number, body: number }} Table lines from first to before end; body: the first line below the head */

const BARS = /^\s*\|.*\|\s*$/
const RULE = /^[\s|:-]+$/
const HEAD =
  /^\W*(?:面试)?(?:问题|問題|题目|題目|考题|考點|考点|问了?(?:什么|啥)|内容|內容|question|topic|name|title|名称|标题).{0,6}$/i
// Two lines with tabs or commas are no table yet.
const FEWEST_ROWS = 3
const LONGEST_HEAD = 60

/**
 * @param {string[]} lines of a post
 * @returns {Map<number, Table>} by each line that belongs to one
 */
export function tables(lines) {
  /** @type {Map<number, Table>} */
  const found = new Map()
  for (let first = 0; first < lines.length; first++) {
    const separator = separatorOf(lines[first]) || (isHead(lines[first]) ? "," : "")
    const fewest = separator === "," ? cellsOf(lines[first], separator).length : 0
    let end = first
    while (end < lines.length && separator && goesOn(lines[end], separator, fewest)) end++
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

/** @param {string} line whether it names the columns of a table with commas */
function isHead(line) {
  const cells = line.length > LONGEST_HEAD ? [] : cellsOf(line, ",")
  return cells.length > 2 && cells.some(({ text }) => HEAD.test(text.trim()))
}

/**
 * @param {string} line
 * @param {string} separator
 * @param {number} fewest cells of a line, where commas part them
 */
const goesOn = (line, separator, fewest) =>
  separator === "," ? cellsOf(line, separator).length >= fewest : separatorOf(line) === separator

/**
 * @param {string} line
 * @param {string} separator
 * @returns {{ text: string, at: number }[]} its cells and where they begin; a comma in quotation marks parts nothing
 */
export function cellsOf(line, separator) {
  const cells = []
  let start = 0
  let quoted = false
  for (let i = 0; i <= line.length; i++) {
    if (separator === "," && line[i] === '"') quoted = !quoted
    if (i < line.length && (quoted || line[i] !== separator)) continue
    cells.push({ text: line.slice(start, i), at: start })
    start = i + 1
  }
  return cells
}

/**
 * @param {string[]} lines
 * @param {number} first
 * @param {number} end
 * @param {string} separator
 * @returns {Table}
 */
function read(lines, first, end, separator) {
  const named = cellsOf(lines[first], separator).findIndex(({ text }) => HEAD.test(text.trim()))
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
    for (const [column, { text }] of cellsOf(line, separator).entries())
      worth[column] = (worth[column] ?? 0) + (asks(text) ? 20 : 0) + Math.min(text.trim().length, 30)
  return worth.indexOf(Math.max(...worth))
}
