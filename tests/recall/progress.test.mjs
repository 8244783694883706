// Progress as a value: joined by time, written and read again, refused when damaged.
import assert from "node:assert/strict"
import { test } from "node:test"
import { Damaged, add, code, empty, followed, merge, of, parse, read, set, text } from "../../web/practice/progress.js"

const T = Date.UTC(2026, 10, 29, 12)
/** @typedef {import("../../web/practice/progress.js").Progress} Progress */
/** @param {string} id @param {[time: number, grade: number][]} grades */
const graded = (id, ...grades) => add(empty(), id, { grades })

/**
 * Numbers that are the same in every run.
 * @param {number} seed
 * @returns {Generator<number, never>}
 */
function* numbers(seed) {
  for (let state = seed; ; ) yield (state = (Math.imul(state, 1664525) + 1013904223) >>> 0)
}

/**
 * Some progress, with times that meet now and then.
 * @param {number} seed
 * @returns {Progress}
 */
function some(seed) {
  const next = numbers(seed)
  const pick = (/** @type {number} */ count) => (next.next().value >>> 8) % count
  let progress = empty()
  for (let i = 0; i < 30; i++)
    progress = add(progress, `q-${pick(6)}`, {
      grades: [[T + pick(20), pick(5)]],
      written: [[T + pick(20), `想法 ${pick(9)}`]],
      reset: pick(3),
    })
  return { ...progress, interview: [`2026-12-0${1 + pick(9)}`, pick(5)], daily: [pick(20), pick(5)] }
}

test("two copies are joined, and neither side loses a grade or a text", () => {
  const phone = add(graded("a", [T, 3]), "b", { grades: [[T + 5, 1]], written: [[T + 5, "在手机上写的"]] })
  const desk = add(graded("a", [T + 9, 2]), "c", { written: [[T, "在电脑上写的"]] })
  const both = merge(phone, desk)
  assert.deepEqual(of(both, "a").grades, [
    [T, 3],
    [T + 9, 2],
  ])
  assert.deepEqual(of(both, "b"), of(phone, "b"))
  assert.deepEqual(of(both, "c"), of(desk, "c"))
})

test("the order of joining, and joining twice, change nothing", () => {
  for (let seed = 1; seed < 40; seed++) {
    const [a, b, c] = [some(seed), some(seed + 100), some(seed + 200)]
    assert.deepEqual(merge(a, b), merge(b, a))
    assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)))
    assert.deepEqual(merge(merge(a, b), b), merge(a, b))
    assert.deepEqual(merge(a, empty()), merge(empty(), a))
  }
})

test("every grade of either side is there afterwards, unless it was taken back", () => {
  for (let seed = 1; seed < 40; seed++) {
    const [one, other] = [some(seed), some(seed + 100)]
    const both = merge(one, other)
    for (const side of [one, other])
      for (const [id, entry] of Object.entries(side.questions))
        for (const [time] of entry.grades) assert.ok(of(both, id).grades.some(([at]) => at === time))
  }
})

test("a grade that was taken back stays so when an older copy comes back", () => {
  const old = graded("a", [T, 4])
  const after = add(old, "a", { grades: [[T, 0]] })
  assert.deepEqual(of(merge(old, after), "a").grades, [[T, 0]])
  assert.deepEqual(of(merge(after, old), "a").grades, [[T, 0]])
})

test("of two texts of one moment the longer stays, whichever side it comes from", () => {
  const [short, long] = ["写完", "写了一半，又写了一段"].map((said) => add(empty(), "a", { written: [[T, said]] }))
  assert.ok("写完" > "写了一半")
  assert.deepEqual(of(merge(short, long), "a"), of(long, "a"))
  assert.deepEqual(of(merge(long, short), "a"), of(long, "a"))
})

test("the later choice of a setting counts, and a new round stays one", () => {
  /** @type {Progress} */
  const a = { ...empty(), interview: ["2026-12-24", T], daily: [5, T + 1] }
  /** @type {Progress} */
  const b = { ...empty(), interview: ["", T + 1], daily: [20, T] }
  assert.deepEqual(merge(a, b).interview, ["", T + 1])
  assert.deepEqual(merge(b, a).daily, [5, T + 1])
  assert.equal(of(merge(add(empty(), "a", { reset: T }), graded("a", [T - 1, 3])), "a").reset, T)
})

test("a setting can be chosen anew after one that was chosen while the clock was ahead", () => {
  const ahead = T + 4 * 365 * 86_400_000
  /** @type {Progress} */
  const before = { ...empty(), daily: [25, ahead] }
  const after = { ...before, daily: set(before.daily, 7, T) }
  assert.equal(merge(after, before).daily[0], 7)
  assert.deepEqual(set([25, T], 7, ahead), [7, ahead])
  // However far: it can be read again.
  const last = { ...empty(), daily: set([25, 1e14 - 1], 7, T) }
  assert.deepEqual(parse(text(last)), last)
})

test("a file and a code bring back what was there", async () => {
  for (let seed = 1; seed < 10; seed++) {
    const progress = some(seed)
    assert.deepEqual(await read(text(progress)), progress)
    const made = await code(progress)
    assert.match(made, /^AB1\.[A-Za-z0-9_-]+$/)
    assert.deepEqual(await read(`  ${made.replace(/(.{60})/g, "$1\n")}\n`), progress)
    assert.deepEqual(await read(`\ufeff${text(progress)}\r\n`), progress)
  }
})

test("a code that lost its end, or in which a letter changed, is refused with a sentence", async () => {
  const made = await code(some(7))
  for (const wrong of [
    made.slice(0, -1),
    made.slice(0, made.length / 2),
    "AB1.",
    "AB1.%%%",
    made.replace(/.(?=.{9}$)/, (one) => (one === "A" ? "B" : "A")),
  ])
    await assert.rejects(read(wrong), (error) => error instanceof Damaged && /文字码/.test(error.message), wrong)
})

test("anything else is refused with a sentence that says what is wrong", async () => {
  const whole = JSON.parse(text(some(3)))
  const [id] = Object.keys(whole.questions)
  const entry = (/** @type {object} */ more) => ({ ...whole, questions: { [id]: { ...whole.questions[id], ...more } } })
  /** @type {[given: string | object, says: RegExp][]} */
  const wrong = [
    ["", /认不出/],
    ["你好", /认不出/],
    [text(some(3)).slice(0, -9), /不完整/],
    ["{}", /不是练习的进度/],
    [{ ...whole, answerbook: "别的" }, /不是练习的进度/],
    [{ ...whole, version: 2 }, /更新的版本（2）/],
    [{ ...whole, version: "1" }, /版本/],
    [{ ...whole, questions: [] }, /题目/],
    [{ ...whole, questions: { "../x": whole.questions[id] } }, /编号/],
    [entry({ grades: [[T, 5]] }), new RegExp(id)],
    [entry({ grades: [[T, "3"]] }), new RegExp(id)],
    [entry({ grades: [[-1, 3]] }), new RegExp(id)],
    // No clock shows it: 1e14 ms are three thousand years.
    [entry({ grades: [[1e14, 3]] }), new RegExp(id)],
    [entry({ grades: [[T + 0.5, 3]] }), new RegExp(id)],
    [entry({ grades: null }), new RegExp(id)],
    [entry({ written: [[T, 3]] }), new RegExp(id)],
    [entry({ written: [[T, "长".repeat(4001)]] }), new RegExp(id)],
    [entry({ reset: null }), new RegExp(id)],
    [{ ...whole, interview: ["明天", 1] }, /日子/],
    [{ ...whole, daily: [-1, 1] }, /新题/],
    [{ ...whole, daily: [1001, 1] }, /新题/],
    [{ ...whole, questions: { "lora-rank": null } }, /lora-rank/],
  ]
  for (const [given, says] of wrong) {
    const written = typeof given === "string" ? given : JSON.stringify(given)
    await assert.rejects(
      read(written),
      (error) => error instanceof Damaged && says.test(error.message),
      written.slice(0, 80),
    )
  }
})

test("a file is read that an editor has saved with a mark in front and line breaks behind", async () => {
  const progress = graded("a", [T, 3])
  assert.deepEqual(await read(`\ufeff${text(progress)}\r\n`), progress)
})

test("a thousand new questions a day can be asked for", async () => {
  assert.deepEqual((await read(text({ ...empty(), daily: [1000, T] }))).daily, [1000, T])
})

test("names that objects have of their own are no questions, and what was never practised is empty", () => {
  assert.deepEqual(of(empty(), "constructor").grades, [])
  assert.deepEqual(of(parse(text(graded("constructor", [T, 2]))), "constructor").grades, [[T, 2]])
})

test("what was known of an answer that moved is known of the one in its place", () => {
  const progress = merge(graded("old", [T, 3]), graded("new", [T + 1, 2]))
  const after = followed(progress, { old: "new", other: "new" })
  assert.deepEqual(after.questions, {
    new: {
      grades: [
        [T, 3],
        [T + 1, 2],
      ],
      written: [],
      reset: 0,
    },
  })
  // An old copy that is imported later is no other.
  assert.deepEqual(followed(merge(after, progress), { old: "new" }).questions, after.questions)
})
