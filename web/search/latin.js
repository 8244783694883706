/** Latin words typed one after another as concepts: as they are, joined, split, misspelt, or read as pinyin. */

import { nearLatin } from "./near.js"
import { sounds } from "./pinyin.js"
import { JOINTS } from "./text.js"
import { bare, completions, parts } from "./variants.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./variants.js").Concept} Concept */
/** @typedef {import("./variants.js").Variant} Variant */

// Of pinyin with a Latin word at its end, at least so many letters each.
const SHORTEST_HEAD = 4
const SHORTEST_TAIL = 2
// In a name of so many letters one may be wrong although it was typed as two words.
const LONG_NAME = 8

/**
 * Latin tokens typed one after another: found as they are, joined, split, misspelt, or read as pinyin.
 * @param {Index} index
 * @param {string[]} tokens
 * @param {{ long: boolean, last: boolean, english: boolean, names: Set<string> }} where names: what is no pinyin
 * @returns {Concept[]}
 */
export function latinConcepts(index, tokens, { long, last, english, names }) {
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < tokens.length; i++) {
    const spelled = spelledOut(index, tokens, i)
    if (spelled) {
      all.push(spelled.concept)
      i = spelled.end - 1
      continue
    }
    const together = joined(index, tokens, i)
    if (together) {
      all.push(together)
      i++
      continue
    }
    const pinyin = english || names.has(tokens[i]) ? undefined : readAsPinyin(index, tokens, i, last)
    if (pinyin) {
      all.push(...pinyin.concepts)
      i = pinyin.end - 1
      continue
    }
    if (index.stop.has(tokens[i]) || (english && index.english?.plain.has(tokens[i]))) continue
    const unfinished = last && !long && i === tokens.length - 1
    const pieces = tokens[i].split(JOINTS).filter((piece) => piece !== "")
    const apart = pieces.length > 1 && !index.has(bare(tokens[i]))
    for (const [n, piece] of (apart ? pieces : [tokens[i]]).entries())
      all.push(
        latinConcept(index, piece, {
          unfinished: unfinished && !(apart && n < pieces.length - 1),
          repair: !english,
          sounded: !names.has(piece),
        }),
      )
  }
  return all
}

/**
 * The letters of a name, one by one, as speech is written down (m l a), from a place on.
 * @param {Index} index
 * @param {string[]} tokens
 * @param {number} place
 * @returns {{ concept: Concept, end: number } | undefined}
 */
function spelledOut(index, tokens, place) {
  let end = place
  while (end < tokens.length && /^[a-z]$/.test(tokens[end])) end++
  for (; end > place + 1; end--) {
    const letters = tokens.slice(place, end)
    const whole = letters.join("")
    if (!index.isNamed(whole)) continue
    /** @type {Variant[]} */
    const variants = [{ terms: [whole], weight: 1, how: "word" }]
    // They may be names themselves (q k v).
    if (letters.every((letter) => index.isNamed(letter)) && new Set(letters).size === letters.length)
      variants.push({ terms: letters, weight: 0.9, how: "split" })
    return { concept: { text: letters.join(" "), variants, weight: 1, part: false }, end }
  }
  return undefined
}

/**
 * @param {Index} index
 * @param {string} token
 * @param {{ unfinished: boolean, repair: boolean, sounded: boolean }} how repair: it may be misspelt; sounded: it may be the initials of pinyin
 * @returns {Concept}
 */
function latinConcept(index, token, { unfinished, repair, sounded }) {
  // What Python itself calls (__init__) is not the word inside it.
  if (token.startsWith("__")) return { text: token, variants: [], weight: 1, part: false, term: true }
  const whole = bare(token)
  /** @type {Variant[]} */
  const variants = []
  if (index.has(token)) variants.push({ terms: [token], weight: 1, how: "word" })
  if (whole !== token && index.has(whole)) variants.push({ terms: [whole], weight: 1, how: "word" })
  const pieces = token.split(JOINTS).filter((piece) => piece !== "")
  if (pieces.length > 1 && pieces.every((piece) => index.has(piece)))
    variants.push({ terms: pieces, weight: 0.9, how: "split" })
  const known = variants.length > 0
  const number = otherNumber(whole)
  if (number && index.has(number)) variants.push({ terms: [number], weight: 0.7, how: "typo" })
  const split = splits(index, whole)
  if (split) variants.push({ terms: split, weight: known ? 0.7 : 0.9, how: "split" })
  // What names answers as it stands, in capitals, is finished (MAS, no mask).
  if (unfinished && (sounded || !index.isNamed(whole))) variants.push(...completions(index, whole))
  if (!known) {
    for (const ending of [/s$/, /ing$/, /ed$/]) {
      const stem = whole.replace(ending, "")
      if (stem !== whole && index.has(stem)) variants.push({ terms: [stem], weight: 0.9, how: "typo" })
    }
    if (repair && !variants.some((v) => v.weight > 0.75 && v.how === "prefix"))
      for (const near of nearLatin(index, whole))
        variants.push({ terms: [near.term], weight: near.weight, how: "typo" })
    const readings = variants.length || !sounded ? undefined : sounds(index).abbreviated(whole)
    for (const reading of readings ?? [])
      for (const meant of reading.words) variants.push({ terms: [meant], weight: 0.7, how: "pinyin" })
  }
  return { text: token, variants, weight: 1, part: false }
}

// Shorter words are names as they are (llm).
const SHORTEST_NOUN = 4

/**
 * A word of Latin letters as it is of one, where it is of several, and the other way round (skill, skills).
 * @param {string} word
 * @returns {string} nothing for what may be no such word
 */
function otherNumber(word) {
  if (word.length < SHORTEST_NOUN || !/^[a-z]+$/.test(word)) return ""
  return word.endsWith("s") ? word.slice(0, -1) : word + "s"
}

/**
 * Two tokens as one word, where the book has it (flash attention), or one that is a letter away (page attention).
 * @param {Index} index
 * @param {string[]} tokens
 * @param {number} place of the first
 * @returns {Concept | undefined}
 */
function joined(index, tokens, place) {
  if (place + 1 >= tokens.length || index.stop.has(tokens[place]) || index.stop.has(tokens[place + 1])) return undefined
  const pair = [bare(tokens[place]), bare(tokens[place + 1])]
  const whole = pair.join("")
  const known = pair.every((one) => index.has(one))
  /** @type {Variant[]} */
  const variants = []
  if (index.has(whole)) variants.push({ terms: [whole], weight: 1, how: "word" })
  else if (whole.length >= LONG_NAME && /^[a-z]+$/.test(whole) && pair.every((one) => one.length > 2))
    for (const near of nearLatin(index, whole))
      if (near.weight > 0.7 && index.isNamed(near.term))
        variants.push({ terms: [near.term], weight: near.weight, how: "typo" })
  if (!variants.length) return undefined
  if (known) variants.push({ terms: pair, weight: 0.9, how: "split" })
  return { text: `${tokens[place]} ${tokens[place + 1]}`, variants, weight: 1, part: false }
}

/**
 * The longest stretch of tokens from a place on that is pinyin (zhuyili, zhu yi li), as the words it spells.
 * @param {Index} index
 * @param {string[]} tokens
 * @param {number} start
 * @param {boolean} typing the last token may be unfinished
 * @returns {{ concepts: Concept[], end: number } | undefined}
 */
function readAsPinyin(index, tokens, start, typing) {
  const sound = sounds(index)
  const last = (/** @type {number} */ i) => typing && i === tokens.length - 1
  let end = start
  while (end < tokens.length && /^[a-z']+$/.test(tokens[end])) {
    const token = bare(tokens[end])
    if (!sound.syllables.has(token) && (index.has(token) || !sound.spelled(token, last(end)))) break
    end++
  }
  if (end === start) return besideLatin(index, tokens[start], start)
  const stretch = tokens.slice(start, end)
  const letters = stretch.map(bare).join("")
  if (stretch.length === 1 && index.has(letters)) return undefined
  const readings = sound.spelled(letters, last(end - 1))
  if (!readings) return undefined
  const unread = readings.filter((r) => !r.words.length).length
  // Words of Latin letters can be spelled as syllables too: they go first, unless the syllables make longer words.
  if (stretch.every((token) => index.has(token)) && readings.length >= stretch.length) return undefined
  if (
    stretch.length === 1 &&
    (unread || !readings.every((r) => r.whole)) &&
    (nearLatin(index, letters).length || begins(index, letters))
  )
    return undefined
  if (unread * 2 > readings.length) return undefined
  const concepts = readings
    .filter((r) => r.words.length && !index.stop.has(r.words[0]))
    .flatMap((r) => [pinyinConcept(r), ...r.words.slice(0, 1).flatMap((meant) => parts(index, meant, 0.8))])
  return { concepts, end }
}

/**
 * Pinyin with a Latin word at its end, typed without a space (chuyigenhaodk: 除以根号 dk), or at its beginning (kvhuancun).
 * @param {Index} index
 * @param {string} token
 * @param {number} place of the token
 * @returns {{ concepts: Concept[], end: number } | undefined}
 */
function besideLatin(index, token, place) {
  if (!/^[a-z]+$/.test(token) || index.has(token) || nearLatin(index, token).length) return undefined
  const said =
    cut(token.length - SHORTEST_TAIL, SHORTEST_HEAD, (at) =>
      spelledBeside(index, token.slice(0, at), token.slice(at)),
    ) ??
    cut(token.length - SHORTEST_HEAD, SHORTEST_TAIL, (at) => spelledBeside(index, token.slice(at), token.slice(0, at)))
  return said && { concepts: said, end: place + 1 }
}

/**
 * @template Found
 * @param {number} from
 * @param {number} to
 * @param {(at: number) => Found | undefined} find
 * @returns {Found | undefined} the first that is found, from the greatest on
 */
function cut(from, to, find) {
  for (let at = from; at >= to; at--) {
    const found = find(at)
    if (found) return found
  }
  return undefined
}

/**
 * @param {Index} index
 * @param {string} pinyin
 * @param {string} latin
 * @returns {Concept[] | undefined} nothing where the letters are not so
 */
function spelledBeside(index, pinyin, latin) {
  if (!index.isNamed(latin)) return undefined
  const readings = sounds(index).spelled(pinyin, false)
  // A syllable between words may stand for any character; most letters must spell words.
  const unread = readings?.filter((reading) => !reading.words.length).length ?? 0
  if (!readings?.every((reading) => reading.whole) || unread * 2 > readings.length) return undefined
  const said = readings.filter((reading) => reading.words.length && !index.stop.has(reading.words[0]))
  return [...said.map(pinyinConcept), latinConcept(index, latin, { unfinished: false, repair: true, sounded: true })]
}

/**
 * @param {Index} index
 * @param {string} begun
 */
function begins(index, begun) {
  return completions(index, begun).length > 0
}

/**
 * @param {import("./pinyin.js").Reading} reading
 * @returns {Concept}
 */
function pinyinConcept(reading) {
  const weight = reading.whole ? 0.9 : 0.7
  return {
    text: reading.words[0] ?? "",
    variants: reading.words.map((meant, i) => ({ terms: [meant], weight: i ? weight * 0.7 : weight, how: "pinyin" })),
    weight: 1,
    part: false,
  }
}

/**
 * A joined Latin word as two of the vocabulary's (flashattention → flash, attention; llama2 → llama, 2).
 * @param {Index} index
 * @param {string} whole
 * @returns {string[] | undefined}
 */
function splits(index, whole) {
  const digits = /^([a-z]{2,})([0-9.]+[a-z]?)$/.exec(whole)
  if (digits && index.has(digits[1]) && index.has(digits[2])) return [digits[1], digits[2]]
  let best
  let most = 0
  for (let i = 2; i <= whole.length - 2; i++) {
    const [left, right] = [whole.slice(0, i), whole.slice(i)]
    if ((left.length < 3 && right.length < 3) || !index.has(left) || !index.has(right)) continue
    const value = Math.min(left.length, right.length)
    if (value > most) {
      most = value
      best = [left, right]
    }
  }
  return most >= 3 || (best && whole.length <= 8) ? best : undefined
}
