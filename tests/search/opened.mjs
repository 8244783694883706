// The engine over an index that Python built: INDEX is its folder.
import { readFileSync } from "node:fs"
import path from "node:path"
import { Index } from "../../web/search/packed.js"
import { search } from "../../web/search/engine.js"

globalThis.window = globalThis

/** @param {string} folder */
export async function open(folder) {
  const parts = {}
  const loaded = []
  const load = async (name) => {
    if (!(name in parts)) {
      globalThis.answerbookParts = {}
      ;(0, eval)(readFileSync(path.join(folder, `${name}.js`), "utf8"))
      Object.assign(parts, globalThis.answerbookParts)
      loaded.push(name)
    }
    return parts[name]
  }
  return { index: new Index(await load("index"), load), loaded }
}

export const { index } = await open(process.env.INDEX)
export const ids = async (query, options) => (await search(index, query, options)).map((result) => result.id)
export const best = async (query) => (await ids(query))[0]
export { search }
