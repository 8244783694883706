/** The report of a mock interview as Markdown. Knows no page. */

import { GRADES } from "../practice/words.js"
import { KINDS } from "./draw.js"

/** @typedef {import("./draw.js").Drawn} Drawn */
/** seconds: how long the reader answered; grade: 1 to 4, 0 for none
 * @typedef {{ seconds: number, notes: string, grade: number }} Given */
/** @typedef {{ drawn: Drawn, title: string, followUps: string[], link: string, given: Given }} ReportRow */

/**
 * @param {{ job: string, date: string, link: string, rows: ReportRow[] }} interview link: the address of the same draw
 * @returns {string}
 */
export function markdown({ job, date, link, rows }) {
  const seconds = rows.reduce((sum, { given }) => sum + given.seconds, 0)
  const about = [
    `- 日期：${date}`,
    `- 同一套题：${link}`,
    `- 用时：${duration(seconds)}`,
    `- 自评：${rows.map(({ given }) => graded(given)).join("、")}`,
  ]
  return [`# 模拟面试：${escaped(job)}`, about.join("\n"), ...rows.map(section)].join("\n\n") + "\n"
}

/**
 * @param {ReportRow} row
 * @param {number} i
 */
function section({ drawn, title, followUps, link, given }, i) {
  const facts = [
    `- 自评：${graded(given)}；用时 ${duration(given.seconds)}`,
    ...followUps.map((text) => `- 追问：${escaped(text)}`),
    `- 答案：${link}`,
  ]
  return [`## ${i + 1}. ${KINDS[drawn.kind].name}：${escaped(title)}`, facts.join("\n"), given.notes.trim()]
    .filter(Boolean)
    .join("\n\n")
}

/** @param {Given} given */
const graded = ({ grade }) => GRADES[grade - 1] ?? "没有评"

/**
 * @param {number} seconds
 * @returns {string} "3 分 5 秒"
 */
export function duration(seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`
}

/** @param {string} text what Markdown would read as marks stays text */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~$]/g, "\\$&")
}
