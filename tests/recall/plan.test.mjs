// What is practised today, in which order, over the index that Python built.
import assert from "node:assert/strict"
import { test } from "node:test"
import { address, asCommand, chosen, interviewDay, needed, plan, selected } from "../../web/practice/plan.js"
import { add, empty } from "../../web/practice/progress.js"
import { DAY, dateOf, dayOf } from "../../web/practice/schedule.js"
import { index, questionOf } from "./index.mjs"

/** @typedef {import("../../web/practice/progress.js").Progress} Progress */
const NOW = new Date(2026, 10, 29, 12).getTime()
const ids = (/** @type {string} */ query) => selected(index, chosen(new URLSearchParams(query))).map(({ id }) => id)

test("without a choice what is asked often and sometimes is practised, the most asked first", () => {
  const found = ids("")
  assert.ok(found.length > 100)
  const places = found.map((id) => ["高", "中", "低"].indexOf(questionOf(id).frequency))
  assert.deepEqual(places, [...places].sort())
  assert.ok(!places.includes(2))
  const counts = selected(index, chosen(new URLSearchParams()))
    .filter((one) => one.frequency === "高")
    .map((one) => one.asked ?? -1)
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => b - a),
  )
})

test("topics, a path, a collection and a list are chosen in the address", () => {
  assert.deepEqual(new Set(ids("topic=peft,rlhf").map((id) => questionOf(id).topic)), new Set(["peft", "rlhf"]))
  assert.deepEqual(ids("from=path:inference&frequency=高,中,低").sort(), [...index.paths.inference.questions].sort())
  const [key] = Object.keys(index.collections)
  assert.deepEqual(ids(`from=collection:${key}&frequency=高,中,低`).sort(), [...index.collections[key]].sort())
  assert.deepEqual(ids("ids=lora-rank,kv-cache,no-such-question,attention-scaling,kv-cache"), [
    "kv-cache",
    "attention-scaling",
  ])
  assert.deepEqual(ids("from=path:no-such-path"), [])
})

test("an address says the choice again", () => {
  for (const query of ["", "topic=peft%2Crlhf", "from=path%3Ainference&frequency=%E9%AB%98", "ids=kv-cache%2Cgrpo"])
    assert.equal(address(chosen(new URLSearchParams(query))).toString(), query)
})

test("an answer that was merged is found under its old name", () => {
  const later = { ...index, moved: { "kv-cache-old": "kv-cache" } }
  const choice = chosen(new URLSearchParams("ids=kv-cache-old,grpo,kv-cache"))
  assert.deepEqual(
    selected(later, choice).map(({ id }) => id),
    ["kv-cache", "grpo"],
  )
})

test("an address names only so many questions, lest it keep the page busy", () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `q-${i}`)
  assert.deepEqual(chosen(new URLSearchParams({ ids: ids.join() })).ids, ids.slice(0, 300))
})

test("what has been due for longest comes first, wherever it stands", () => {
  const questions = ["kv-cache", "grpo", "lora-principle"].map(questionOf)
  let progress = empty()
  for (const [n, days] of [20, 60, 40].entries())
    progress = add(progress, questions[n].id, { grades: [[NOW - days * DAY, 1]] })
  assert.deepEqual(plan(questions, progress, NOW).due, ["grpo", "lora-principle", "kv-cache"])
})

test("new questions come as many a day as the reader wants, what is due comes first and always", () => {
  const questions = selected(index, chosen(new URLSearchParams()))
  /** @type {Progress} */
  let progress = { ...empty(), daily: [3, 1] }
  assert.deepEqual(
    plan(questions, progress, NOW).fresh,
    questions.slice(0, 3).map(({ id }) => id),
  )
  progress = add(progress, questions[0].id, { grades: [[NOW, 1]] })
  progress = add(progress, questions[5].id, { grades: [[NOW - 20 * DAY, 3]] })
  const found = plan(questions, progress, NOW)
  assert.deepEqual(found.due, [questions[5].id])
  assert.deepEqual(
    found.fresh,
    questions.slice(1, 3).map(({ id }) => id),
  )
  assert.equal(found.next, dayOf(NOW) + 1)
  assert.equal(found.seen, 2)
  assert.equal(plan(questions, progress, NOW + DAY).due.length, 2)
  assert.equal(plan(questions, progress, NOW, true).fresh.length, questions.length - 2)
})

test("an interview that is over no longer counts", () => {
  /** @param {number} days @returns {Progress} */
  const on = (days) => ({ ...empty(), interview: [dateOf(dayOf(NOW) + days), 1] })
  assert.equal(interviewDay(on(4), NOW), dayOf(NOW) + 4)
  assert.equal(interviewDay(on(0), NOW), undefined)
  assert.equal(interviewDay(empty(), NOW), undefined)
})

test("whoever practises until the interview has seen everything that was begun in its last week", () => {
  const questions = selected(index, chosen(new URLSearchParams("topic=peft,rlhf,inference")))
  const interview = dayOf(NOW) + 30
  /** @type {Progress} */
  let progress = { ...empty(), daily: [needed(questions.length, 30), 1], interview: [dateOf(interview), 1] }
  for (let day = 0; day < 30; day++) {
    const now = NOW + day * DAY
    const { due, fresh } = plan(questions, progress, now)
    for (const [i, id] of [...due, ...fresh].entries())
      progress = add(progress, id, { grades: [[now + i, 2 + ((i + day) % 3)]] })
  }
  const last = questions.map(({ id }) => progress.questions[id]?.grades.at(-1)?.[0])
  assert.ok(
    last.every((time) => time !== undefined && dayOf(time) >= interview - 7),
    String(questions.length),
  )
})

test("new questions are spread over the days until the interview but the last three", () => {
  assert.equal(needed(30, 13), 3)
  assert.equal(needed(31, 13), 4)
  assert.equal(needed(30, 2), 30)
})

test("the command for the PDF names the chosen questions in their order", () => {
  const command = asCommand(index, chosen(new URLSearchParams("topic=peft")))
  assert.equal(command, `python3 book.py pdf --questions ${ids("topic=peft").join(",")}`)
  assert.ok(ids("topic=peft").length > 1)
})

test("the next day of practice is the soonest that anything comes back", () => {
  const questions = selected(index, chosen(new URLSearchParams()))
  /** @type {Progress} */
  let progress = { ...empty(), daily: [3, 1] }
  progress = add(progress, questions[0].id, { grades: [[NOW, 4]] })
  progress = add(progress, questions[1].id, { grades: [[NOW, 1]] })
  assert.equal(plan(questions, progress, NOW).next, dayOf(NOW) + 1)
})
