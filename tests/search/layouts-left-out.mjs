// Reads {posts: [{text, spans}], weights, layout} as JSON and writes how many questions are found in the posts rewritten in that
// layout, divided by these weights, and how many rows are none; without posts only the names of the layouts.
import { text as read } from "node:stream/consumers"
import { split } from "../../web/match/split.js"
import { WEIGHTS } from "../../web/match/weights.js"
import { LAYOUTS } from "./layouts.mjs"
import { askedIn, Dice, posted } from "./variants.mjs"

/** @typedef {import("./fit.mjs").Post} Post */

const WHOLE = 0.6
const MOSTLY = 0.3
const FEWEST = 3
// Other numbers than in the fit.
const SEED = 7919

/** @param {string} text */
const letters = (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length

/** @param {Post} post @returns {{ questions: number, found: number, rows: number, spurious: number }} */
function counted({ text, spans }) {
  const rows = split(text).rows.filter(({ kind }) => kind !== "loose" && kind !== "faint")
  const shown = rows.map(({ pieces }) => {
    const share = (/** @type {[number, number]} */ [a, b]) =>
      pieces.reduce((sum, { text: own, at }) => {
        const [from, to] = [Math.max(a, at), Math.min(b, at + own.length)]
        return sum + (to > from ? letters(text.slice(from, to)) : 0)
      }, 0)
    const size = pieces.reduce((sum, { text }) => sum + letters(text), 0)
    const of = spans.filter((span) => share(span) >= WHOLE * letters(text.slice(...span)))
    return of.length === 1 && share(of[0]) >= MOSTLY * size ? of[0] : undefined
  })
  const found = new Set(shown.filter((span) => span))
  return {
    questions: spans.length,
    found: found.size,
    rows: rows.length,
    spurious: shown.filter((span) => !span).length,
  }
}

const { posts, weights, layout } = JSON.parse(await read(process.stdin))
WEIGHTS.clear()
for (const [name, weight] of Object.entries(weights)) WEIGHTS.set(name, weight)
const all = posts.flatMap((/** @type {Post} */ post, /** @type {number} */ i) => {
  const asked = askedIn(post)
  return asked.length < FEWEST ? [] : [counted(posted(LAYOUTS[layout](asked, new Dice(i + SEED))))]
})
const total = { questions: 0, found: 0, rows: 0, spurious: 0 }
for (const one of all)
  for (const name of /** @type {const} */ (["questions", "found", "rows", "spurious"])) total[name] += one[name]
process.stdout.write(JSON.stringify(posts.length ? total : Object.keys(LAYOUTS)))
