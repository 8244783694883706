/**
 * An interview post → the questions in it, in order, and what was left out. Pure text work in one pass over the lines.
 *
 * Where a post numbers its questions (or gives them bullets), the numbers say where a question begins and ends: what stands
 * between them is a hard-wrapped rest, a follow-up, or no question. Without them a line is a question, a sentence of it if
 * it has several that each have a term of their own; and in a paragraph questions are what follows “问”.
 */

import {
  asker,
  asks,
  clock,
  followMark,
  isAnswer,
  isCode,
  isCodeSection,
  isComplete,
  isReply,
  isRound,
  kindOf,
  label,
  opensComments,
  tag,
} from "./lines.js"
import { marks } from "./numbers.js"
import { asked } from "./told.js"

/** @typedef {{ text: string, at: number }} Stretch a stretch of the post and where it begins */
/** @typedef {{ text: string, kind: "question" | "other", follows: boolean, pieces: Stretch[] }} SplitRow follows: it goes on from the row before */
/** @typedef {{ text: string, at: number, mark: "" | "number" | "bullet" | "letter" | "cell" | "said" | "code", deep?: number }} Item deep: how far its line is indented */

/** Nobody pastes more than this on purpose. */
export const LONGEST_POST = 50_000
export const MOST_QUESTIONS = 300
const LONGEST = 300
const BULLET = /^(?:\s|>)*(?:#{1,6}\s+)?(?:[-*+•●·▪■◆]\s+|[-•●·▪](?=[\u4e00-\u9fff])|(?:👉|✅|🔹|▶️?|➡️?|☑️?)\s*)/u
const DECORATION = /^(?:[\s>\u200b-\u200f\u2060]|#{1,6}\s+|\p{Extended_Pictographic}|\ufe0f|\u200d)+/u
const TABLE = /^\s*\|.*\|\s*$/
const RULE = /^[\s|:-]+$/
// In a list whose line breaks were lost, the next round is glued to the last question.
const NEXT_ROUND =
  /(?:\p{Extended_Pictographic}\ufe0f?\s*)?[一二三四五终](?:面)(?:\s*[：:（(]|整体|偏|总体|感觉|比较|\s*$).*$/u
const SENTENCE = /(?<=[？?！!。])(?![」』）)"”’])|(?<=[；;])/
// Questions that one number or bullet holds.
const SEVERAL = /(?<=[；;])(?=.)|(?=[，,]\s*(?:还有|以及|再)一?道)/
const PARAGRAPH = 100
// What stands before the first of several questions in a line.
const LEAD = /^\s*(?:第?[一二三四五]面|hr\s*面)?(?:的)?(?:题目|題目|问题|問題|考题|考題|内容|內容)?[：:]\s*(?=\S)/i
// What several questions are about, before them (训练：ZeRO 三个阶段；流水线的气泡).
const FIELD = /^\s*[\u4e00-\u9fffA-Za-z]{2,8}[：:]\s*(?=[^；;]+[；;]\s*\S)/
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
      found.take(region)
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
  return [...new Set(split(post).rows.map((row) => row.text))].slice(0, MOST_QUESTIONS + 1)
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

/**
 * The lines of a post in order, cut at the numbers inside them.
 * @param {string} post
 * @returns {Generator<Item>}
 */
function* items(post) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  let fenced = false
  let commented = false
  const lines = [...post.matchAll(/[^\r\n\u2028\u2029]+/g)]
  const talk = lines.filter(([line]) => asker(line)).length >= 2
  const tagged = lines.filter(([line]) => tag(line)).length >= 3
  const timed = lines.filter(([line]) => clock(line)).length >= 3
  let replying = false
  for (let i = 0; i < lines.length; i++) {
    const { 0: line, index: at } = lines[i]
    const heads = TABLE.test(line) && RULE.test(lines[i + 1]?.[0] ?? "x")
    const fence = /^\s*(?:```|~~~)/.test(line)
    if (fence) fenced = !fenced
    commented ||= opensComments(line)
    const who = talk ? asker(line) : ""
    replying = talk && !who && (replying || isReply(line))
    if (fence || fenced || commented || replying) yield { text: line, at, mark: "code" }
    else if (who) yield* said(line, at, who)
    else if (TABLE.test(line)) yield* cells(line, at, heads)
    else if (line.trim()) yield* numbered(line, at, counts, (tagged && tag(line)) || (timed && clock(line)) || "")
  }
}

/**
 * @param {string} line
 * @param {number} at
 * @param {string} who what says that the interviewer speaks
 * @returns {Generator<Item>}
 */
function* said(line, at, who) {
  yield { text: who, at, mark: "code" }
  if (line.length > who.length) yield { text: line.slice(who.length), at: at + who.length, mark: "said" }
}

/**
 * @param {string} line
 * @param {number} at
 * @param {boolean} heads it names the columns
 * @returns {Generator<Item>}
 */
function* cells(line, at, heads) {
  const parts = line.split("|")
  const longest = Math.max(...parts.map((part) => part.length))
  let start = at
  let chosen = heads || RULE.test(line)
  for (const part of parts) {
    const question = !chosen && part.length === longest && asks(part)
    chosen ||= question
    if (part.trim()) yield { text: part, at: start, mark: question ? "cell" : "code" }
    start += part.length + 1
  }
}

/**
 * @param {string} line
 * @param {number} at
 * @param {Map<string, number>} counts
 * @param {string} before what every line of the post begins with, a time of day or a sort of question
 * @returns {Generator<Item>}
 */
function* numbered(line, at, counts, before) {
  const bullet = BULLET.exec(line)?.[0] ?? ""
  const bare = before || bullet || DECORATION.exec(line)?.[0] || ""
  const rest = line.slice(bare.length)
  const found = marks(rest, counts)
  const start = at + bare.length
  if (!found.length || found[0].start > 0)
    yield {
      text: rest.slice(0, found[0]?.start),
      at: start,
      mark: bullet || tag(before) ? "bullet" : "",
      deep: line.search(/\S/),
    }
  for (let i = 0; i < found.length; i++) {
    const text = rest.slice(found[i].end, found[i + 1]?.start)
    const cut = NEXT_ROUND.exec(text)
    const round = /^[一二三四五]$/.test(rest.slice(found[i].start, found[i].start + 1)) && isRound(text.trim())
    const mark = round ? "" : found[i].style === "letter" ? "letter" : "number"
    yield { text: cut && !round ? text.slice(0, cut.index) : text, at: start + found[i].end, mark }
    if (cut && !round) yield { text: cut[0], at: start + found[i].end + cut.index, mark: "code" }
  }
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
  }

  /**
   * @param {Item[]} region the items between two headings
   */
  take(region) {
    const marked = region.filter(({ mark }) => mark && mark !== "code" && mark !== "letter").length >= 2
    /** @type {SplitRow | undefined} */
    let open
    region.forEach((item, i) => {
      if (item.mark === "code") this.leave(item.text, item.at)
      else if (item.mark) open = this.marked(item, isHead(item, region[i + 1]))
      else if (marked) open = this.between(item, open)
      else this.plain(item)
      if (item.mark === "code" || item.mark === "said") open = undefined
    })
  }

  /**
   * @param {Item} item with a number or a bullet
   * @param {boolean} heads what is under it is the question
   * @returns {SplitRow | undefined} the row that the next line may go on
   */
  marked(item, heads) {
    const text = tidy(item.text)
    const kind = kindOf(text, true)
    if (kind === "personal" || kind === "chatter" || kind === "round" || (heads && !asks(text))) {
      this.leave(item.text, item.at)
      return undefined
    }
    if (item.text.length > PARAGRAPH && this.told(item)) return undefined
    const name = label(text)
    if (SEVERAL.test(item.text)) return this.several(item)
    if (!name && followMark(text)) return this.follow(item)
    return this.add(item.text, item.at, kind === "other" ? "other" : "question")
  }

  /** @param {Item} item of several questions */
  several(item) {
    let at = item.at
    for (const part of item.text.split(SEVERAL)) {
      this.sentence(part, at)
      at += part.length
    }
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
    if (
      open &&
      open.kind === "question" &&
      !isAnswer(text) &&
      !isCode(text) &&
      goesOn(open) &&
      kindOf(text, false) === "question"
    ) {
      open.pieces.push({ text: item.text, at: item.at })
      open.text = joined(
        /[，,]\s*$/.test(open.pieces[open.pieces.length - 2].text) ? `${open.text}，` : open.text,
        text,
      )
      return open
    }
    if (this.coding && kindOf(text, false) === "question") return this.add(item.text, item.at, "question")
    // A question that was forgotten in the count.
    if (/[？?]$/.test(text) && kindOf(text, false) === "question") return this.add(item.text, item.at, "question")
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
    if (item.text.length > PARAGRAPH && this.told(item)) return
    const text = tidy(item.text)
    if (followMark(text)) return void this.follow(item)
    const lead = (label(text) ? undefined : (LEAD.exec(item.text) ?? FIELD.exec(item.text))?.[0]) ?? ""
    if (lead.trim().length > 1) {
      this.leave(lead, item.at)
      return this.plain({ ...item, text: item.text.slice(lead.length), at: item.at + lead.length })
    }
    if (kindOf(text, false) === "chatter") return this.leave(item.text, item.at)
    let at = item.at
    for (const part of item.text.split(SENTENCE).flatMap((sentence) => sentence.split(SEVERAL))) {
      const before = this.rows.at(-1)
      if (before && at > item.at && isFragment(part, before.pieces.at(-1)?.text ?? "")) {
        before.pieces.push({ text: part, at })
        before.text = joined(before.text, tidy(part))
      } else this.sentence(part, at)
      at += part.length
    }
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  sentence(text, at) {
    const kind = kindOf(tidy(text), false)
    if (kind === "question" || kind === "other") this.add(text, at, kind)
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
   * @param {"question" | "other"} kind
   */
  add(text, at, kind) {
    const question = tidy(text)
    if (question.length < 2) {
      this.leave(text, at)
      return undefined
    }
    /** @type {SplitRow} */
    const row = { text: question.slice(0, LONGEST), kind, follows: false, pieces: [{ text, at }] }
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
    (/^\s*(?:各自|分别|它|那|这|为什么[？?]?$|怎么做|有什么|具体|如何)/.test(text) ||
      (tidy(text).length <= 4 && !/[；;]\s*$/.test(before)))
  )
}

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
    .replace(/^[，,、。：:；;！!]+|[，,、。：:；;\s]+$/g, "")
    .trim()
    .replace(/([！!？?])\1+$/, "$1")
    .replace(/(?<=[a-z])\.$/i, "")
  return rest.replace(QUOTED, "$1")
}
