// Which names no line ends in, in Node: reads JSON of texts, writes the names found in each.
import { text } from "node:stream/consumers"
import { held } from "../web/phrases.js"

const texts = /** @type {string[]} */ (JSON.parse(await text(process.stdin)))
process.stdout.write(JSON.stringify(texts.map((one) => held(one).map(([start, end]) => one.slice(start, end)))))
