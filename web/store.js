/** The reader's browser storage, where it may fail: reading gives the default, writing warns once. */

export const PREFIX = "answerbook.1."
let warned = false

/**
 * @template T
 * @param {string} name
 * @param {T} otherwise returned when nothing of the same type is stored
 * @returns {T}
 */
export function read(name, otherwise) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null")
    return typeof value === typeof otherwise && Array.isArray(value) === Array.isArray(otherwise) && value !== null
      ? value
      : otherwise
  } catch {
    return otherwise
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function write(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    if (!warned) console.warn("浏览器不让保存，最近搜索等设置在关闭页面后不会留下")
    warned = true
  }
}
