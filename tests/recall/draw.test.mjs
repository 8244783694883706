// Five questions from a job's path, by a seed, over the index that Python built; and the report on them.
import assert from "node:assert/strict"
import { test } from "node:test"
import { draw, isSeed, newSeed, weights } from "../../web/mock/draw.js"
import { duration, markdown } from "../../web/mock/report.js"
import { index, questionOf } from "./index.mjs"

const JOBS = Object.keys(index.paths).filter((key) => index.paths[key].kind === "岗位")
const seeds = Array.from({ length: 200 }, (_, i) => `seed${i}`)

test("each job's interview has an opener, two core questions, a chain, and code or a design", () => {
  assert.ok(JOBS.length >= 5)
  for (const job of JOBS)
    for (const seed of seeds) {
      const drawn = draw(index, job, seed)
      assert.deepEqual(
        drawn.map(({ kind }) => kind),
        ["opener", "core", "core", "chain", "last"],
        `${job} ${seed}`,
      )
      assert.equal(new Set(drawn.map(({ id }) => id)).size, 5)
      assert.match(drawn[4].id, /^(code|sd)-/)
      const [opener, first, second] = drawn.map(({ id }) => questionOf(id))
      assert.ok(/^project-/.test(opener.id) || (opener.level === "基础" && opener.frequency === "高"), opener.id)
      assert.notEqual(first.topic, second.topic)
      for (const { id } of drawn.slice(1, 4)) assert.doesNotMatch(id, /^(code|sd|project)-/)
      for (const { id } of drawn.slice(0, 4)) assert.ok(index.paths[job].questions.includes(id))
    }
})

test("a chain goes on along the follow-ups, and comes back to nothing", () => {
  for (const job of JOBS)
    for (const seed of seeds) {
      const drawn = draw(index, job, seed)
      const { id, steps } = drawn[3]
      assert.ok(steps.length > 0)
      const met = new Set(drawn.map((one) => one.id))
      let from = id
      for (const step of steps) {
        assert.equal(step.from, from)
        assert.equal(questionOf(from).next?.[step.place], step.id)
        assert.ok(!met.has(step.id))
        // It ends at a follow-up without a page only where there is no other page to go on to.
        if (!step.id)
          assert.ok(
            questionOf(from).next?.every((id) => !id || met.has(id)),
            from,
          )
        met.add(step.id || from)
        from = step.id
      }
    }
})

test("where a path has hardly any code or design, what is often asked of code stands in", () => {
  const own = "code-mha"
  const few = { ...index, paths: { job: { title: "", kind: "岗位", questions: ["kv-cache", own] } } }
  const last = new Set(seeds.map((seed) => draw(few, "job", seed).at(-1)?.id ?? ""))
  assert.ok(last.has(own) && last.size > 1, [...last].join())
  for (const id of last) assert.ok(id === own || (/^code-/.test(id) && questionOf(id).frequency === "高"), id)
})

test("the same seed is the same interview, another one another", () => {
  for (const job of JOBS) {
    assert.deepEqual(draw(index, job, "k3f9q2"), draw(index, job, "k3f9q2"))
    const different = new Set(seeds.map((seed) => JSON.stringify(draw(index, job, seed))))
    assert.ok(different.size > 195, `${job}: ${different.size}`)
  }
})

test("what is asked more often is drawn more often, as often as its weight says", () => {
  const weight = weights(index.questions)
  const path = index.paths["post-training"].questions
    .map((id) => questionOf(id))
    .filter(({ id }) => !/^(code|sd|project)-/.test(id))
  const total = path.reduce((sum, one) => sum + weight(one), 0)
  const times = new Map()
  const many = 4000
  for (let i = 0; i < many; i++) {
    const first = draw(index, "post-training", `s${i}`)[1].id
    times.set(first, (times.get(first) ?? 0) + 1)
  }
  // The others may have been drawn before, as the opener.
  const usual = path.filter((one) => !(one.level === "基础" && one.frequency === "高"))
  for (const one of usual.filter((one) => weight(one) > 15)) {
    const expected = (many * weight(one)) / total
    // Four standard deviations, and a little for what the opener took away from the others.
    assert.ok(
      Math.abs(times.get(one.id) - expected) < 4 * Math.sqrt(expected) + 0.15 * expected,
      `${one.id}: ${times.get(one.id)} of ${expected}`,
    )
  }
})

test("a count that cannot be relied on weighs like the middle one of its frequency", () => {
  const weight = weights([
    { frequency: "高", asked: 30 },
    { frequency: "高", asked: 40 },
    { frequency: "高", asked: 90 },
    { frequency: "中", asked: 9 },
  ])
  assert.equal(weight({ frequency: "高" }), 40)
  assert.equal(weight({ frequency: "中" }), 9)
  assert.equal(weight({ frequency: "低" }), 1)
  assert.equal(weight({ frequency: "低", asked: 0 }), 1)
  for (const id of [
    "ml-trees",
    "auc-gauc-f1",
    ...index.questions.map(({ id }) => id).filter((one) => /^(project|sd)-/.test(one)),
  ])
    assert.equal(questionOf(id).asked, undefined, id)
})

test("a question that is added to a path changes few interviews", () => {
  const more = {
    ...index,
    paths: {
      ...index.paths,
      job: { ...index.paths.inference, questions: [...index.paths.inference.questions, "muon"] },
    },
  }
  const same = seeds.filter(
    (seed) => JSON.stringify(draw(more, "job", seed)) === JSON.stringify(draw(index, "inference", seed)),
  )
  assert.ok(same.length > 0.8 * seeds.length, String(same.length))
})

test("a path with too little gives what it has", () => {
  const few = (/** @type {string[]} */ questions) =>
    draw(
      { ...index, questions: questions.map(questionOf), paths: { job: { title: "", kind: "岗位", questions } } },
      "job",
      "a",
    ).map(({ kind }) => kind)
  assert.deepEqual(few(["kv-cache"]), ["opener"])
  assert.deepEqual(few([]), [])
  assert.deepEqual(draw(index, "no-such-path", "a"), [])
  assert.deepEqual(draw(index, "constructor", "a"), [])
})

test("seeds are short and plain", () => {
  for (let i = 0; i < 50; i++) assert.ok(isSeed(newSeed()) && newSeed().length === 6)
  for (const wrong of [null, "", "A", "<b>", "a".repeat(17), "种子"]) assert.equal(isSeed(wrong), false)
})

test("the report says what was asked, how long it took and how it went", () => {
  /** @param {number} seconds @param {string} notes @param {number} grade */
  const given = (seconds, notes, grade) => ({ seconds, notes, grade })
  /** @type {import("../../web/mock/report.js").ReportRow[]} */
  const rows = [
    {
      drawn: { kind: "opener", id: "a", steps: [] },
      title: "为什么 a<b？",
      followUps: [],
      link: "https://example.com/q/a/",
      given: given(65, "先说 *结论*\n再说理由\n", 3),
    },
    {
      drawn: { kind: "chain", id: "b", steps: [] },
      title: "乙",
      followUps: ["丙 $x$？"],
      link: "https://example.com/q/b/",
      given: given(5, "", 0),
    },
  ]
  const text = markdown({ job: "推理", date: "2026-11-29", link: "https://example.com/mock/?path=p&seed=s", rows })
  assert.equal(
    text,
    `# 模拟面试：推理

- 日期：2026-11-29
- 同一套题：https://example.com/mock/?path=p&seed=s
- 用时：1 分 10 秒
- 自评：好、没有评

## 1. 开场：为什么 a\\<b？

- 自评：好；用时 1 分 5 秒
- 答案：https://example.com/q/a/

先说 *结论*
再说理由

## 2. 连着追问：乙

- 自评：没有评；用时 5 秒
- 追问：丙 \\$x\\$？
- 答案：https://example.com/q/b/
`,
  )
  assert.equal(duration(0), "0 秒")
})
