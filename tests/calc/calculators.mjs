// Every calculator by its place below /calc/.
import { calculator as kv } from "../../web/calc/kv.js"
import { calculator as params } from "../../web/calc/params.js"

export const calculators = { kv, params }
