/** Progress on its way out of the browser and into it: as a file, and as a text code. */

import { copy } from "../clipboard.js"
import { download } from "../download.js"
import { Damaged, code, merge, read, text } from "./progress.js"
import { dateOf, dayOf } from "./schedule.js"

/** @typedef {import("./storage.js").ProgressStore} ProgressStore */

/**
 * @param {HTMLElement} place
 * @param {ProgressStore} keeper
 * @returns {() => void} shows when it was last exported, and what could not be read
 */
export function mount(place, keeper) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-${name}]`))
  const say = (/** @type {string} */ sentence) => (find("said").textContent = sentence)
  const show = () => {
    const time = keeper.exported
    find("exported").textContent = time ? `上次导出：${dateOf(dayOf(time))}` : "上次导出：还没有导出过"
    find("damaged").hidden = !keeper.damaged
  }
  offerExport(find, keeper, (sentence) => {
    keeper.exported = Date.now()
    say(sentence)
    show()
  })
  offerImport(find, async (given) => {
    const [done, sentence] = await taken(keeper, given)
    say(sentence)
    return done
  })
  find("damaged").addEventListener("click", () => {
    download(keeper.damaged, "读不出来的进度.txt")
    keeper.forgetDamaged()
  })
  return show
}

/** @typedef {(name: string) => HTMLElement} Find */

/**
 * @param {Find} find
 * @param {ProgressStore} keeper
 * @param {(sentence: string) => void} exported
 */
function offerExport(find, keeper, exported) {
  const field = /** @type {HTMLInputElement} */ (find("code"))
  find("save").addEventListener("click", () => {
    download(text(keeper.progress), `练习进度-${dateOf(dayOf(Date.now()))}.json`)
    exported("已导出为文件")
  })
  find("copy").addEventListener("click", async () => {
    const made = await code(keeper.progress)
    if (await copy(made)) return exported(`已复制 ${made.length} 个字符；在另一个浏览器里粘贴到“文字码”，再按“导入”`)
    field.value = made
    field.select()
    exported("没能复制；文字码在下面，请自己复制")
  })
}

/**
 * @param {Find} find
 * @param {(given: string) => Promise<boolean>} take
 */
function offerImport(find, take) {
  const field = /** @type {HTMLInputElement} */ (find("code"))
  const file = /** @type {HTMLInputElement} */ (find("file"))
  find("take").addEventListener("click", () => void take(field.value).then((done) => done && (field.value = "")))
  file.addEventListener("change", async () => {
    const [given] = file.files ?? []
    if (given) await take(await given.text())
    file.value = ""
  })
}

/**
 * @param {ProgressStore} keeper
 * @param {string} given
 * @returns {Promise<[done: boolean, sentence: string]>} whether it could be read; else nothing has changed
 */
async function taken(keeper, given) {
  try {
    const before = count(keeper)
    keeper.save(merge(keeper.progress, await read(given)))
    return [true, `已导入并按时间合并：原来 ${before} 次评分，现在 ${count(keeper)} 次`]
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return [false, `没有导入，原来的进度没有变：${error.message}`]
  }
}

/** @param {ProgressStore} keeper */
function count({ progress }) {
  return Object.values(progress.questions).reduce((sum, { grades }) => sum + grades.length, 0)
}
