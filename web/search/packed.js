/** The packed index, opened: vocabulary, postings, sounds. What `hooks/answerbook/search/packed.py` writes, this reads. */

import { fnv1a } from "../fnv1a.js"
import { ANY_SIZE, Decoder } from "./coded.js"
import { english } from "./english.js"
import { isHan, key } from "./text.js"
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

const NOTHING = new Map()

/** @typedef {Map<number, number>} Hints by question, what longer terms say of those inside them: flags, and above four bits ways of asking */

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
 * @returns {(count: number, room: number) => Uint16Array} so many numbers, all below room
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
  return (count, room) => {
    const numbers = new Uint16Array(count)
    read(numbers, 0, count, 0, room - 1)
    return numbers
  }
}

/**
 * One small number per character.
 * @param {string} packed
 * @returns {Uint8Array}
 */
export function digits(packed) {
  return Uint8Array.from(packed, (c) => DIGIT[c.charCodeAt(0)])
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
export function unpacked({ sizes: [picked, latin, count], ...coded }, common = commonCharacters()) {
  const characters = [...coded.characters, ...Array.from(rising(coded.picked)(picked, COMMON), (i) => common[i])]
  return vocabulary(digits(coded.vocabulary), characters.sort(), latin, count)
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

/** Postings of the terms of one part, decoded only when a term is asked for. */
class Postings {
  /**
   * @param {string[]} terms
   * @param {Part} part
   * @param {Float64Array} scale weight of each level
   * @param {number} questions how many the book has
   */
  constructor(terms, part, scale, questions) {
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
    /** @type {Map<string, [start: number, place: number]>} */
    this.places = new Map(terms.map((term, place) => [term, [0, place]]))
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
   * @param {(count: number, room: number) => Uint16Array} others reads the questions that no longer term tells
   * @param {Uint8Array} packed
   */
  readLists(terms, others, packed) {
    const at = contextsAt(this.scale.length)
    const coded = new Decoder(packed, at.end)
    /** @type {Map<number, Hints>} by the place of the term */
    const hints = new Map()
    let start = 0
    for (const i of byLength(terms)) {
      const end = start + this.counts[i]
      const place = /** @type {[number, number]} */ (this.places.get(terms[i]))
      place[0] = start
      const told = hints.get(i) ?? NOTHING
      this.listed.set(this.questionsOf(terms[i], this.counts[i], told, others, coded, at.listed), start)
      this.readMarks(terms[i], start, end, told, coded, at)
      this.tell(terms[i], start, end, hints)
      hints.delete(i)
      start = end
    }
  }

  /**
   * The questions that list a term: those that a longer term tells, and others.
   * @param {string} term
   * @param {number} count
   * @param {Hints} hints
   * @param {(count: number, room: number) => Uint16Array} others
   * @param {Decoder} coded
   * @param {number} listedAt
   */
  questionsOf(term, count, hints, others, coded, listedAt) {
    const like = listedAt + 2 * (Number(isHan(term)) + 2 * Math.min(term.length, LONG))
    if (!hints.size) return others(count, this.questions)
    const hinted = Uint16Array.from(hints.keys()).sort()
    const found = []
    for (const question of hinted) if (found.length < count && coded.number(like, 1)) found.push(question)
    const rest = others(count - found.length, this.questions - hinted.length)
    let passed = 0
    // They are counted among those that no longer term tells.
    for (const place of rest) {
      while (passed < hinted.length && hinted[passed] <= place + passed) passed++
      found.push(place + passed)
    }
    return Uint16Array.from(found).sort()
  }

  /**
   * @param {string} term
   * @param {number} start
   * @param {number} end of its list
   * @param {Hints} hints
   * @param {Decoder} coded
   * @param {ReturnType<typeof contextsAt>} at
   */
  readMarks(term, start, end, hints, coded, at) {
    const steps = this.scale.length
    let [flags, step] = [FIRST, steps]
    const han = Number(isHan(term))
    const like = 2 * Math.min(end - start, MANY) + han
    for (let i = start; i < end; i++) {
      const hint = hints.get(this.listed[i])
      flags = coded.number(hint !== undefined ? HINTED_AT + 16 * (hint & 15) : ((FIRST + 1) * like + flags) * 16, 4)
      step = coded.number(STEPS_AT + ((steps + 1) * flags + step) * 16, 4)
      this.weights[i] = steps * flags + step
      if (flags & ASKED)
        this.asks[i] =
          hint !== undefined && hint >> 4 && coded.number(at.same, 1)
            ? hint >> 4
            : coded.chosen(coded.number(at.ways + flags * 16, 4), MOST_ASKS)
      if (flags & NAMING) this.called[i] = coded.number(at.names + (han << MOST_NAMES), MOST_NAMES)
    }
  }

  /**
   * What a term says of those inside it that are not too short to tell.
   * @param {string} term
   * @param {number} start
   * @param {number} end of its list
   * @param {Map<number, Hints>} hints
   */
  tell(term, start, end, hints) {
    const steps = this.scale.length
    const least = isHan(term) ? SHORTEST_HAN : SHORTEST_LATIN
    for (let from = 0; from + least <= term.length; from++)
      for (let to = from + least; to <= term.length; to++) {
        const place = to - from < term.length ? this.places.get(term.slice(from, to))?.[1] : undefined
        if (place === undefined) continue
        const told = hints.get(place) ?? new Map()
        hints.set(place, told)
        for (let i = start; i < end; i++) {
          const said = (this.asks[i] << 4) | Math.floor(this.weights[i] / steps)
          told.set(this.listed[i], (told.get(this.listed[i]) ?? 0) | said)
        }
      }
  }

  /** @param {string} term whether a title or an alias holds it */
  names(term) {
    const [start, number] = /** @type {[number, number]} */ (this.places.get(term))
    return this.weights.subarray(start, start + this.counts[number]).some((weight) => (weight / this.scale.length) & 3)
  }

  /**
   * The summed idf of every way of asking, or of every name, by question.
   * @param {Uint32Array | Uint8Array} holding which of them hold each posting
   * @param {(term: string) => number} idf of a term
   */
  idfs(holding, idf) {
    /** @type {number[][]} */
    const sums = Array.from({ length: this.questions }, () => Array(MOST_ASKS).fill(0))
    for (const [term, [start, number]] of this.places) {
      const value = idf(term)
      for (let i = start; i < start + this.counts[number]; i++)
        for (let held = holding[i], place = 0; held; held >>= 1, place++)
          if (held & 1) sums[this.listed[i]][place] += value
    }
    return sums
  }

  /** @param {string} term */
  documentFrequency(term) {
    const place = this.places.get(term)
    return place ? this.df[place[1]] : 0
  }

  /**
   * @param {string} term
   * @returns {Map<number, Posting> | undefined}
   */
  of(term) {
    const place = this.places.get(term)
    if (!place) return undefined
    const [start, number] = place
    const count = this.counts[number]
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
    /** @type {[id: string, title: string, count: number][]} */
    this.topics = base.topics
    const common = commonCharacters()
    const { terms, logFrequencies } = unpacked(base.coded, common)
    this.terms = terms
    this.logFrequencies = logFrequencies
    /** @type {Map<string, number>} */
    this.places = new Map(this.terms.map((term, i) => [term, i]))
    this.titleIdf = digits(base.title_idf)
    this.stop = new Set(base.stop.split(" "))
    this.softStop = new Set(base.soft_stop.split(" "))
    /** @type {string[]} */
    this.variants = base.variants.split(" ")
    /** @type {string[]} */ this.synonyms = base.synonyms
    /** @type {string[][]} what people say, and the terms that may be meant */
    this.everyday = base.everyday.map((/** @type {string} */ group) => group.split("|"))
    /** @type {[term: string, places: number][]} terms that no answer is about, and how many mention them */
    this.elsewhere = pairs(base.elsewhere.split(" ")).map(([term, places]) => [term, Number(places)])
    /** @type {import("./english.js").English | undefined} */ this.english = undefined
    /** @type {number[]} questions that are asked most */
    this.offered = base.offered
    /** @type {Map<string, string>} */
    this.simplified = new Map(pairs(base.simplified))
    this.sounds = soundsOf(base, common)
    /** @type {Record<string, string>} */ this.readings = base.readings
    this.scale = scaleOf(base.scale)
    const all = this.shards ? undefined : new Postings(this.terms, base.coded, this.scale, this.count)
    /** @type {Map<number, Postings>} */
    this.loaded = new Map(all && [[0, all]])
    this.df = all?.df ?? integers(base.df)
    this.named = all ? Uint8Array.from(this.terms, (term) => Number(all.names(term))) : Uint8Array.from(base.named)
    /** @type {Map<number, QuestionRow[]>} */
    this.blocks = new Map(this.block ? [] : [[0, base.questions]])
    /** @type {number[][] | undefined} */ this.askIdfs = undefined
    /** @type {number[][] | undefined} */ this.nameIdfs = undefined
    /** @type {string[] | undefined} */ this.titleKeys = undefined
  }

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
        this.loaded.set(shard, new Postings(frontCoded(part.terms), part, this.scale, this.count))
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
