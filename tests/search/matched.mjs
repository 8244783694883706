// Reads {folder, posts} as JSON and writes, for each post, the rows of /match/ over the index in that folder; without a folder only how it is split.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import path from "node:path"

const web = pathToFileURL(path.join(import.meta.dirname, "..", "..", "web") + path.sep)
const { match, nearness } = await import(new URL("match/rows.js", web))
const { Index } = await import(new URL("search/packed.js", web))
const { search } = await import(new URL("search/engine.js", web))

const { folder, posts } = JSON.parse(readFileSync(0, "utf8"))
globalThis.window = globalThis
const load = async (name) => {
  if (!(name in (globalThis.answerbookParts ?? {}))) (0, eval)(readFileSync(path.join(folder, `${name}.js`), "utf8"))
  return globalThis.answerbookParts[name]
}
const index = folder ? new Index(await load("index"), load) : undefined
const find = async (query, options) => (index ? search(index, query, options) : [])
const matched = []
for (const post of posts)
  matched.push(
    (await match(post, find)).rows.map(({ question, chosen, sure, other, results }) => ({
      question,
      chosen,
      sure,
      other: !!other,
      near_id: results[0]?.id ?? "",
      near: nearness(question, results) ?? {},
    })),
  )
process.stdout.write(JSON.stringify(matched))
