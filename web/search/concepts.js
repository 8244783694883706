/** A query as concepts: one for each word, with everything that may stand for it in the book. */

import { isEnglish, sayings } from "./english.js"
import { nearHan, nearLatin } from "./near.js"
import { sounds } from "./pinyin.js"
import { weights } from "./weights.js"
import { inside, isHan, key, runs, segment, written } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {"word" | "split" | "prefix" | "typo" | "sound" | "pinyin" | "synonym"} How */
/** @typedef {{ terms: string[], weight: number, how: How }} Variant terms that must all stand in a question; weight ≤ 1 */
/** @typedef {{ text: string, variants: Variant[], weight: number, part: boolean, faint?: boolean, term?: boolean }} Concept part: a word inside another one; faint: says how it is asked; term: and yet may be a term that the book does not know */
/** @typedef {{ text: string, han: boolean, run: number }} Token */

const JOINTS = /[-_./']|\+(?=[a-z0-9])/
const LETTER = /[a-z0-9]/
// From here on (in characters; a Latin word is two) a query is a sentence: its last word is finished and its odd characters are no slips.
const LONG = 12
// Of pinyin with a Latin word at its end, at least so many letters each.
const SHORTEST_HEAD = 4
const SHORTEST_TAIL = 2

/**
 * @param {Index} index
 * @param {string} query as typed
 * @returns {Concept[]}
 */
export function concepts(index, query) {
  const text = written(index, query)
  const found = runs(text)
  const typing = found.length > 0 && found[found.length - 1].end === text.length
  const long = found.reduce((sum, run) => sum + (run.han ? run.text.length : 2), 0) > LONG
  // What an English sentence says besides the terms of the field is how it is asked.
  const english = isEnglish(index, found)
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < found.length; i++) {
    const last = typing && i === found.length - 1
    if (found[i].han) all.push(...hanConcepts(index, found[i].text, { long, last }))
    else {
      const tokens = [found[i].text]
      while (
        i + 1 < found.length &&
        !found[i + 1].han &&
        /^\s+$/.test(text.slice(found[i].end, found[i + 1].end - found[i + 1].text.length))
      )
        tokens.push(found[++i].text)
      all.push(...latinConcepts(index, tokens, { long, last: typing && i === found.length - 1, english }))
    }
  }
  if (english) all.push(...translated(index, found, all))
  if (english)
    for (const concept of all)
      if (!concept.variants.some((v) => v.terms.every((term) => index.isNamed(term))))
        Object.assign(concept, { weight: weights.FAINT, faint: true, term: /[a-z]/.test(concept.text) })
  const said = meant(index, text)
  // What no word of the book stands for is said by the phrase (忘光: 遗忘), and what would only begin one (瘦身: 压缩, not 身份).
  const left = all.filter(
    (concept) =>
      concept.variants.some((variant) => variant.how !== "prefix") ||
      !said.some((phrase) => phrase.text.includes(concept.text)),
  )
  return merge([...withSynonyms(index, left), ...said])
}

/**
 * The words of an English sentence gain the terms that they mean; what no word of the book stands for is added.
 * @param {Index} index
 * @param {import("./text.js").Run[]} found the runs of the sentence
 * @param {Concept[]} all what was read so far
 * @returns {Concept[]}
 */
function translated(index, found, all) {
  /** @type {Concept[]} */
  const added = []
  const spoken = found.filter((run) => !run.han).map((run) => run.text.replaceAll("-", " "))
  for (const { words, names } of index.english ? sayings(index.english, spoken.join(" ").split(" ")) : []) {
    const variants = names.flatMap((name) => {
      const terms = nameTerms(index, name)
      return terms ? [{ terms, weight: weights.ENGLISH, how: /** @type {How} */ ("synonym") }] : []
    })
    const said = all.filter((concept) => concept.text.split(/[ -]/).some((word) => words.includes(word)))
    for (const concept of said) concept.variants.push(...variants)
    if (!said.length) added.push({ text: words.join(" "), variants, weight: 1, part: false })
  }
  return added
}

/**
 * What is said in everyday words (记不住), as the terms of the field that may be meant by it (记忆).
 * @param {Index} index
 * @param {string} text as the book writes
 * @returns {Concept[]}
 */
function meant(index, text) {
  /** @type {Concept[]} */
  const all = []
  for (const group of index.everyday) {
    const said = group[0]
    if (!says(text, said)) continue
    /** @type {Variant[]} */
    const variants = group.slice(1).flatMap((name) => {
      const terms = nameTerms(index, name)
      return terms ? [{ terms, weight: 1, how: /** @type {How} */ ("synonym") }] : []
    })
    if (variants.length) all.push({ text: `${said}→`, variants, weight: weights.EVERYDAY, part: false })
  }
  return all
}

/**
 * Whether a text has a phrase in it; Latin letters only as whole words (nan, not in tenant).
 * @param {string} text
 * @param {string} said
 */
function says(text, said) {
  for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text[at + said.length] ?? ""]
    if (!(LETTER.test(before) && LETTER.test(said[0])) && !(LETTER.test(after) && LETTER.test(said[said.length - 1])))
      return true
  }
  return false
}

/**
 * @param {Index} index
 * @param {string} run
 * @param {{ long: boolean, last: boolean }} where
 * @returns {Concept[]}
 */
function hanConcepts(index, run, { long, last }) {
  const words = segment(index, run)
  const open = last && !long ? begun(index, words) : -1
  // What a name may go on from is not finished, rather than misspelt.
  const repairs = nearHan(index, words, long).filter((r) => open < 0 || r.end <= open || r.how === "sound")
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < words.length; i++) {
    const repair = repairs.find((r) => r.start === i)
    if (repair) {
      const typed = words.slice(repair.start, repair.end).join("")
      const whole = word(index, repair.word, repair.weight, repair.how)
      whole.text = typed
      all.push(whole, ...parts(index, repair.word, repair.weight))
      i = repair.end - 1
      continue
    }
    if (i === open) {
      all.push(unfinished(index, words.slice(i)))
      break
    }
    if (index.stop.has(words[i])) continue
    const concept = word(index, words[i], 1, "word")
    if (index.faint.has(words[i])) Object.assign(concept, { weight: weights.FAINT, faint: true })
    else if (words[i].length === 1 && run.length > 1) concept.weight = weights.LONE
    else if (!concept.variants.some((variant) => variant.terms.every((term) => index.isNamed(term))))
      concept.weight = weights.GENERAL
    if (words[i].length >= 2 && !index.isNamed(words[i]))
      for (const other of sounds(index).alike(words[i]))
        if (index.isNamed(other)) concept.variants.push({ terms: [other], weight: 0.5, how: "sound" })
    if (last && !long && i === words.length - 1) concept.variants.push(...completions(index, words[i]))
    all.push(concept, ...parts(index, words[i], 1))
  }
  return all
}

/**
 * Where the longest stretch of last words starts that a name may begin with (一 词 多 → 一词多义); -1 for none.
 * @param {Index} index
 * @param {string[]} words
 */
function begun(index, words) {
  for (let start = Math.max(0, words.length - 4); start < words.length - 1; start++) {
    const text = words.slice(start).join("")
    if (text.length > 6 || words.slice(start).every((word) => word.length > 1)) continue
    if (completions(index, text).some((variant) => index.isNamed(variant.terms[0]))) return start
  }
  return -1
}

/**
 * @param {Index} index
 * @param {string[]} words the last of a query, together the beginning of a name
 * @returns {Concept}
 */
function unfinished(index, words) {
  const text = words.join("")
  const variants = completions(index, text)
  const known = words.filter((word) => index.has(word) && !index.stop.has(word))
  if (known.length) variants.push({ terms: known, weight: 0.7, how: "split" })
  return { text, variants, weight: 1, part: false }
}

/**
 * Latin tokens typed one after another: found as they are, joined, split, misspelt, or read as pinyin.
 * @param {Index} index
 * @param {string[]} tokens
 * @param {{ long: boolean, last: boolean, english: boolean }} where
 * @returns {Concept[]}
 */
function latinConcepts(index, tokens, { long, last, english }) {
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < tokens.length; i++) {
    const joined = i + 1 < tokens.length ? bare(tokens[i]) + bare(tokens[i + 1]) : ""
    if (joined && index.has(joined) && !(index.stop.has(tokens[i]) || index.stop.has(tokens[i + 1]))) {
      /** @type {Variant[]} */
      const variants = [{ terms: [joined], weight: 1, how: "word" }]
      if (index.has(bare(tokens[i])) && index.has(bare(tokens[i + 1])))
        variants.push({ terms: [bare(tokens[i]), bare(tokens[i + 1])], weight: 0.9, how: "split" })
      all.push({ text: `${tokens[i]} ${tokens[i + 1]}`, variants, weight: 1, part: false })
      i++
      continue
    }
    const pinyin = english ? undefined : readAsPinyin(index, tokens, i, last)
    if (pinyin) {
      all.push(...pinyin.concepts)
      i = pinyin.end - 1
      continue
    }
    if (index.stop.has(tokens[i]) || (english && index.english?.plain.has(tokens[i]))) continue
    const unfinished = last && !long && i === tokens.length - 1
    const pieces = tokens[i].split(JOINTS).filter((piece) => piece !== "")
    const apart = pieces.length > 1 && !index.has(bare(tokens[i])) && !pieces.every((piece) => index.has(piece))
    for (const [n, piece] of (apart ? pieces : [tokens[i]]).entries())
      all.push(latinConcept(index, piece, unfinished && !(apart && n < pieces.length - 1), !english))
  }
  return all
}

/**
 * @param {Index} index
 * @param {string} token
 * @param {boolean} unfinished
 * @param {boolean} [repair] it may be misspelt
 * @returns {Concept}
 */
function latinConcept(index, token, unfinished, repair = true) {
  const whole = bare(token)
  /** @type {Variant[]} */
  const variants = []
  if (index.has(token)) variants.push({ terms: [token], weight: 1, how: "word" })
  if (whole !== token && index.has(whole)) variants.push({ terms: [whole], weight: 1, how: "word" })
  const pieces = token.split(JOINTS).filter((piece) => piece !== "")
  if (pieces.length > 1 && pieces.every((piece) => index.has(piece)))
    variants.push({ terms: pieces, weight: 0.9, how: "split" })
  const known = variants.length > 0
  const split = splits(index, whole)
  if (split) variants.push({ terms: split, weight: known ? 0.7 : 0.9, how: "split" })
  if (unfinished) variants.push(...completions(index, whole))
  if (!known) {
    for (const ending of [/s$/, /ing$/, /ed$/]) {
      const stem = whole.replace(ending, "")
      if (stem !== whole && index.has(stem)) variants.push({ terms: [stem], weight: 0.9, how: "typo" })
    }
    if (repair && !variants.some((v) => v.weight > 0.75 && v.how === "prefix"))
      for (const near of nearLatin(index, whole))
        variants.push({ terms: [near.term], weight: near.weight, how: "typo" })
    const readings = variants.length ? undefined : sounds(index).abbreviated(whole)
    for (const reading of readings ?? [])
      for (const meant of reading.words) variants.push({ terms: [meant], weight: 0.7, how: "pinyin" })
  }
  return { text: token, variants, weight: 1, part: false }
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
  if (end === start) return withTail(index, tokens[start], start)
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
 * Pinyin with a Latin word at its end, typed without a space (chuyigenhaodk: 除以根号 dk).
 * @param {Index} index
 * @param {string} token
 * @param {number} place of the token
 * @returns {{ concepts: Concept[], end: number } | undefined}
 */
function withTail(index, token, place) {
  if (!/^[a-z]+$/.test(token) || index.has(token) || nearLatin(index, token).length) return undefined
  for (let cut = token.length - SHORTEST_TAIL; cut >= SHORTEST_HEAD; cut--) {
    const tail = token.slice(cut)
    if (!index.isNamed(tail)) continue
    const readings = sounds(index).spelled(token.slice(0, cut), false)
    if (!readings?.every((reading) => reading.whole && reading.words.length)) continue
    const said = readings.filter((reading) => !index.stop.has(reading.words[0]))
    return { concepts: [...said.map(pinyinConcept), latinConcept(index, tail, false)], end: place + 1 }
  }
  return undefined
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
 * @param {Index} index
 * @param {string} text
 * @param {number} weight
 * @param {How} how
 * @returns {Concept}
 */
function word(index, text, weight, how) {
  /** @type {Variant[]} */
  const variants = index.has(text) || index.shards ? [{ terms: [text], weight, how }] : []
  const pieces = isHan(text) && text.length >= 4 ? segment(index, text, text) : []
  if (pieces.length === 2 && pieces.every((piece) => piece.length > 1))
    variants.push({ terms: pieces, weight: weights.APART * weight, how: "split" })
  return { text, variants, weight: 1, part: false }
}

/**
 * @param {Index} index
 * @param {string} whole
 * @param {number} weight
 * @returns {Concept[]}
 */
function parts(index, whole, weight) {
  if (whole.length < 3) return []
  return inside(index, whole)
    .filter((part) => !index.stop.has(part))
    .map((part) => ({
      text: part,
      variants: [{ terms: [part], weight, how: /** @type {How} */ ("word") }],
      weight: weights.PART,
      part: true,
    }))
}

/**
 * Words that begin with what has been typed of the last one; those that name questions, and short ones, first.
 * @param {Index} index
 * @param {string} begun
 * @returns {Variant[]}
 */
function completions(index, begun) {
  if (begun.length < (isHan(begun) ? 1 : 2)) return []
  let low = 0
  let high = index.terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (index.terms[middle] < begun) low = middle + 1
    else high = middle
  }
  const found = []
  for (; low < index.terms.length && index.terms[low].startsWith(begun) && found.length < 200; low++)
    if (index.terms[low] !== begun) found.push(index.terms[low])
  const value = (/** @type {string} */ term) =>
    (index.isNamed(term) ? 3 : 0) +
    Math.log2(1 + index.df[index.places.get(term) ?? 0]) / 2 -
    (term.length - begun.length) / 3
  found.sort((a, b) => value(b) - value(a))
  return found.slice(0, 12).map((term) => ({
    terms: [term],
    weight: 0.5 + 0.3 * (begun.length / term.length),
    how: /** @type {How} */ ("prefix"),
  }))
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

/** @param {string} token */
function bare(token) {
  return token.replace(/[-_/']|\+(?=[a-z0-9])/g, "").replace(/(?<![0-9])\.|\.(?![0-9])/g, "")
}

/**
 * @type {WeakMap<Index, Map<string, string[]>>}
 */
const groups = new WeakMap()

/**
 * Concepts next to each other that spell a name of the glossary gain its other names.
 * @param {Index} index
 * @param {Concept[]} all
 * @returns {Concept[]}
 */
function withSynonyms(index, all) {
  let names = groups.get(index)
  if (!names) {
    names = new Map()
    for (const group of index.synonyms) {
      const members = group.split("|")
      for (const member of members) names.set(key(member), [...(names.get(key(member)) ?? []), ...members])
    }
    groups.set(index, names)
  }
  const whole = all.filter((c) => !c.part)
  for (let start = 0; start < whole.length; start++)
    for (let end = Math.min(whole.length, start + 5); end > start; end--) {
      const span = whole.slice(start, end)
      const name = span.map((c) => meantBy(c)).join("")
      const members = names.get(key(name))
      if (!members) continue
      for (const member of new Set(members)) {
        if (key(member) === key(name)) continue
        const terms = nameTerms(index, member)
        if (!terms) continue
        // Each word of the name is satisfied when the other name stands there.
        for (const concept of span) concept.variants.push({ terms, weight: weights.SYNONYM, how: "synonym" })
      }
      start = end - 1
      break
    }
  return all
}

/** @param {Concept} concept the word a concept most likely means */
function meantBy(concept) {
  const best = concept.variants.reduce((a, b) => (b.how !== "prefix" && b.weight > a.weight ? b : a), {
    terms: [concept.text],
    weight: 0.65,
  })
  return best.terms.join("")
}

/**
 * A name as terms of the index: whole where the index holds it whole.
 * @param {Index} index
 * @param {string} name
 * @returns {string[] | undefined}
 */
function nameTerms(index, name) {
  /** @type {string[]} */
  const terms = []
  for (const run of runs(written(index, name))) {
    const joined = bare(run.text)
    if (run.han) terms.push(...(index.has(run.text) ? [run.text] : segment(index, run.text)))
    else terms.push(...(index.has(joined) ? [joined] : run.text.split(JOINTS)))
  }
  const content = terms.filter((term) => !index.stop.has(term))
  return content.length && (index.shards || content.every((term) => index.has(term))) ? content : undefined
}

/**
 * The same word typed twice counts once.
 * @param {Concept[]} all
 */
function merge(all) {
  /** @type {Map<string, Concept>} */
  const seen = new Map()
  for (const concept of all) {
    const before = seen.get(concept.text)
    if (!before || (before.part && !concept.part)) seen.set(concept.text, concept)
  }
  return [...seen.values()]
}
