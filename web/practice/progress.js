/**
 * What a reader has practised, as a value. Every grade is kept with its time, and schedules are made from the grades: so
 * two copies can be joined in any order, and neither loses anything.
 */

import { packed, unpacked } from "../deflate.js"

/**
 * grades: [time, grade] in the order of time; time in milliseconds since 1970, grade 1 to 4, 0 for one that was taken back.
 * written: [time, text] likewise. reset: grades up to this time belong to an earlier round.
 * @typedef {{ grades: [number, number][], written: [number, string][], reset: number }} ReviewHistory
 */
/**
 * settings: [value, time at which the reader chose it]; interview is a date ("2026-12-09") or "", daily the new questions a day.
 * @typedef {{ questions: Record<string, ReviewHistory>, interview: [string, number], daily: [number, number] }} Progress
 */

const VERSION = 1
export const LONGEST_TEXT = 4000
const DAILY = 10
const KIND = "practice"
const MOST_QUESTIONS = 20_000
const MOST_ENTRIES = 20_000
const LATEST = 1e14
const CODE = "AB1."
// More than any progress holds: a small code may unpack to a huge text.
const LONGEST = 20_000_000

/** What cannot be read, as a sentence for the reader. */
export class Damaged extends Error {}

/** @returns {Progress} */
export const empty = () => ({ questions: {}, interview: ["", 0], daily: [DAILY, 0] })

/** @returns {ReviewHistory} */
const untouched = () => ({ grades: [], written: [], reset: 0 })

/**
 * @param {Progress} progress
 * @param {string} id
 * @returns {ReviewHistory} what is known of a question; nothing of one that was never practised
 */
export const of = (progress, id) => (Object.hasOwn(progress.questions, id) ? progress.questions[id] : untouched())

/**
 * The progress with more in it.
 * @param {Progress} progress
 * @param {string} id
 * @param {Partial<ReviewHistory>} more
 */
export function add(progress, id, more) {
  return merge(progress, { ...empty(), questions: { [id]: { ...untouched(), ...more } } })
}

/**
 * Both, joined by time.
 * @param {Progress} a
 * @param {Progress} b
 * @returns {Progress}
 */
export function merge(a, b) {
  /** @type {Record<string, ReviewHistory>} */
  const questions = {}
  for (const id of [...new Set([...Object.keys(a.questions), ...Object.keys(b.questions)])].sort())
    questions[id] = joined(of(a, id), of(b, id))
  return { questions, interview: later(a.interview, b.interview), daily: later(a.daily, b.daily) }
}

/**
 * The progress on answers that moved, with those that took their place.
 * @param {Progress} progress
 * @param {Record<string, string>} moved new ids by old ones
 */
export function followed(progress, moved) {
  let found = progress
  for (const [old, id] of Object.entries(moved)) {
    if (!Object.hasOwn(found.questions, old)) continue
    const { [old]: entry, ...questions } = found.questions
    found = add({ ...found, questions }, id, entry)
  }
  return found
}

/**
 * @param {ReviewHistory} a
 * @param {ReviewHistory} b
 * @returns {ReviewHistory}
 */
function joined(a, b) {
  // One time, two grades: what was taken back stays so, else the worse counts. One time, two texts: the longer holds more.
  const grades = byTime(a.grades, b.grades, (one, other) => one < other)
  const written = byTime(
    a.written,
    b.written,
    (one, other) => one.length > other.length || (one.length === other.length && one > other),
  )
  return { grades, written, reset: Math.max(a.reset, b.reset) }
}

/**
 * @template T
 * @param {[number, T][]} a
 * @param {[number, T][]} b
 * @param {(one: T, other: T) => boolean} wins
 * @returns {[number, T][]}
 */
function byTime(a, b, wins) {
  /** @type {Map<number, T>} */
  const found = new Map(a)
  for (const [time, value] of b) {
    const known = found.get(time)
    if (known === undefined || wins(value, known)) found.set(time, value)
  }
  return [...found].sort(([one], [other]) => one - other)
}

/**
 * @template {string | number} T
 * @param {[T, number]} a
 * @param {[T, number]} b
 * @returns {[T, number]}
 */
function later(a, b) {
  return b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a
}

/**
 * A setting that the reader chooses now. It is the later choice even of one made while a clock was ahead.
 * @template {string | number} T
 * @param {[T, number]} before
 * @param {T} value
 * @param {number} now
 * @returns {[T, number]}
 */
export const set = (before, value, now) => [value, Math.min(Math.max(now, before[1] + 1), LATEST - 1)]

/**
 * The progress as a file.
 * @param {Progress} progress
 */
export function text(progress) {
  return JSON.stringify({ answerbook: KIND, version: VERSION, ...progress })
}

/**
 * The progress as one word that can be sent in a message.
 * @param {Progress} progress
 * @returns {Promise<string>}
 */
export async function code(progress) {
  // gzip carries a checksum: a code that lost its end, or a letter, is noticed.
  return CODE + (await packed(text(progress), "gzip"))
}

/**
 * The progress in a file or a code.
 * @param {string} given
 * @returns {Promise<Progress>}
 * @throws {Damaged} nothing of it is used then
 */
export async function read(given) {
  const bare = given.replace(/^\ufeff/, "").trim()
  if (bare.startsWith(CODE)) return parse(await decoded(bare.slice(CODE.length)))
  if (bare.startsWith("{")) return parse(bare)
  throw new Damaged(`认不出这份进度：文件应以“{”开头，文字码应以“${CODE}”开头`)
}

/**
 * @param {string} letters of a code, perhaps broken into lines on its way
 * @returns {Promise<string>}
 */
async function decoded(letters) {
  try {
    return await unpacked(letters.replace(/\s/g, ""), "gzip", LONGEST)
  } catch {
    throw new Damaged("这段文字码不完整，或者改动过；请重新复制整段")
  }
}

/**
 * The progress in the text of a file.
 * @param {string} given
 * @returns {Progress}
 * @throws {Damaged}
 */
export function parse(given) {
  let value
  try {
    value = JSON.parse(given)
  } catch {
    throw new Damaged("这份进度不完整，或者改动过，读不出来")
  }
  if (!isRecord(value) || value.answerbook !== KIND) throw new Damaged("这个文件不是练习的进度")
  if (!Number.isInteger(value.version) || value.version < 1) throw new Damaged("这份进度没有写明版本，不敢读")
  if (value.version > VERSION)
    throw new Damaged(`这份进度是更新的版本（${value.version}）写的，这一页只认得版本 ${VERSION}；请先换成最新的书`)
  if (!isRecord(value.questions) || Object.keys(value.questions).length > MOST_QUESTIONS)
    throw new Damaged("这份进度里没有题目的记录，或者太多")
  /** @type {Record<string, ReviewHistory>} */
  const questions = {}
  for (const [id, entry] of Object.entries(value.questions)) questions[id] = checked(id, entry)
  return merge(empty(), {
    questions,
    interview: setting(value.interview, isDate, "面试的日子"),
    daily: setting(value.daily, isCount, "每天的新题数"),
  })
}

/**
 * @param {string} id
 * @param {unknown} entry
 * @returns {ReviewHistory}
 */
function checked(id, entry) {
  if (!/^[a-z0-9-]{1,40}$/.test(id)) throw new Damaged(`“${id.slice(0, 40)}”不是题目的编号`)
  const fits = isRecord(entry) && isTime(entry.reset) && isList(entry.grades, isGrade) && isList(entry.written, isText)
  if (!fits) throw new Damaged(`题目 ${id} 的记录读不懂`)
  return { grades: entry.grades, written: entry.written, reset: entry.reset }
}

/**
 * @template {string | number} T
 * @param {unknown} value
 * @param {(value: unknown) => value is T} fits
 * @param {string} name
 * @returns {[T, number]}
 */
function setting(value, fits, name) {
  if (!Array.isArray(value) || value.length !== 2 || !fits(value[0]) || !isTime(value[1]))
    throw new Damaged(`${name}读不懂`)
  return [value[0], value[1]]
}

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value)

/** @param {unknown} value */
const isTime = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < LATEST

/** @param {unknown} value @param {(value: unknown) => boolean} fits */
const isList = (value, fits) =>
  Array.isArray(value) &&
  value.length <= MOST_ENTRIES &&
  value.every((one) => Array.isArray(one) && one.length === 2 && isTime(one[0]) && fits(one[1]))

/** @param {unknown} value */
const isGrade = (value) => value === 0 || value === 1 || value === 2 || value === 3 || value === 4

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= LONGEST_TEXT

/** @param {unknown} value @returns {value is string} */
const isDate = (value) => value === "" || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))

/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1000
