// Reads {folder, posts, weights} as JSON and writes, for each post, the rows of /match/ over the index in that folder; without a folder only how it is split.
import { text } from "node:stream/consumers"
import { match, nearness } from "../../web/match/rows.js"
import { WEIGHTS } from "../../web/match/weights.js"
import { search } from "../../web/search/engine.js"
import { open } from "./folder.mjs"

const { folder, posts, weights } = JSON.parse(await text(process.stdin))
const index = folder ? (await open(folder)).index : undefined
/** @type {import("../../web/match/rows.js").Search} */
const find = async (query, options) => (index ? search(index, query, options) : [])
const matched = []
for (const [i, post] of posts.entries()) {
  if (weights.length) {
    WEIGHTS.clear()
    for (const [name, weight] of Object.entries(weights[i % weights.length])) WEIGHTS.set(name, weight)
  }
  matched.push(
    (await match(post, find)).rows.map(({ question, chosen, sure, other, results }) => ({
      question,
      chosen,
      sure,
      other: !!other,
      near_id: results[0]?.id ?? "",
      near: nearness(question, /** @type {import("../../web/search/engine.js").Result[]} */ (results)) ?? {},
    })),
  )
}
process.stdout.write(JSON.stringify(matched))
