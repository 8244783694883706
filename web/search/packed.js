/** The packed index, opened: vocabulary, postings, sounds. What `hooks/answerbook/search/packed.py` writes, this reads. */

import { fnv1a } from "../fnv1a.js"
import { ANY_SIZE, Decoder } from "./coded.js"
import { english } from "./english.js"
import { isHan, key } from "./text.js"
import { Texts } from "./texts.js"
import { vocabulary } from "./vocabulary.js"

/**
 * @typedef {Record<string, any>} Part a part of the index as its script left it
 * @typedef {{ tf: number, title: boolean, alias: boolean, names: number, asks: number }} Posting weighted frequency, whether title or aliases hold the term, and which names and ways of asking do, a bit each
 * @typedef {[id: string, title: string, level: number]} QuestionRow
 */

// The same characters as ALPHABET in alphabet.py.
const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => !"\"\\<&'`$".includes(c))
  .join("")
const DIGIT = new Uint8Array(128)
for (let i = 0; i < ALPHABET.length; i++) DIGIT[ALPHABET.charCodeAt(i)] = i
const HALF = ALPHABET.length >> 1
// How many characters GB 2312's first level has.
const COMMON = 3755
// The flag of a posting that the title holds.
const TITLED = 1
// The flag of a posting that ways of asking hold, and at most so many of them: MOST_ASKS in counting.py.
const ASKED = 4
const MOST_ASKS = 20
// The same of names.
const NAMING = 8
export const MOST_NAMES = 6
const TYPICAL_IDF = 12
const TYPICAL_NAME_IDF = 5
// The contexts of a mark, as in packed.py.
const FIRST = 16
const MANY = 8
const LONG = 4
const HINTED_AT = 2 * (MANY + 1) * (FIRST + 1) * 16
const STEPS_AT = HINTED_AT + 16 * 16
const UNLISTED_AT = 2 * ANY_SIZE
const SHORTEST_HAN = 2
const SHORTEST_LATIN = 3

// Among so many numbers the ways in which terms begin are told apart.
const BEGUN = 1 << 16
// Above four bits of flags and all ways of asking.
const SAID = 1 << 24
/** @type {number[]} */
const NONE = []

/**
 * All non-negative integers of a packed string.
 * @param {string} packed
 * @returns {Uint32Array}
 */
export function integers(packed) {
  const numbers = new Uint32Array(packed.length)
  let length = 0
  for (let i = 0; i < packed.length; i++) {
    let value = 0
    let scale = 1
    let digit = DIGIT[packed.charCodeAt(i)]
    while (digit >= HALF) {
      value += (digit - HALF) * scale
      scale *= HALF
      digit = DIGIT[packed.charCodeAt(++i)]
    }
    numbers[length++] = value + digit * scale
  }
  return numbers.subarray(0, length)
}

/**
 * Reads lists of rising numbers, six bits to a character, one after another as `interpolative` in alphabet.py writes them.
 * @param {string} packed
 * @returns {(count: number, room: number, into?: Uint16Array, at?: number) => Uint16Array} so many numbers, all below room
 */
export function rising(packed) {
  let at = 0
  const bit = () => (DIGIT[packed.charCodeAt(Math.floor(at / 6))] >> (5 - (at++ % 6))) & 1
  /** @param {number} room one of so many numbers from 0 on */
  const number = (room) => {
    const low = 31 - Math.clz32(room)
    let value = 0
    for (let i = 0; i < low; i++) value = value * 2 + bit()
    const short = 2 ** (low + 1) - room
    return value < short ? value : value * 2 + bit() - short
  }
  /** @param {Uint16Array} numbers @param {number} from @param {number} count @param {number} low @param {number} high */
  const read = (numbers, from, count, low, high) => {
    if (!count) return
    const middle = count >> 1
    const least = low + middle
    const room = high - (count - 1 - middle) - least + 1
    const value = least + (high - low + 1 === count ? 0 : number(room))
    numbers[from + middle] = value
    read(numbers, from, middle, low, value - 1)
    read(numbers, from + middle + 1, count - 1 - middle, value + 1, high)
  }
  return (count, room, into = new Uint16Array(count), at = 0) => {
    read(into, at, count, 0, room - 1)
    return into
  }
}

/**
 * One small number per character.
 * @param {string} packed
 * @returns {Uint8Array}
 */
export function digits(packed) {
  const all = new Uint8Array(packed.length)
  for (let i = 0; i < all.length; i++) all[i] = DIGIT[packed.charCodeAt(i)]
  return all
}

/**
 * A front-coded list of terms.
 * @param {string} coded
 * @returns {string[]}
 */
export function frontCoded(coded) {
  if (!coded) return []
  let before = ""
  return coded.split(" ").map((entry) => (before = before.slice(0, DIGIT[entry.charCodeAt(0)]) + entry.slice(1)))
}

/** The characters of GB 2312's first level, in its order, which is by sound. */
function commonCharacters() {
  const bytes = Uint8Array.from({ length: 2 * COMMON }, (_, i) =>
    i % 2 ? 0xa1 + (((i - 1) / 2) % 94) : 0xb0 + Math.floor(i / 2 / 94),
  )
  return [...new TextDecoder("gb2312").decode(bytes)]
}

/**
 * The terms of a book; of their characters those of daily use are told by their places among these.
 * @param {Part} coded
 * @param {string[]} [common]
 */
export function unpacked({ sizes: [latin, count], ...coded }, common = commonCharacters()) {
  const characters = charactersOf(coded.characters, common)
  return { characters, ...vocabulary(digits(coded.vocabulary), [...characters].sort(), latin, count) }
}

/**
 * Characters as `characters` in vocabulary.py has told them.
 * @param {[count: number, picked: string, others: string]} packed
 * @param {string[]} common
 * @returns {string[]}
 */
function charactersOf([count, picked, others], common) {
  return [...others, ...Array.from(rising(picked)(count, COMMON), (i) => common[i])]
}

/**
 * The texts of an index.
 * @param {Part} coded
 * @param {string[]} usual characters, besides which it tells others
 * @param {string[]} [common]
 */
export function textsOf(coded, usual, common = commonCharacters()) {
  return new Texts(digits(coded.texts), [...usual, ...charactersOf(coded.written, common)].sort())
}

/**
 * The sound of each of these characters.
 * @param {string[]} common
 * @param {string} packed each sound and for how many characters it goes on
 * @returns {Map<string, string>}
 */
function commonSounds(common, packed) {
  let place = 0
  /** @type {Map<string, string>} */
  const sounds = new Map()
  for (const [, sound, times] of packed.matchAll(/([a-z]+)(\d+)/g))
    for (let i = 0; i < Number(times); i++) sounds.set(common[place++], sound)
  return sounds
}

/** Where the contexts begin whose place goes by the number of steps. @param {number} steps */
function contextsAt(steps) {
  const ways = STEPS_AT + 16 * (steps + 1) * 16
  const names = ways + 16 * 16
  const listed = names + 2 * (1 << MOST_NAMES)
  const same = listed + 2 * 2 * (LONG + 1)
  return { ways, names, listed, same, end: same + 2 }
}

/** @param {string[]} terms */
function placesOf(terms) {
  /** @type {Map<string, number>} */
  const places = new Map()
  for (let place = 0; place < terms.length; place++) places.set(terms[place], place)
  return places
}

/** The places of terms, those of the longest first. @param {string[]} terms */
function byLength(terms) {
  /** @type {number[][]} */
  const places = []
  for (const [place, { length }] of terms.entries()) {
    places[length] ??= []
    places[length].push(place)
  }
  return places.reverse().flat()
}

/** So many characters of a term tell it from most others. @param {string} term */
function shortest(term) {
  return isHan(term) ? SHORTEST_HAN : SHORTEST_LATIN
}

/**
 * How a term begins at a place, as a number; others may have the same.
 * @param {string} term
 * @param {number} from
 * @param {number} length
 */
function begun(term, from, length) {
  let number = 0
  for (let at = from; at < from + length; at++) number = (number * 83 + term.charCodeAt(at)) & (BEGUN - 1)
  return number
}

/** By how terms begin, how long they are at most. @param {string[]} terms */
function longestOf(terms) {
  const longest = new Uint8Array(BEGUN)
  for (const term of terms) {
    const length = shortest(term)
    if (term.length < length) continue
    const at = begun(term, 0, length)
    longest[at] = Math.max(longest[at], term.length)
  }
  return longest
}

/** Postings of the terms of one part, decoded only when a term is asked for. */
class Postings {
  /**
   * @param {string[]} terms
   * @param {Map<string, number>} places of these
   * @param {Part} part
   * @param {Float64Array} scale weight of each level
   * @param {number} questions how many the book has
   */
  constructor(terms, places, part, scale, questions) {
    this.terms = terms
    this.places = places
    /** How many questions list each term. */
    this.counts = new Uint16Array(terms.length)
    /** How many hold it, also where that is too little to be listed. */
    this.df = new Uint32Array(terms.length)
    this.readCounts(terms, digits(part.counts))
    const all = this.counts.reduce((sum, count) => sum + count, 0)
    /** The questions of all lists. */
    this.listed = new Uint16Array(all)
    this.scale = scale
    this.questions = questions
    this.weights = new Uint8Array(all)
    /** The ways of asking that hold each posting, as bits. */
    this.asks = new Uint32Array(all)
    /** And the names. */
    this.called = new Uint8Array(all)
    /** Where the list of each term begins. */
    this.starts = new Uint32Array(terms.length)
    /** In the order of the lists. */
    this.order = byLength(terms)
    this.readLists(terms, rising(part.listed), digits(part.marks))
  }

  /**
   * @param {string[]} terms
   * @param {Uint8Array} packed as `_counts` in packed.py has written it
   */
  readCounts(terms, packed) {
    const coded = new Decoder(packed, UNLISTED_AT + 2 * 16 * 8)
    for (const [i, term] of terms.entries()) {
      const han = Number(isHan(term))
      const count = coded.anySize(han * ANY_SIZE)
      const rough = coded.number(UNLISTED_AT + 8 * (16 * han + 32 - Math.clz32(count)), 3)
      this.counts[i] = count
      this.df[i] = count + (rough && 4 ** (rough - 1))
    }
  }

  /**
   * The questions and marks of all terms, the longest first, as `_Lists` in packed.py has written them.
   * @param {string[]} terms
   * @param {ReturnType<typeof rising>} others reads the questions that no longer term tells
   * @param {Uint8Array} packed
   */
  readLists(terms, others, packed) {
    const at = contextsAt(this.scale.length)
    const coded = new Decoder(packed, at.end)
    /** @type {number[][]} by the place of a term, the longer ones that it stands in */
    const holders = []
    // What these say of each question: ways of asking, flags, and that they are there at all; as bits.
    const said = new Int32Array(this.questions)
    const longest = longestOf(terms)
    let start = 0
    for (const i of this.order) {
      const end = start + this.counts[i]
      this.starts[i] = start
      const hinted = holders[i] ? this.gather(holders[i], said) : NONE
      this.readQuestions(terms[i], start, end, hinted, others, coded, at.listed)
      this.readMarks(terms[i], start, end, said, coded, at)
      this.tell(terms[i], i, holders, longest)
      for (const question of hinted) said[question] = 0
      start = end
    }
  }

  /**
   * What longer terms say of the questions that list them.
   * @param {number[]} places of the longer terms
   * @param {Int32Array} said is filled
   * @returns {number[]} the questions, in order
   */
  gather(places, said) {
    const steps = this.scale.length
    const hinted = []
    for (const place of places) {
      const start = this.starts[place]
      for (let i = start; i < start + this.counts[place]; i++) {
        const question = this.listed[i]
        if (!said[question]) hinted.push(question)
        said[question] |= SAID | (this.asks[i] << 4) | ((this.weights[i] / steps) | 0)
      }
    }
    return hinted.sort((a, b) => a - b)
  }

  /**
   * The questions that list a term: those that a longer term tells, and others.
   * @param {string} term
   * @param {number} start
   * @param {number} end of its list
   * @param {number[]} hinted
   * @param {ReturnType<typeof rising>} others
   * @param {Decoder} coded
   * @param {number} listedAt
   */
  readQuestions(term, start, end, hinted, others, coded, listedAt) {
    const like = listedAt + 2 * (Number(isHan(term)) + 2 * Math.min(term.length, LONG))
    let at = start
    for (const question of hinted) if (at < end && coded.number(like, 1)) this.listed[at++] = question
    others(end - at, this.questions - hinted.length, this.listed, at)
    let passed = 0
    // They are counted among those that no longer term tells.
    for (; hinted.length && at < end; at++) {
      const question = this.listed[at]
      while (passed < hinted.length && hinted[passed] <= question + passed) passed++
      // In their place among those that are told.
      let before = at
      for (; before > start && this.listed[before - 1] > question + passed; before--)
        this.listed[before] = this.listed[before - 1]
      this.listed[before] = question + passed
    }
  }

  /**
   * @param {string} term
   * @param {number} start
   * @param {number} end of its list
   * @param {Int32Array} said
   * @param {Decoder} coded
   * @param {ReturnType<typeof contextsAt>} at
   */
  readMarks(term, start, end, said, coded, at) {
    const steps = this.scale.length
    let [flags, step] = [FIRST, steps]
    const han = Number(isHan(term))
    const like = 2 * Math.min(end - start, MANY) + han
    for (let i = start; i < end; i++) {
      const hint = said[this.listed[i]]
      flags = coded.number(hint ? HINTED_AT + 16 * (hint & 15) : ((FIRST + 1) * like + flags) * 16, 4)
      step = coded.number(STEPS_AT + ((steps + 1) * flags + step) * 16, 4)
      this.weights[i] = steps * flags + step
      if (flags & ASKED) {
        const ways = (hint & ~SAID) >> 4
        this.asks[i] =
          ways && coded.number(at.same, 1) ? ways : coded.chosen(coded.number(at.ways + flags * 16, 4), MOST_ASKS)
      }
      if (flags & NAMING) this.called[i] = coded.number(at.names + (han << MOST_NAMES), MOST_NAMES)
    }
  }

  /**
   * Tell those terms inside a term that are not too short of it.
   * @param {string} term
   * @param {number} own its place
   * @param {number[][]} holders
   * @param {Uint8Array} longest by how terms begin, how long they are at most
   */
  tell(term, own, holders, longest) {
    const least = shortest(term)
    for (let from = 0; from + least <= term.length; from++) {
      const end = Math.min(from + longest[begun(term, from, least)], from ? term.length : term.length - 1)
      for (let to = from + least; to <= end; to++) {
        const place = this.places.get(term.slice(from, to))
        if (place === undefined) continue
        // It may stand there twice.
        if (holders[place]) holders[place].push(own)
        else holders[place] = [own]
      }
    }
  }

  /** Whether a title or an alias holds a term, 1 or 0 for each. */
  named() {
    return Uint8Array.from(this.starts, (start, place) => {
      for (let i = start; i < start + this.counts[place]; i++) if ((this.weights[i] / this.scale.length) & 3) return 1
      return 0
    })
  }

  /**
   * The summed idf of every way of asking, or of every name, by question.
   * @param {Uint32Array | Uint8Array} holding which of them hold each posting
   * @param {(term: string) => number} idf of a term
   */
  idfs(holding, idf) {
    /** @type {number[][]} */
    const sums = Array.from({ length: this.questions }, () => Array(MOST_ASKS).fill(0))
    for (const [number, start] of this.starts.entries()) {
      const value = idf(this.terms[number])
      for (let i = start; i < start + this.counts[number]; i++)
        for (let held = holding[i], place = 0; held; held >>= 1, place++)
          if (held & 1) sums[this.listed[i]][place] += value
    }
    return sums
  }

  /**
   * The questions, whose titles and ids have known words in them, as `titles` in packed.py has picked these.
   * @param {Texts} texts
   * @param {Uint8Array} levels
   * @returns {QuestionRow[]}
   */
  rows(texts, levels) {
    /** @type {string[][]} */
    const inTitles = Array.from({ length: this.questions }, () => [])
    /** @type {string[][]} */
    const inIds = inTitles.map(() => [])
    for (const number of this.order) {
      const term = this.terms[number]
      const latin = term.length > 1 && !isHan(term)
      const start = this.starts[number]
      for (let i = start; i < start + this.counts[number]; i++) {
        const flags = Math.floor(this.weights[i] / this.scale.length)
        if (flags & TITLED) inTitles[this.listed[i]].push(term)
        if (flags && latin) inIds[this.listed[i]].push(term)
      }
    }
    const titles = inTitles.map((words) => texts.text(words))
    return inIds.map((words, question) => [texts.text(words), titles[question], levels[question]])
  }

  /** The summed idf of the terms of every title. */
  titleIdfs() {
    const sums = new Float64Array(this.questions)
    for (const [number, start] of this.starts.entries()) {
      const count = this.counts[number]
      const idf = Math.log(1 + (this.questions - count + 0.5) / (count + 0.5))
      for (let i = start; i < start + count; i++)
        if (Math.floor(this.weights[i] / this.scale.length) & TITLED) sums[this.listed[i]] += idf
    }
    return Uint8Array.from(sums, (sum) => Math.min(Math.round(sum), ALPHABET.length - 1))
  }

  /** @param {string} term */
  documentFrequency(term) {
    const place = this.places.get(term)
    return place === undefined ? 0 : this.df[place]
  }

  /**
   * @param {string} term
   * @returns {Map<number, Posting> | undefined}
   */
  of(term) {
    const place = this.places.get(term)
    if (place === undefined) return undefined
    const start = this.starts[place]
    const count = this.counts[place]
    /** @type {Map<number, Posting>} */
    const found = new Map()
    for (let i = start; i < start + count; i++) {
      const level = this.weights[i] % this.scale.length
      const flags = (this.weights[i] - level) / this.scale.length
      found.set(this.listed[i], {
        tf: this.scale[level],
        title: (flags & 1) === 1,
        alias: (flags & 2) === 2,
        names: this.called[i],
        asks: this.asks[i],
      })
    }
    return found
  }
}

/** Two and two. @param {string | string[]} list @returns {[string, string][]} */
function pairs(list) {
  return Array.from({ length: list.length >> 1 }, (_, at) => [list[2 * at], list[2 * at + 1]])
}

/**
 * The usual reading of each character: of those of daily use, and of others by their sound.
 * @param {Part} base
 * @param {string[]} common the characters of daily use
 */
function soundsOf(base, common) {
  const sounds = commonSounds(common, base.common)
  for (const entry of base.sounds.split(" ")) {
    const sound = /^[a-z]+/.exec(entry)?.[0] ?? ""
    for (const character of entry.slice(sound.length)) sounds.set(character, sound)
  }
  return sounds
}

/** The weights that the steps of a mark stand for. @param {[lowest: number, highest: number, levels: number]} given */
function scaleOf([lowest, highest, levels]) {
  return Float64Array.from({ length: levels }, (_, i) => lowest * (highest / lowest) ** (i / (levels - 1)))
}

/** An opened index. Everything is at hand but, in a large book, shards and blocks, which `prepare` and `rows` load. */
export class Index {
  /**
   * @param {Part} base the part named "index"
   * @param {(name: string) => Promise<Part>} load brings a further part: "shard-3", "block-0", "text/attention-scaling"
   */
  constructor(base, load) {
    this.load = load
    /** @type {number} */ this.count = base.count
    /** @type {number} */ this.shards = base.shards
    /** @type {number} */ this.block = base.block
    const common = commonCharacters()
    const { terms, logFrequencies, characters } = unpacked(base.coded, common)
    this.terms = terms
    this.logFrequencies = logFrequencies
    /** @type {Map<string, number>} */
    this.places = placesOf(terms)
    const texts = textsOf(base.coded, characters, common)
    /** @type {[id: string, title: string, count: number][]} */
    this.topics = pairs(texts.list()).map(([id, title], topic) => [id, title, base.topics[topic]])
    this.stop = new Set(texts.list())
    this.softStop = new Set(texts.list())
    this.variants = texts.list()
    /** @type {[term: string, places: number][]} terms that no answer is about, and how many mention them */
    this.elsewhere = pairs(texts.list()).map(([term, places]) => [term, Number(places)])
    /** By each name of a family of models the generations of it that the book speaks of. */
    this.versions = versionsOf(texts.list())
    /** @type {Record<string, string>} */
    this.readings = Object.fromEntries(pairs(texts.list()))
    /** @type {string[][]} what people say, and the terms that may be meant */
    this.everyday = texts.list().map((group) => group.split("|"))
    this.synonyms = texts.list()
    /** @type {import("./english.js").English | undefined} */ this.english = undefined
    /** @type {number[]} questions that are asked most */
    this.offered = base.offered
    /** @type {Map<string, string>} */
    this.simplified = new Map(pairs(base.simplified))
    this.sounds = soundsOf(base, common)
    this.scale = scaleOf(base.scale)
    const all = this.shards ? undefined : new Postings(this.terms, this.places, base.coded, this.scale, this.count)
    /** @type {Map<number, Postings>} */
    this.loaded = new Map(all && [[0, all]])
    this.df = all?.df ?? integers(base.df)
    this.named = all?.named() ?? Uint8Array.from(base.named)
    /** @type {Map<number, QuestionRow[]>} */
    this.blocks = new Map(all && [[0, all.rows(texts, digits(base.levels))]])
    this.titleIdf = all ? all.titleIdfs() : digits(base.title_idf)
  }

  /** @type {number[][] | undefined} */ askIdfs = undefined
  /** @type {number[][] | undefined} */ nameIdfs = undefined
  /** @type {string[] | undefined} */ titleKeys = undefined

  /**
   * The summed idf of a way of asking, as `titleIdf` is that of a title; about that of any where not all postings are at hand.
   * @param {number} question
   * @param {number} way
   * @param {(term: string) => number} idf of a term
   */
  askIdf(question, way, idf) {
    const all = this.loaded.get(0)
    if (this.shards || !all) return TYPICAL_IDF
    this.askIdfs ??= all.idfs(all.asks, idf)
    return this.askIdfs[question][way]
  }

  /**
   * The same of a name.
   * @param {number} question
   * @param {number} name
   * @param {(term: string) => number} idf of a term
   */
  nameIdf(question, name, idf) {
    const all = this.loaded.get(0)
    if (this.shards || !all) return TYPICAL_NAME_IDF
    this.nameIdfs ??= all.idfs(all.called, idf)
    return this.nameIdfs[question][name]
  }

  /** @param {string} term */
  has(term) {
    return this.places.has(term)
  }

  /** @param {string} term whether a title or an alias holds it */
  isNamed(term) {
    const place = this.places.get(term)
    return place !== undefined && this.named[place] === 1
  }

  /**
   * Load what the postings of these terms need.
   * @param {Iterable<string>} terms
   */
  async prepare(terms) {
    if (!this.shards) return
    const wanted = new Set([...terms].map((term) => fnv1a(term) % this.shards))
    await Promise.all(
      [...wanted].map(async (shard) => {
        if (this.loaded.has(shard)) return
        const part = await this.load(`shard-${shard}`)
        const terms = frontCoded(part.terms)
        this.loaded.set(shard, new Postings(terms, placesOf(terms), part, this.scale, this.count))
      }),
    )
  }

  /** Load what everyday words of English sentences mean; without it they are only less often understood. */
  async learnEnglish() {
    this.english ??= await this.load("english").then(
      (part) => english(/** @type {any} */ (part)),
      () => undefined,
    )
  }

  /**
   * @param {string} term
   * @returns {Map<number, Posting> | undefined}
   */
  postings(term) {
    return this.loaded.get(this.shards ? fnv1a(term) % this.shards : 0)?.of(term)
  }

  /** @param {string} term how many questions hold it */
  documentFrequency(term) {
    return this.loaded.get(this.shards ? fnv1a(term) % this.shards : 0)?.documentFrequency(term) ?? 0
  }

  /**
   * The questions whose title has this in it, and those whose whole title it is; none in a book so large that its titles
   * are not at hand.
   * @param {string} name reduced by `text.key`
   * @returns {{ exact: number[], within: number[] }}
   */
  titled(name) {
    if (this.block || name.length < 2) return { exact: [], within: [] }
    const titles = (this.titleKeys ??= /** @type {QuestionRow[]} */ (this.blocks.get(0)).map((row) => key(row[1])))
    const within = [...titles.keys()].filter((question) => titles[question].includes(name))
    return { exact: within.filter((question) => titles[question] === name), within }
  }

  /**
   * What is shown of these questions.
   * @param {number[]} questions
   * @returns {Promise<QuestionRow[]>}
   */
  async rows(questions) {
    const size = this.block || this.count
    await Promise.all(
      [...new Set(questions.map((q) => Math.floor(q / size)))].map(async (block) => {
        if (!this.blocks.has(block)) this.blocks.set(block, (await this.load(`block-${block}`)).questions)
      }),
    )
    return questions.map((q) => /** @type {QuestionRow[]} */ (this.blocks.get(Math.floor(q / size)))[q % size])
  }

  /**
   * @param {number} question
   * @returns {number} the place of its topic in `topics`
   */
  topicOf(question) {
    let topic = 0
    for (let end = this.topics[0][2]; question >= end; end += this.topics[topic][2]) topic++
    return topic
  }
}

/**
 * @param {string[]} lines qwen|千问 2 2.5 3
 * @returns {Map<string, string[]>}
 */
function versionsOf(lines) {
  return new Map(
    lines.flatMap((line) => {
      const [names, ...numbers] = line.split(" ")
      return names.split("|").map((name) => /** @type {[string, string[]]} */ ([name, numbers]))
    }),
  )
}
