// The engine's index out of a folder that Python wrote, opened as a page opens it.
import { readFileSync } from "node:fs"
import path from "node:path"
import { Index } from "../../web/search/packed.js"

/** @type {any} */
const page = globalThis
page.window = page

/** @param {string} folder */
export async function open(folder) {
  /** @type {Record<string, import("../../web/search/packed.js").Part>} */
  const parts = {}
  /** @type {string[]} */
  const loaded = []
  const load = async (/** @type {string} */ name) => {
    if (!(name in parts)) {
      page.answerbookParts = {}
      ;(0, eval)(readFileSync(path.join(folder, `${name}.js`), "utf8"))
      Object.assign(parts, page.answerbookParts)
      loaded.push(name)
    }
    return parts[name]
  }
  return { index: new Index(await load("index"), load), loaded }
}
