// Reads {folder, post} as JSON and writes how long the post takes: dividing it, and looking for its questions in the index.
import { text } from "node:stream/consumers"
import { match } from "../../web/match/rows.js"
import { LONGEST_POST, split } from "../../web/match/split.js"
import { search } from "../../web/search/engine.js"
import { open } from "../../tests/search/folder.mjs"

// Time of the processor: others may be at work on the machine.
const spent = () => process.cpuUsage().user / 1000
const { folder, post } = JSON.parse(await text(process.stdin))
const { index } = await open(folder)
const taken = post.slice(0, LONGEST_POST)
let started = spent()
const questions = split(taken).rows.length
const dividing = spent() - started
/** @type {number[]} */
const lookups = []
/** @type {import("../../web/match/rows.js").Search} */
const timed = async (query, options) => {
  const begun = spent()
  const found = await search(index, query, options)
  lookups.push(spent() - begun)
  return found
}
started = spent()
const { rows } = await match(taken, timed)
const whole = spent() - started
process.stdout.write(
  JSON.stringify({
    characters: taken.length,
    questions,
    rows: rows.length,
    lookups: lookups.length,
    dividing,
    looking: lookups.reduce((sum, ms) => sum + ms, 0),
    longest: lookups.reduce((a, b) => Math.max(a, b), 0),
    whole,
  }),
)
