/** The rows of a post as texts to take away: for chats, as Markdown, as a command for the PDF. */

import { lasting } from "../site.js"

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Answer} Answer */

/** @param {Row} row the answer chosen for it, if any */
export const answerOf = (row) => row.results.find((result) => result.id === row.chosen)

/**
 * The answers of all rows, each once, in order.
 * @param {Row[]} rows
 * @returns {Answer[]}
 */
export function answersOf(rows) {
  const all = rows.flatMap((row) => [answerOf(row), ...row.also.map(({ answer }) => answer)])
  return [...new Map(all.flatMap((answer) => (answer ? [[answer.id, answer]] : []))).values()]
}

/**
 * @param {Row[]} rows
 * @param {Map<string, string>} shorts by id of the answer
 */
export function asText(rows, shorts) {
  return rows
    .map((row, i) =>
      [`${i + 1}. ${row.question}`, ...lines(row, shorts, ({ title, url }) => `${title}\n${lasting(url)}`)].join("\n"),
    )
    .join("\n\n")
}

/**
 * @param {Row[]} rows
 * @param {Map<string, string>} shorts
 */
export function asMarkdown(rows, shorts) {
  const written = (/** @type {Answer} */ { title, url }) => `[${title.replace(/[[\]\\]/g, "\\$&")}](${lasting(url)})`
  return rows
    .map((row, i) =>
      [
        `${i + 1}. **${row.question.replace(/[*_\\]/g, "\\$&")}**`,
        ...lines(row, shorts, written).map((line) => `   - ${line}`),
      ].join("\n"),
    )
    .join("\n")
}

/** @param {Row[]} rows */
export const asCommand = (rows) =>
  `python3 book.py pdf --questions ${answersOf(rows)
    .map(({ id }) => id)
    .join(",")}`

/**
 * @param {Row} row
 * @param {Map<string, string>} shorts
 * @param {(answer: Answer) => string} written
 */
function lines(row, shorts, written) {
  const answer = answerOf(row)
  const also = row.also.map(({ part, answer }) => `${part}：${written(answer)}`)
  if (!answer && !also.length) return ["（书里还没有）"]
  return [...(answer ? [written(answer), shorts.get(answer.id) ?? ""] : []), ...also].filter((line) => line !== "")
}
