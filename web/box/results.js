/** What stands in the list under the field: results and other options, out of data. */

import { prefilled } from "../ask.js"
import { breakable } from "../phrases.js"
import { marked, typeset } from "../plain.js"
import { url } from "../site.js"
import { element } from "../view.js"
import { fittest, pieces } from "../search/marks.js"

/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {Awaited<ReturnType<typeof import("../search/engine.js").offered>>[number]} Offered */

const LEVELS = ["基础", "进阶", "深入"]

/**
 * @param {Result} result
 * @param {string | undefined} topic its title
 * @param {string} highlighted what the answer's page is to mark; "" for nothing
 */
export function resultItem(result, topic, highlighted) {
  const shown = new URL(url(result.url))
  if (highlighted) shown.searchParams.set("h", highlighted)
  return element(
    "a",
    { class: "result", href: shown.href },
    breakable(element("span", { class: "result__title" }, ...marked(pieces(result.title, result.terms)))),
    element("span", { class: "result__where" }, `${topic} · ${LEVELS[result.level]}`),
    element("span", { class: "result__text" }),
  )
}

/**
 * Put the sentence that fits best into an item.
 * @param {Element} item
 * @param {string[]} sentences of the answer
 * @param {Result} result
 */
export function quote(item, sentences, result) {
  item.querySelector(".result__text")?.replaceChildren(...marked(pieces(fittest(sentences, result), result.terms)))
}

/**
 * @param {Offered} question that is asked often
 * @param {string | undefined} topic its title
 */
export const often = ({ title, url: address, level }, topic) =>
  element(
    "a",
    { class: "result", href: url(address) },
    breakable(element("span", { class: "result__title" }, ...typeset(title))),
    element("span", { class: "result__where" }, `常被问到 · ${topic} · ${LEVELS[level]}`),
  )

// Asks for no question but for those that are asked most.
const MOST_ASKED = /^(?:高频|高頻|常考|常问|常問|必考|热门|熱門)的?(?:面试题|问题|題目|题目|考题|题|題)?$/

/** @param {string} query that may ask for what is asked most: the list of it */
export const mostAsked = (query) =>
  MOST_ASKED.test(query)
    ? [element("a", { class: "result result--word", href: url("tags/#high") }, "面试里问得最多的题")]
    : []

/** @param {string} word to be asked for instead */
export const suggestion = (word) => element("span", { class: "result result--word", "data-query": word }, word)

/**
 * @param {string} query
 * @param {string | undefined} address where new questions are proposed
 */
export const askItem = (query, address) =>
  address
    ? [
        element(
          "a",
          { class: "result result--word", href: prefilled(address, query), "data-way": "" },
          `书里没有？把“${query}”提交为新问题`,
        ),
      ]
    : []

/** Where else a question is found: what a search ends with that has no answer. Only who chooses one goes there. */
export const otherWays = () =>
  [
    ["#topics", "从专题的目录里找"],
    ["tags/", "按标签、频率和难度找"],
  ].map(([address, said]) => element("a", { class: "result result--word", href: url(address), "data-way": "" }, said))

/** @param {string[]} queries of before */
export const recentItems = (queries) =>
  queries.length
    ? [
        ...queries.map((query) =>
          element("span", { class: "result result--word result--recent", "data-query": query }, query),
        ),
        element("span", { class: "result result--word result--forget", "data-forget": "" }, "清除最近搜索"),
      ]
    : []

/**
 * The topics of the results, to choose one; nothing where all are of one.
 * @param {Result[]} results
 * @param {Map<string, string>} titles
 * @param {string} chosen
 */
export function topicButtons(results, titles, chosen) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { topic } of results) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  if (counts.size < 2) return []
  return [...counts].map(([id, count]) =>
    element(
      "button",
      { type: "button", "data-topic": id, "aria-pressed": String(id === chosen) },
      `${titles.get(id)} ${count}`,
    ),
  )
}
