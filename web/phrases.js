/** Titles that scripts list: their lines end between phrases, as those of hooks/answerbook/text/linebreaks.py do. */

import { element } from "./view.js"

const HAN_RUN = /[\u3400-\u4dbf\u4e00-\u9fff]{3,}/g
// Words of one character that belong to what stands before them; all others belong to what follows.
const CLINGING = "的了着过吗呢吧么们地得里中上下内外间时后"
const LONGEST = 6

/** @type {Intl.Segmenter | undefined} the browser's own words; where it has none, lines end anywhere */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined

/**
 * The words of a Han run, those of one character joined to a neighbour: 要|除以 → 要除以, 改|了 → 改了.
 * @param {string[]} words
 * @returns {string[]}
 */
export function phrases(words) {
  /** @type {string[]} */
  const found = []
  let open = false
  words.forEach((word, place) => {
    const before = found[found.length - 1]
    const own = word.length === 1 && CLINGING.includes(word)
    const clings = own || (word.length === 1 && place === words.length - 1)
    if (before && (clings || (open && before.length + word.length <= LONGEST))) found[found.length - 1] += word
    else found.push(word)
    open = word.length === 1 && !own
  })
  return found
}

/**
 * Where a line may end inside a Han run.
 * @param {string} text
 * @returns {number[]}
 */
function places(text) {
  if (!segmenter) return []
  return [...text.matchAll(HAN_RUN)].flatMap(({ 0: run, index }) => {
    const words = [...segmenter.segment(run)].map(({ segment }) => segment)
    let at = index
    return phrases(words)
      .slice(0, -1)
      .map((phrase) => (at += phrase.length))
  })
}

/**
 * Put a `<wbr>` between the phrases of an element's text, whatever is marked or set as mathematics in it.
 * @template {Element} T
 * @param {T} title
 * @returns {T} the same element
 */
export function breakable(title) {
  const found = places(title.textContent)
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
  /** @type {[text: Text, start: number][]} */
  const texts = []
  let end = 0
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode)
    texts.push([text, end])
    end += text.length
  }
  for (const [text, start] of texts)
    for (const place of found.filter((place) => place >= start && place < start + text.length).reverse())
      text.splitText(place - start).before(element("wbr"))
  return title
}
