// Reads {folder, queries} as JSON and writes, for each query, what the engine finds in the index in that folder.
import { text } from "node:stream/consumers"
import { explain, search } from "../../web/search/engine.js"
import { weights } from "../../web/search/weights.js"
import { open } from "./folder.mjs"

const { folder, queries, changed, explained } = JSON.parse(await text(process.stdin))
Object.assign(weights, changed)
const { index } = await open(folder)
/** @type {Record<string, import("../../web/search/engine.js").Result[]>} */
const answers = {}
for (const query of queries) answers[query] = await search(index, query, { limit: 10 })
process.stdout.write(JSON.stringify(explained ? await explain(index, explained) : answers))
