// When questions come back, and that all have come back before the interview.
import assert from "node:assert/strict"
import { test } from "node:test"
import { DAY, LAST_DAYS, counted, dateOf, dayOf, dayOfDate, due, state } from "../../web/practice/schedule.js"

const T = Date.UTC(2026, 10, 29, 4)
/** @typedef {import("../../web/practice/progress.js").ReviewHistory} ReviewHistory */
/** @param {[time: number, grade: number][]} grades @returns {ReviewHistory} */
const entry = (grades, reset = 0) => ({ grades, written: [], reset })
const HOUR = DAY / 24
// Long after all of them.
const LATER = T + 4000 * DAY
/** @param {[time: number, grade: number][]} grades what is known after them */
const after = (...grades) => state(entry(grades), LATER) ?? assert.fail("nothing is known")

test("the better the answer, the longer until it comes back", () => {
  const days = [1, 2, 3, 4].map((grade) => after([T, grade]).days)
  assert.deepEqual(days, [1, 2, 3, 8])
})

test("intervals grow with each recall, and a failure begins again", () => {
  /** @type {[time: number, grade: number][]} */
  const tries = [[T, 3]]
  /** @type {number[]} */
  const days = []
  for (let i = 0; i < 5; i++) {
    const { days: next } = after(...tries)
    days.push(next)
    tries.push([tries[i][0] + next * DAY, 3])
  }
  assert.ok(
    days.every((one, i) => i === 0 || one > 1.5 * days[i - 1]),
    String(days),
  )
  const { days: again } = after(...tries, [tries[5][0] + 10 * DAY, 1])
  assert.ok(again < days[4] / 4, String(again))
})

test("a second try within the same hours changes nothing, the first one of the next day does", () => {
  const once = after([T, 1])
  assert.deepEqual(after([T, 1], [T + HOUR, 4]), once)
  assert.equal(after([T, 1], [T + DAY, 3]).tries, 2)
})

test("a try counts as another one from eight hours after the last", () => {
  assert.equal(
    counted(
      entry([
        [T, 3],
        [T + 8 * HOUR - 1, 2],
      ]),
      LATER,
    ).length,
    1,
  )
  assert.equal(
    counted(
      entry([
        [T, 3],
        [T + 8 * HOUR, 2],
      ]),
      LATER,
    ).length,
    2,
  )
})

test("grades that were taken back, or belong to an earlier round, do not count", () => {
  assert.deepEqual(
    counted(
      entry([
        [T, 0],
        [T + HOUR, 3],
      ]),
      LATER,
    ),
    [[T + HOUR, 3]],
  )
  assert.equal(state(entry([[T, 4]], T), LATER), undefined)
  assert.deepEqual(
    counted(
      entry(
        [
          [T, 4],
          [T + DAY, 2],
        ],
        T,
      ),
      LATER,
    ),
    [[T + DAY, 2]],
  )
})

test("what was graded while the clock was years ahead does not keep a question away until then", () => {
  const ahead = T + 1500 * DAY
  assert.equal(state(entry([[ahead, 4]]), T), undefined)
  assert.deepEqual(
    state(
      entry([
        [T, 3],
        [ahead, 4],
      ]),
      T,
    ),
    after([T, 3]),
  )
  assert.deepEqual(state(entry([[T, 3]], ahead), T), after([T, 3]))
  // Two devices may differ by a little.
  assert.equal(state(entry([[T + HOUR, 3]]), T)?.tries, 1)
})

test("a day begins at four in the morning, and its date is the reader's", () => {
  const at = (/** @type {number} */ hour) => new Date(2026, 10, 29, hour).getTime()
  assert.equal(dateOf(dayOf(at(5))), "2026-11-29")
  assert.equal(dateOf(dayOf(at(23))), "2026-11-29")
  assert.equal(dateOf(dayOf(at(3))), "2026-11-28")
  assert.equal(dayOfDate("2026-11-29"), dayOf(at(12)))
  assert.equal(dayOfDate(""), undefined)
  assert.equal(dayOfDate("2026-02-31x"), undefined)
})

test("before an interview everything that is known comes back once more in the last days, evenly", () => {
  const interview = 100
  /** @type {Map<number, number>} */
  const days = new Map()
  for (let i = 0; i < 700; i++) {
    const day = due(`question-${i}`, { last: 60, days: 90, tries: 3 }, interview)
    assert.ok(day < interview && day >= interview - LAST_DAYS, String(day))
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  assert.equal(days.size, LAST_DAYS)
  for (const count of days.values()) assert.ok(count > 60 && count < 140, String(count))
})

test("what comes back earlier anyway, or was tried in the last days, is left as it is", () => {
  assert.equal(due("a", { last: 60, days: 10, tries: 1 }, 100), 70)
  assert.equal(due("a", { last: 99, days: 20, tries: 1 }, 100), 119)
  assert.equal(due("a", { last: 60, days: 90, tries: 1 }, undefined), 150)
})
