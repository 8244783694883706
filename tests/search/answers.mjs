// Reads {folder, queries} as JSON and writes, for each query, what the engine finds in the index in that folder.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"
import path from "node:path"

const web = pathToFileURL(path.join(import.meta.dirname, "..", "..", "web", "search") + path.sep)
const { Index } = await import(new URL("packed.js", web))
const { explain, search } = await import(new URL("engine.js", web))
const { weights } = await import(new URL("weights.js", web))

const { folder, queries, changed, explained } = JSON.parse(readFileSync(0, "utf8"))
Object.assign(weights, changed)
globalThis.window = globalThis
const load = async (name) => {
  if (!(name in (globalThis.answerbookParts ?? {}))) (0, eval)(readFileSync(path.join(folder, `${name}.js`), "utf8"))
  return globalThis.answerbookParts[name]
}
const index = new Index(await load("index"), load)
const answers = {}
for (const query of queries) answers[query] = await search(index, query, { limit: 10 })
process.stdout.write(JSON.stringify(explained ? await explain(index, explained) : answers))
