/**
 * An interview post → the questions in it, in order, and what was left out. Pure text work in one pass over the lines.
 *
 * Where a post numbers its questions (or gives them bullets), the numbers say where a question begins and ends: what stands
 * between them is a hard-wrapped rest, a follow-up, or no question. Without them a line is a question, a sentence of it if
 * it has several that each have a term of their own; and in a paragraph questions are what follows “问”.
 */

import { items } from "./layout.js"
import {
  asks,
  followMark,
  isAnswer,
  isCode,
  isCodeSection,
  isComplete,
  isRound,
  isWritten,
  joint,
  kindOf,
  label,
  tells,
} from "./lines.js"
import { asked } from "./told.js"

/** @typedef {{ text: string, at: number }} Stretch a stretch of the post and where it begins */
/** @typedef {import("./layout.js").Item} Item */
/**
 * @typedef {object} SplitRow
 * @property {string} text
 * @property {"question" | "other" | "loose"} kind loose: a line that asks nothing; a question only if the book has it
 * @property {boolean} follows it goes on from the row before
 * @property {boolean} code something to write
 * @property {Stretch[]} pieces
 */

/** Nobody pastes more than this on purpose. */
export const LONGEST_POST = 50_000
export const MOST_QUESTIONS = 300
const LONGEST = 300
const SENTENCE = /(?<=[？?！!。])(?![」』）)"”’])|(?<=[；;])/
// Questions that one number or bullet holds.
const SEVERAL = /(?<=[；;])(?=.)|(?=[，,\s]\s*(?:还有|以及|再)一?道)/
const PARAGRAPH = 100
// What stands before the first of several questions in a line.
const LEAD = /^\s*(?:第?[一二三四五]面|hr\s*面)?(?:的)?(?:题目|題目|问题|問題|考题|考題|内容|內容)?[：:]\s*(?=\S)/i
// What several questions are about, before them (训练：ZeRO 三个阶段；流水线的气泡).
const FIELD =
  /^\s*[\u4e00-\u9fffA-Za-z]+\s?[\u4e00-\u9fffA-Za-z]{1,7}[：:]\s*(?=[^；;]+?(?:[；;]|\s\/\s)\s*\S|[^，,]+(?:[，,][^，,]+){3})/
// What a comment behind a question says of it (（没答上来）), never what the question says.
const COMMENT =
  /\s*[（(][^（）()]{0,4}(?:[我没秒寄忘崩懵蒙凉哭]|不会|不懂|答[了的得上]|有会|好难|简单|不知道|瞎|编的|卡住|没想|背过)[^（）()]{0,8}[）)]$/
// The same behind a comma (，写了二十分钟，没写完).
const TOLD =
  /(?:[，,]\s*(?:(?:写|调|想|卡|憋|推)了[^，,]{0,6}(?:分钟|小时|半天)|差点没[^，,]{1,6}|没(?:答|写|调|推|想|做)(?:上来|出来|完)|(?:这个)?答[得的](?:还行|不好|一般|很差|稀烂))[^，,\p{L}]*)+$/u
// Fewer lines are what is told of the questions before them.
const FEWEST = 3
const MOSTLY = 0.6
const LONGEST_NAME = 12
const LONGEST_TOPIC = 18
const FEWEST_TOPICS = 4
const SHORTEST_LISTED = 5
// A name with what is asked of it.
const ENDS_ASKING = /\S{2}(?:原理|区别|流程|推导|公式|作用)$|\S{2}(?:为[什何啥]|怎么|怎样|如何|什么)\S{2}/
const QUOTED = /^[「『“"]([^「」『』“”"]+)[」』”"]$/

/**
 * @param {string} post
 * @returns {{ rows: SplitRow[], left: Stretch[] }}
 */
export function split(post) {
  const found = new Found()
  /** @type {Item[]} */
  let region = []
  for (const item of items(post.slice(0, LONGEST_POST))) {
    if (item.mark === "" && isRound(item.text.trim())) {
      found.take(region, true)
      found.leave(item.text, item.at)
      found.coding = isCodeSection(item.text.trim())
      region = []
    } else region.push(item)
  }
  found.take(region)
  return { rows: found.rows, left: found.left }
}

/**
 * @param {string} post
 * @returns {string[]} the questions without their numbers, in order, each once; one more than there may be says that there are more
 */
export function questions(post) {
  return [...new Set(split(post).rows.flatMap((row) => (row.kind === "loose" ? [] : [row.text])))].slice(
    0,
    MOST_QUESTIONS + 1,
  )
}

/**
 * The items of an enumeration (“多头注意力、KV Cache、LoRA 的秩”), if it is one.
 * @param {string} question
 * @returns {string[]} two or more items, or none
 */
export function listed(question) {
  const parts = question
    .split(/[、/｜|]|\s{2,}/)
    .map(tidy)
    .filter((part) => part !== "")
  return parts.length > 1 && parts.every((part) => part.length >= 2) ? parts : []
}

/** Rows and rest, as they are found. */
class Found {
  constructor() {
    /** @type {SplitRow[]} */
    this.rows = []
    /** @type {Stretch[]} */
    this.left = []
    // The lines ask for code.
    this.coding = false
    // Where the post numbers its questions, a line without a number that asks nothing is none.
    this.strict = false
  }

  /**
   * @param {Item[]} region the items between two headings
   * @param {boolean} [headed] a heading follows
   */
  take(region, headed = false) {
    // A line alone before the first heading is the title of the post, unless it asks.
    const title = headed && region.length === 1 && !(this.rows.length || this.left.length)
    const marked = region.filter(isMarked).length >= 2
    const lists = marked ? listsIn(region) : new Set()
    /** @type {SplitRow | undefined} */
    let open
    region.forEach((item, i) => {
      this.strict = marked || title
      if (item.mark === "code") this.leave(item.text, item.at)
      else if (item.goesOn && this.goesOn(item)) return
      else if (item.mark) open = this.marked(item, isHead(item, region[i + 1]))
      else if (marked && !lists.has(i)) open = this.between(item, open)
      else {
        open = undefined
        this.plain(item)
      }
      if (item.mark === "code" || item.mark === "said") open = undefined
    })
  }

  /**
   * The rest of a line that was broken because it was full goes where its beginning went.
   * @param {Item} item
   * @returns {boolean} whether it was the rest of a line
   */
  goesOn(item) {
    if (followMark(tidy(item.text)) || label(item.text)) return false
    const row = this.rows.at(-1)
    const [taken, left] = [row?.pieces.at(-1), this.left.at(-1)]
    if (left && left.at > (taken?.at ?? -1)) {
      if (/[。！!？?]$/.test(left.text.trim()) || asks(item.text)) return false
      this.leave(item.text, item.at)
      return true
    }
    if (!row || /[。！!？?；;]$/.test(taken?.text.trim() ?? "")) return false
    this.append(row, item)
    return true
  }

  /**
   * @param {SplitRow} row
   * @param {Item} item
   */
  append(row, item) {
    const comma = /[，,]\s*$/.test(row.pieces[row.pieces.length - 1].text)
    row.pieces.push({ text: item.text, at: item.at })
    row.text = joined(comma ? `${row.text}，` : row.text, tidy(item.text))
  }

  /**
   * @param {Item} item with a number or a bullet
   * @param {boolean} heads what is under it is the question
   * @returns {SplitRow | undefined} the row that the next line may go on
   */
  marked(item, heads) {
    const text = tidy(item.text)
    const kind = kindOf(text, true)
    if (kind === "round" || heads) this.coding = isCodeSection(text)
    if (kind === "personal" || kind === "chatter" || kind === "round" || (heads && !asks(text))) {
      this.leave(item.text, item.at)
      return undefined
    }
    if (item.text.length > PARAGRAPH && this.told(item)) return undefined
    const parts = severalOf(item.text)
    if (parts.length > 1) return this.several(parts, item.at)
    if (!label(text) && followMark(text)) return this.follow(item)
    return this.add(item.text, item.at, kind === "other" ? "other" : "question")
  }

  /**
   * @param {string[]} parts a question each
   * @param {number} start
   * @returns {undefined}
   */
  several(parts, start) {
    let at = start
    const coding = this.coding
    for (const part of parts) {
      this.coding = coding || (!!label(part.trim()) && isWritten(label(part.trim())))
      this.sentence(part, at, true)
      at += part.length
    }
    this.coding = coding
    return undefined
  }

  /**
   * @param {Item} item without a number, among items with numbers
   * @param {SplitRow | undefined} open the row before it
   */
  between(item, open) {
    const text = tidy(item.text)
    if (followMark(text)) return this.follow(item)
    const told = text.search(/追问\s*[^，。了]/)
    if (isAnswer(text) && told > 0) return this.toldInAnswer(item)
    const kind = kindOf(text, false)
    if (open?.kind === "question" && !isAnswer(text) && !isCode(text) && goesOn(open) && isQuestion(kind)) {
      this.append(open, item)
      return open
    }
    if (kind === "other") return this.add(item.text, item.at, kind)
    // A question that was forgotten in the count.
    if (kind === "question" && (this.coding || isAsked(text))) return this.add(item.text, item.at, kind)
    this.leave(item.text, item.at)
    return undefined
  }

  /** @param {Item} item */
  toldInAnswer(item) {
    const start = item.text.indexOf("追问") + 2
    const end = item.text.slice(start).search(/[，,。]/)
    const stop = end < 0 ? item.text.length : start + end
    this.leave(item.text.slice(0, start), item.at)
    const row = this.add(item.text.slice(start, stop), item.at + start, "question")
    if (row) row.follows = true
    if (stop < item.text.length) this.leave(item.text.slice(stop), item.at + stop)
    return undefined
  }

  /** @param {Item} item */
  follow(item) {
    const mark = followMark(item.text.trimStart())
    const at = item.text.indexOf(mark) + mark.length
    this.leave(item.text.slice(0, at), item.at)
    const row = this.add(item.text.slice(at), item.at + at, "question")
    if (row) row.follows = true
    return row
  }

  /**
   * @param {Item} item of a post without numbers
   * @returns {void}
   */
  plain(item) {
    const text = tidy(item.text)
    const field = label(text) ? "" : ((LEAD.exec(item.text) ?? FIELD.exec(item.text))?.[0] ?? "")
    if ((item.text.length > PARAGRAPH || tells(text)) && !field && this.told(item)) return
    if (followMark(text)) return void this.follow(item)
    const lead = joint(item.text) || field
    if (lead.trim().length > 1) {
      this.leave(lead, item.at)
      return this.plain({ ...item, text: item.text.slice(lead.length), at: item.at + lead.length })
    }
    if (kindOf(text, false) === "chatter") return this.leave(item.text, item.at)
    const several = severalOf(item.text)
    const parts = several.length > 1 ? several : topicsOf(item.text)
    if (parts.length > 1) return this.several(parts, item.at)
    this.sentences(item)
  }

  /** @param {Item} item whose sentences each have a term of their own, or go with the one before */
  sentences(item) {
    let at = item.at
    for (const part of item.text.split(SENTENCE)) {
      const before = this.rows.at(-1)
      if (before && at > item.at && isFragment(part, before.pieces.at(-1)?.text ?? "")) {
        before.pieces.push({ text: part, at })
        before.text = joined(before.text, tidy(part))
      } else this.sentence(part, at, false)
      at += part.length
    }
  }

  /**
   * @param {string} text
   * @param {number} at
   * @param {boolean} among several that stand in a list
   */
  sentence(text, at, among) {
    const kind = kindOf(tidy(text), among)
    const exercises = exercisesOf(text)
    if (exercises.length > 1)
      for (const part of exercises) {
        this.add(part, at, kindOf(tidy(part), true) === "other" ? "other" : "question", true)
        at += part.length
      }
    else if (kind === "question" && this.strict && !among && !asks(text)) this.add(text, at, "loose")
    else if (kind === "question" || kind === "other" || kind === "loose") this.add(text, at, kind)
    else this.leave(text, at)
  }

  /**
   * @param {Item} item a paragraph
   * @returns {boolean} whether it tells of questions
   */
  told(item) {
    const parts = asked(item.text)
    if (!parts.some((part) => part.question)) return false
    for (const part of parts) {
      const kind = part.question ? kindOf(tidy(part.text), true) : "chatter"
      if (kind === "question" || kind === "other") this.add(part.text, item.at + part.at, kind)
      else this.leave(part.text, item.at + part.at)
    }
    return true
  }

  /**
   * @param {string} text
   * @param {number} at
   * @param {SplitRow["kind"]} kind
   * @param {boolean} [code] it stands among what is to be written
   */
  add(text, at, kind, code = false) {
    const question = tidy(text)
    if (question.length < 2) {
      this.leave(text, at)
      return undefined
    }
    /** @type {SplitRow} */
    const row = {
      text: question.slice(0, LONGEST),
      kind,
      follows: false,
      code: code || this.coding,
      pieces: [{ text, at }],
    }
    this.rows.push(row)
    return row
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  leave(text, at) {
    if (text.trim()) this.left.push({ text, at })
  }
}

/** @param {Item} item */
const isMarked = ({ mark }) => mark !== "" && mark !== "code" && mark !== "letter"

/** @param {string} kind of a line that goes on from the one before */
const isQuestion = (kind) => kind === "question" || kind === "other" || kind === "loose"

/**
 * The items of a region with numbers or bullets that have none and are a list of their own: at least FEWEST in a row, of
 * which most ask, or the last of the region, unless the lines below its numbers are answers.
 * @param {Item[]} region
 * @returns {Set<number>} their places in the region
 */
function listsIn(region) {
  /** @type {Set<number>} */
  const found = new Set()
  let answered = 0
  for (let first = 0; first < region.length; first++) {
    if (!isLoneLine(region[first])) continue
    let end = first
    while (end < region.length && isLoneLine(region[end])) end++
    const run = region.slice(first, end)
    const last = end === region.length && answered < 2
    const asking = run.filter(({ text }) => asks(text) && !isAnswer(tidy(text))).length
    if (run.length >= FEWEST && (last || asking >= run.length * MOSTLY)) for (let i = first; i < end; i++) found.add(i)
    answered += Number(first > 0)
    first = end
  }
  return found
}

/** @param {Item} item */
const isLoneLine = (item) => item.mark === "" && !item.goesOn

/**
 * The questions that one line holds, with what stands between them.
 * @param {string} text
 * @returns {string[]} together the text
 */
function severalOf(text) {
  const parts = text.split(SEVERAL)
  if (parts.length > 1) return parts
  const slashed = text.split(/(?<=\s[/｜|]\s)/)
  if (slashed.length > 2 && slashed.every((part) => tidy(part).length > 4)) return slashed
  const parted = text.split(/(?<=[、/])/)
  return parted.length > 2 && areApart(parted.map(tidy)) ? parted : [text]
}

/**
 * Whether what stands between 、 or / are questions of their own: one before the last asks, so that what the last one asks is
 * not asked of all (MHA/MQA/GQA 的区别).
 * @param {string[]} parts
 */
function areApart(parts) {
  return (
    parts.every((part) => part.length >= SHORTEST_LISTED && !/[，,；;。？?：:]/.test(part)) &&
    parts.slice(0, -1).some((part) => ENDS_ASKING.test(part))
  )
}

/**
 * The topics of a line that only names them, with commas between (RLHF 流程，PPO 四个模型，DPO 为什么掉点，手撕 MHA).
 * @param {string} text
 * @returns {string[]} together the text; none where it is a sentence
 */
function topicsOf(text) {
  const parts = text.split(/(?<=[，,])/)
  const names = parts.map(tidy).filter((part) => part !== "")
  const asking = names.filter((name) => /什么|怎么|怎样|如何|为[什何啥]|哪|吗$|多少/.test(name)).length
  const short = names.every(
    (name) => name.length <= LONGEST_TOPIC && !/[我你他她]|^(?:但|而|然后|并且|所以|如果|放在|另)/.test(name),
  )
  return short && names.length >= FEWEST_TOPICS && asking <= names.length / 4 ? parts : []
}

/**
 * What is to be written, one after another (手撕：MHA、LRU).
 * @param {string} text
 * @returns {string[]} together the text; none where it is no such list
 */
function exercisesOf(text) {
  const name = label(text.trim())
  if (!name || !isWritten(name)) return []
  const parts = text.split(/(?<=[、/])/)
  const names = parts.map((part, i) => tidy(part).slice(i ? 0 : name.trim().length))
  return names.every((one) => one.trim().length > 1 && one.length <= LONGEST_NAME && !asks(one)) ? parts : []
}

/**
 * Whether a line without a number asks something, rather than tells what was answered.
 * @param {string} text
 */
function isAsked(text) {
  if (/[？?]$/.test(text)) return true
  return (
    !/[我他她]/.test(text) &&
    /^(?:为什么|为啥|怎么|如何|什么是)|(?:是什么|什么区别|怎么[^，。]{1,8}|哪些|吗)$/.test(text)
  )
}

/**
 * Whether what is under an item is the question: its letters, or what is indented further.
 * @param {Item} item
 * @param {Item | undefined} next
 */
function isHead(item, next) {
  return next?.mark === "letter" || (next?.mark === "bullet" && (next.deep ?? 0) > (item.deep ?? 0))
}

/**
 * A sentence without a term of its own (“各自有什么优缺点？”) goes with the one before it.
 * @param {string} text
 * @param {string} before the sentence before it
 */
function isFragment(text, before) {
  return (
    !/[a-z0-9]/i.test(text) &&
    !isRemark(tidy(text)) &&
    (/^\s*(?:各自|分别|它|那|这|为什么[？?]?$|怎么做|有什么|具体|如何)/.test(text) ||
      (tidy(text).length <= 4 && !/[；;]\s*$/.test(before)))
  )
}

/** @param {string} text whether it says how it went */
const isRemark = (text) => /\p{L}/u.test(text) && kindOf(text, false) === "chatter"

/** @param {SplitRow} row whether the next line may be its rest */
function goesOn(row) {
  const last = row.pieces[row.pieces.length - 1].text.trim()
  return /[，,、：:（(]$/.test(last) || !(isComplete(row.text) || isComplete(last))
}

/**
 * @param {string} a
 * @param {string} b
 */
function joined(a, b) {
  return (/[a-z0-9]$/i.test(a) || /^[a-z0-9]/i.test(b) ? `${a} ${b}` : a + b).slice(0, LONGEST)
}

/** @param {string} text */
function tidy(text) {
  let rest = text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\*\*|`/g, "")
    .trim()
  rest = rest
    .replace(/^[，,、。：:；;！!/｜|]+|[，,、。：:；;\s/｜|]+$/g, "")
    .replace(COMMENT, "")
    .replace(TOLD, "")
    .trim()
    .replace(/([！!？?])\1+$/, "$1")
    .replace(/(?<=[a-z])\.$/i, "")
  return rest.replace(QUOTED, "$1")
}
