/** When a question comes back: FSRS on its grades, and the day of the interview, by which everything has to have come back. */

import { createEmptyCard, fsrs } from "ts-fsrs"
import { hash } from "./hash.js"

/** @typedef {import("./progress.js").ReviewHistory} ReviewHistory */
/** @typedef {{ last: number, days: number, tries: number }} State last: the day of the last try; days: the interval from there; tries: how many count */

export const DAY = 86_400_000
/** Over these last days before the interview what is known comes back once more, spread evenly. */
export const LAST_DAYS = 7
// Whoever sits up late is still in the same day.
const DAYBREAK = 4 * 3_600_000
// What is dated further ahead was written while a clock was wrong: until then it does not count.
const AHEAD = DAY
// A second try so soon shows that the answer was just read, not that it is known.
const SAME_TRY = 8 * 3_600_000
// Whole days only: answers are long, and nobody says one again after ten minutes.
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false })

/**
 * The number of the reader's day.
 * @param {number} time in milliseconds since 1970
 */
export function dayOf(time) {
  return Math.floor((time - new Date(time).getTimezoneOffset() * 60_000 - DAYBREAK) / DAY)
}

/**
 * The number of the calendar's day, which begins at midnight.
 * @param {number} time in milliseconds since 1970
 */
export const calendarDay = (time) => dayOf(time + DAYBREAK)

/**
 * The number of a date's day.
 * @param {string} date "2026-12-09"
 * @returns {number | undefined} undefined for "", and for a date that does not exist
 */
export function dayOfDate(date) {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time / DAY
}

/**
 * @param {number} day
 * @returns {string} "2026-12-09"
 */
export const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10)

/**
 * The grades that count: of this round, not taken back, and no second one of the same try.
 * @param {ReviewHistory} entry
 * @param {number} now
 * @returns {[number, number][]}
 */
export function counted({ grades, reset }, now) {
  const [first, last] = [reset <= now + AHEAD ? reset : 0, now + AHEAD]
  /** @type {[number, number][]} */
  const found = []
  for (const [time, grade] of grades) {
    const before = found.at(-1)
    const fits = grade > 0 && time > first && time <= last
    if (fits && (!before || time - before[0] >= SAME_TRY)) found.push([time, grade])
  }
  return found
}

/**
 * What the same grades gave before: of hundreds of questions one changes at a time.
 * @type {Map<string, State>}
 */
const known = new Map()

/**
 * @param {ReviewHistory} entry
 * @param {number} now
 * @returns {State | undefined} undefined for a question that is new
 */
export function state(entry, now) {
  const tries = counted(entry, now)
  if (!tries.length) return undefined
  const key = JSON.stringify(tries)
  const found = known.get(key) ?? computed(tries)
  known.set(key, found)
  return found
}

/**
 * @param {[number, number][]} tries
 * @returns {State}
 */
function computed(tries) {
  let card = createEmptyCard(new Date(tries[0][0]))
  for (const [time, grade] of tries)
    card = scheduler.next(card, new Date(time), /** @type {import("ts-fsrs").Grade} */ (grade)).card
  return { last: dayOf(tries[tries.length - 1][0]), days: card.scheduled_days, tries: tries.length }
}

/**
 * The day on which a question is due. One that would come back on the day of the interview or after it comes on one of
 * the last days before instead, unless it has been tried in them.
 * @param {string} id
 * @param {State} state
 * @param {number | undefined} interview its day
 */
export function due(id, { last, days }, interview) {
  if (interview === undefined || last + days < interview) return last + days
  const latest = interview - 1 - (hash(id) % LAST_DAYS)
  return last < latest ? latest : last + days
}
