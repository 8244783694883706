/** Which questions a reader practises today, in which order. Knows no page. */

import { of } from "./progress.js"
import { counted, dayOf, dayOfDate, due, state } from "./schedule.js"
import { FREQUENCIES } from "./words.js"

/** @typedef {import("./progress.js").Progress} Progress */
/** @typedef {{ id: string, title: string, topic: string, level: string, frequency: string, asked?: number, next?: string[] }} Question asked: how often it was counted; next: the ids of its follow-ups, "" for one without a page */
/** @typedef {{ title: string, kind: string, questions: string[] }} Path */
/** @typedef {{ questions: Question[], topics: Record<string, string>, paths: Record<string, Path>, collections: Record<string, string[]>, moved: Record<string, string> }} PracticeIndex */
/** from: "all", "topics", "path:KEY", "collection:KEY" or "ids"
 * @typedef {{ from: string, topics: string[], frequencies: string[], ids: string[] }} Choice */
/** due: what comes back today; fresh: what is new today; unseen: all that is new; seen: what has been tried; next: the first day after today with something due
 * @typedef {{ due: string[], fresh: string[], unseen: number, seen: number, next: number | undefined }} Session */

const MOST_IDS = 300

/**
 * The choice that an address tells, and what it leaves open.
 * @param {URLSearchParams} address
 * @returns {Choice}
 */
export function chosen(address) {
  const list = (/** @type {string} */ name) => (address.get(name) ?? "").split(",").filter(Boolean).slice(0, MOST_IDS)
  const frequencies = FREQUENCIES.filter((one) => list("frequency").includes(one))
  const ids = list("ids")
  const from = ids.length ? "ids" : list("topic").length ? "topics" : (address.get("from") ?? "all")
  return { from, topics: list("topic"), frequencies: frequencies.length ? frequencies : ["高", "中"], ids }
}

/**
 * The same choice as an address.
 * @param {Choice} choice
 * @returns {URLSearchParams}
 */
export function address({ from, topics, frequencies, ids }) {
  const made = new URLSearchParams()
  if (from === "ids") made.set("ids", ids.join(","))
  else if (from === "topics") made.set("topic", topics.join(","))
  else if (from !== "all") made.set("from", from)
  if (frequencies.join() !== "高,中") made.set("frequency", frequencies.join(","))
  return made
}

/**
 * The chosen questions, the most asked first; those that were named one by one as they were named.
 * @param {PracticeIndex} index
 * @param {Choice} choice
 * @returns {Question[]}
 */
export function selected(index, choice) {
  const { ids } = choice
  if (choice.from === "ids") {
    const known = new Map(index.questions.map((question) => [question.id, question]))
    const named = ids.map((id) => known.get(index.moved[id] ?? id)).filter((one) => one !== undefined)
    return [...new Set(named)]
  }
  const [kind, key] = choice.from.split(":")
  const within =
    kind === "path"
      ? new Set(index.paths[key]?.questions)
      : kind === "collection"
        ? new Set(index.collections[key])
        : undefined
  const topics = new Set(choice.topics)
  const fits = (/** @type {Question} */ { id, topic, frequency }) =>
    choice.frequencies.includes(frequency) && (within ? within.has(id) : kind !== "topics" || topics.has(topic))
  return index.questions.filter(fits).sort(moreAsked)
}

/**
 * The command that prints the chosen questions as a PDF, in this order.
 * @param {PracticeIndex} index
 * @param {Choice} choice
 */
export const asCommand = (index, choice) =>
  `python3 book.py pdf --questions ${selected(index, choice)
    .map(({ id }) => id)
    .join(",")}`

/**
 * @param {Question} a
 * @param {Question} b
 */
function moreAsked(a, b) {
  return FREQUENCIES.indexOf(a.frequency) - FREQUENCIES.indexOf(b.frequency) || (b.asked ?? -1) - (a.asked ?? -1)
}

/**
 * @param {Question[]} questions
 * @param {Progress} progress
 * @param {number} now
 * @param {boolean} all no limit on what is new
 * @returns {Session}
 */
export function plan(questions, progress, now, all = false) {
  const today = dayOf(now)
  const interview = interviewDay(progress, now)
  /** @type {[number, string][]} */
  const known = []
  /** @type {string[]} */
  const unseen = []
  for (const { id } of questions) {
    const tried = state(of(progress, id), now)
    if (tried) known.push([due(id, tried, interview), id])
    else unseen.push(id)
  }
  const back = known.filter(([day]) => day <= today).sort(([a], [b]) => a - b)
  const later = known.map(([day]) => day).filter((day) => day > today)
  return {
    due: back.map(([, id]) => id),
    fresh: all ? unseen : unseen.slice(0, Math.max(0, progress.daily[0] - begun(progress, now))),
    unseen: unseen.length,
    seen: known.length,
    next: later.length ? Math.min(...later) : undefined,
  }
}

/**
 * How many questions were new on a day.
 * @param {Progress} progress
 * @param {number} now a time of that day
 */
function begun(progress, now) {
  const first = (/** @type {import("./progress.js").ReviewHistory} */ entry) => counted(entry, now)[0]?.[0]
  return Object.values(progress.questions).filter((entry) => dayOf(first(entry) ?? 0) === dayOf(now)).length
}

/**
 * The day of the interview, while it is still to come.
 * @param {Progress} progress
 * @param {number} now
 * @returns {number | undefined}
 */
export function interviewDay(progress, now) {
  const day = dayOfDate(progress.interview[0])
  return day !== undefined && day > dayOf(now) ? day : undefined
}

/**
 * How many new questions a day it takes to have seen all of them three days before the interview, when there are so many.
 * @param {number} unseen
 * @param {number} days until the interview
 */
export function needed(unseen, days) {
  return Math.ceil(unseen / Math.max(1, days - 3))
}
