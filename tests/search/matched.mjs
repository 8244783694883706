// Reads {folder, posts, weights, worths} as JSON and writes, for each post, the rows of /match/ over the index in that folder;
// without a folder only how it is split. Weights and worths, if given, take the place of the book's by turns.
import { text } from "node:stream/consumers"
import { match } from "../../web/match/rows.js"
import { WEIGHTS } from "../../web/match/weights.js"
import { WORTHS } from "../../web/match/worths.js"
import { search } from "../../web/search/engine.js"
import { open } from "./folder.mjs"

const { folder, posts, weights, worths } = JSON.parse(await text(process.stdin))
const index = folder ? (await open(folder)).index : undefined
/** @type {import("../../web/match/rows.js").Search} */
const find = async (query, options) => (index ? search(index, query, options) : [])
/** @param {Map<string, number>} values @param {Record<string, number>[]} by @param {number} i */
function change(values, by, i) {
  if (!by.length) return
  values.clear()
  for (const [name, value] of Object.entries(by[i % by.length])) values.set(name, value)
}

const matched = []
for (const [i, post] of posts.entries()) {
  change(WEIGHTS, weights, i)
  change(WORTHS, worths, i)
  matched.push(
    (await match(post, find)).rows.map(({ question, chosen, sure, other, results, chance, may }) => ({
      question,
      chosen,
      sure,
      other: !!other,
      results: results.map(({ id }) => id),
      first: results[0]?.id ?? "",
      chance,
      may,
    })),
  )
}
process.stdout.write(JSON.stringify(matched))
