// The moments of a figure in steps in Node: reads JSON of one figure as it is sent, writes what each moment draws.
import { text } from "node:stream/consumers"
import { drawn } from "../web/moments.js"

const found = JSON.parse(await text(process.stdin))
process.stdout.write(
  JSON.stringify(found.frames.map((/** @type {number[]} */ _, /** @type {number} */ at) => drawn(found, at))),
)
