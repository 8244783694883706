/** Titles that scripts list: their lines end between phrases, as those of hooks/answerbook/text/linebreaks.py do. */

import { element } from "./view.js"

const HAN_RUN = /[\u3400-\u4dbf\u4e00-\u9fff]{3,}/g
// Words of one character that belong to what stands before them; all others belong to what follows.
const CLINGING = "的了着过吗呢吧么们地得里中上下内外间时后"
const LONGEST = 6
// A name with a hyphen (GPT-4, U-Net) or a date, not inside an address or a longer name: a line that ended in it would
// hold a piece too short to be understood, unless the whole is too long for a narrow line.
const HYPHENED = /(?<![\w./@+~-])(?:[A-Za-z][\w.]*(?:-[A-Za-z0-9][\w.]*)+(?<!\.)|\d{4}-\d\d(?:-\d\d)?)(?![\w/@~-])/g
const SHORT_PIECE = 4
const LONGEST_NAME = 13

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
 * The names that no line ends in: those of `hyphened` in hooks/answerbook/text/linebreaks.py.
 * @param {string} text
 * @returns {[start: number, end: number][]}
 */
export function held(text) {
  return [...text.matchAll(HYPHENED)].flatMap(({ 0: name, index }) =>
    name.length <= LONGEST_NAME && name.split("-").some((piece) => piece.length <= SHORT_PIECE)
      ? [/** @type {[number, number]} */ ([index, index + name.length])]
      : [],
  )
}

/**
 * Put a `<wbr>` between the phrases of an element's text, whatever is marked or set as mathematics in it; names with a
 * hyphen stay in one piece.
 * @template {Element} T
 * @param {T} title
 * @returns {T} the same element
 */
export function breakable(title) {
  const found = places(title.textContent)
  const names = held(title.textContent)
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
  /** @type {[text: Text, start: number][]} */
  const texts = []
  let end = 0
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode)
    texts.push([text, end])
    end += text.length
  }
  for (const [text, start] of texts) {
    const stop = start + text.length
    /** @type {[from: number, to: number][]} from the last to the first: what stands before keeps its place */
    const cuts = [
      ...found.filter((place) => place >= start && place < stop).map((place) => [place, place]),
      // Of a name that is marked in part, each part.
      ...names.filter(([from, to]) => from < stop && to > start),
    ].map(([from, to]) => [Math.max(from, start) - start, Math.min(to, stop) - start])
    for (const [from, to] of cuts.sort(([a], [b]) => b - a)) {
      const rest = text.splitText(from)
      if (from === to) rest.before(element("wbr"))
      else {
        rest.splitText(to - from)
        const whole = element("span", { class: "together" })
        rest.replaceWith(whole)
        whole.append(rest)
      }
    }
  }
  return title
}
