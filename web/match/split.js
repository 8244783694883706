/**
 * An interview post → the questions in it, in order, and what was left out. Pure text work: the post is cut into the least
 * stretches that a question may begin or end at (atoms.js), and of all ways to put them together the best one is taken
 * (segment.js) by what speaks for and against each question (evidence.js).
 */

import { regions } from "./atoms.js"
import { seen } from "./evidence.js"
import { followMark, isCodeSection, isRound, isWritten, kindOf, label } from "./lines.js"
import { segments } from "./segment.js"
import { simplified } from "./simple.js"
import { WEIGHTS } from "./weights.js"

/** @typedef {{ text: string, at: number }} Stretch a stretch of the post and where it begins */
/** @typedef {import("./atoms.js").Atom} Atom */
/**
 * @typedef {object} SplitRow
 * @property {string} text
 * @property {"question" | "other" | "loose" | "faint"} kind loose: hardly asked; a question only if the book has it; faint: only if the book surely has it
 * @property {boolean} follows it goes on from the row before
 * @property {boolean} code something to write
 * @property {Stretch[]} pieces
 */

/** @typedef {{ from: number, to: number, loose: boolean, faint?: boolean }} Chosen the atoms of a question, from and before which; faint: no question by itself */
/**
 * @typedef {object} Part of a post, between two headings
 * @property {Atom[]} atoms
 * @property {boolean} coding its heading says that it is to be written
 * @property {Chosen[]} questions in order
 * @property {import("./segment.js").Apart} apart
 */
/** @typedef {{ text: string, parts: Part[], left: Stretch[] }} Division of a post; left: what is no text of its own */

/** Nobody pastes more than this on purpose. */
export const LONGEST_POST = 50_000
export const MOST_QUESTIONS = 300
const LONGEST = 300
// A question with less than this to spare is one only if the book has it.
const DOUBT = 0.6
// What has less than this is none, whatever the book has.
const LOOSE = -1
// A line of its own with a number or a bullet (装饰器) may have less than that, if the book surely has it.
const FAINT = -4
// What a comment behind a question says of it (（没答上来）), never what the question says.
const COMMENT =
  /\s*[（(][^（）()]{0,4}(?:[我没秒寄忘崩懵蒙凉哭]|不会|不懂|答[了的得上]|有会|好难|简单|不知道|瞎|编的|卡住|没想|背过)[^（）()]{0,8}[）)]$/
// How it went, told by a sign or a grade (✅, ❌没答全, —— 8 分).
const GRADED = /\s*(?:[—–]+(?:\s*\d{1,3}\s*分)?|[✅❌✔✖☑✗✓]\ufe0f?[^✅❌✔✖☑✗✓]{0,8})$/u
// What stands in brackets behind a question mark, and asks nothing: what was answered.
const ANSWERED = /([？?])\s*[（(][^（()）？?]{1,60}[）)]$/
// The same behind a comma (，写了二十分钟，没写完).
const TOLD =
  /(?:[，,]\s*(?:(?:写|调|想|卡|憋|推)了[^，,]{0,6}(?:分钟|小时|半天)|差点没[^，,]{1,6}|没(?:答|写|调|推|想|做)(?:上来|出来|完)|(?:这个)?答[得的](?:还行|不好|一般|很差|稀烂))[^，,\p{L}]*)+$/u
// What the candidate asked in return begins so.
const RETURNED = /反[问問]\s*[：:]\s*$/
const ADDRESS = /^https?:\/\/\S+$/
// The end of a bracket that was cut off (一面（A + B）).
const UNOPENED = /^([^（(]*)[）)]$/
const QUOTED = /^[「『“"]([^「」『』“”"]+)[」』”"]$/

/**
 * @param {string} post
 * @returns {{ rows: SplitRow[], left: Stretch[] }}
 */
export const split = (post) => finished(divided(post))

/**
 * @param {string} post
 * @returns {Division}
 */
export function divided(post) {
  const text = post.slice(0, LONGEST_POST)
  // The rules know simplified characters only.
  const found = regions(simplified(text))
  return {
    text,
    parts: found.regions.map(({ atoms, heading }) => ({
      atoms,
      coding: isCodeSection(heading),
      ...chosen(atoms),
    })),
    left: found.left,
  }
}

/**
 * @param {Division} division
 * @returns {{ rows: SplitRow[], left: Stretch[] }} as it was written
 */
export function finished({ text, parts, left }) {
  const own = (/** @type {Stretch} */ { text: { length }, at }) => ({ text: text.slice(at, at + length), at })
  const made = parts.map(rowsOf)
  const all = [...left, ...made.flatMap(({ left }) => left)].filter(({ text }) => text.trim())
  return {
    rows: made.flatMap(({ rows }) =>
      rows.map((row) => {
        const pieces = row.pieces.map(own)
        return { ...row, pieces, text: textOf(pieces) }
      }),
    ),
    left: all.sort((a, b) => a.at - b.at).map(own),
  }
}

/**
 * @param {string} post
 * @param {Stretch[]} left what is left out of it
 * @returns {string[]} the same by lines of the post, in order; where a question stood between is …
 */
export function byLine(post, left) {
  /** @type {string[]} */
  const lines = []
  let end = 0
  for (const { text, at } of [...left].sort((a, b) => a.at - b.at)) {
    const between = post.slice(end, at)
    if (!lines.length || /[\r\n\u2028\u2029]/.test(between)) lines.push(text.trim())
    else lines[lines.length - 1] += (/[\p{L}\p{N}]/u.test(between) ? " … " : between) + text.trim()
    end = at + text.trimEnd().length
  }
  return lines
}

/**
 * @param {string} post
 * @returns {string[]} the questions without their numbers, in order, each once; one more than there may be says that there are more
 */
export function questions(post) {
  return [
    ...new Set(split(post).rows.flatMap((row) => (row.kind === "loose" || row.kind === "faint" ? [] : [row.text]))),
  ].slice(0, MOST_QUESTIONS + 1)
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

/** @param {string[]} names of what is seen */
const weigh = (names) => names.reduce((sum, name) => sum + (WEIGHTS.get(name) ?? 0), 0)

/**
 * The rows of a part, and what of it is left out.
 * @param {Part} part
 * @returns {{ rows: SplitRow[], left: Stretch[] }}
 */
function rowsOf({ atoms, coding, questions }) {
  /** @type {SplitRow[]} */
  const rows = []
  /** @type {Stretch[]} */
  const left = []
  let done = 0
  let code = coding
  for (const { from, to, loose, faint } of questions) {
    for (const atom of atoms.slice(done, from)) {
      left.push(atom)
      if (atom.item.mark && isRound(tidy(atom.text))) code = isCodeSection(tidy(atom.text))
    }
    const made = rowOf(atoms, from, to, { loose, faint, code: code || goesOnWriting(atoms, from, rows.at(-1)) })
    if (made.row) rows.push(made.row)
    left.push(...made.left)
    done = to
  }
  return { rows, left: [...left, ...atoms.slice(done)] }
}

/**
 * @param {Atom[]} atoms
 * @returns {{ questions: Chosen[], apart: import("./segment.js").Apart }}
 */
function chosen(atoms) {
  const { divisions, apart } = segments(seen(atoms), weigh, [DOUBT, LOOSE, FAINT])
  const taken = new Uint8Array(atoms.length)
  /** @type {Chosen[]} */
  const questions = []
  for (const [i, division] of divisions.entries()) {
    const free = division.filter(({ from, to }) => !taken.subarray(from, to).includes(1))
    for (const { from, to } of free) {
      const faint = i > 1
      if (faint && !(to === from + 1 && isItem(atoms, from))) continue
      taken.fill(1, from, to)
      questions.push({ from, to, loose: i > 0, faint })
    }
  }
  return { questions: questions.sort((a, b) => a.from - b.from), apart }
}

/**
 * Whether an atom is the whole of a line that begins with a number or a bullet, or with the word that it was asked (最后问).
 * @param {Atom[]} atoms
 * @param {number} i
 */
function isItem(atoms, i) {
  const { line, item } = atoms[i]
  const led = atoms[i - 1]?.line === line && atoms[i - 1].lead
  return (!!item.mark || led) && atoms[led ? i - 2 : i - 1]?.line !== line && atoms[i + 1]?.line !== line
}

/**
 * Whether what stands behind, in its line, is what the candidate asked (反问：部门做什么).
 * @param {Atom[]} atoms
 * @param {number} from
 */
function isReturned(atoms, from) {
  for (let i = from - 1; i >= 0 && atoms[i].line === atoms[from].line; i--)
    if (atoms[i].lead && RETURNED.test(atoms[i].text)) return true
  return false
}

/**
 * @param {Part} part
 * @param {number} from
 * @param {number} to before which it ends
 * @returns {string} what is asked by a stretch of it, in simplified characters; "" for nothing
 */
export const askedBy = ({ atoms }, from, to) => rowOf(atoms, from, to, { loose: false, code: false }).row?.text ?? ""

/**
 * Whether it is one more of what is to be written (手撕：MHA、LRU).
 * @param {Atom[]} atoms
 * @param {number} from
 * @param {SplitRow | undefined} before
 */
function goesOnWriting(atoms, from, before) {
  const last = before?.pieces.at(-1)
  const { at, cut } = atoms[from]
  return !!before?.code && cut === "list" && !!last && last.at + last.text.length === at
}

/**
 * @param {Atom[]} atoms
 * @param {number} from
 * @param {number} to before which the question ends
 * @param {{ loose: boolean, faint?: boolean, code: boolean }} how
 * @returns {{ row?: SplitRow, left: Stretch[] }} left: what is no part of the question
 */
function rowOf(atoms, from, to, { loose, faint, code }) {
  const pieces = piecesOf(atoms.slice(from, to))
  const before = atoms[from - 1]
  const mark = followMark(pieces[0].text.trimStart())
  const left = []
  if (mark && !label(tidy(pieces[0].text))) {
    const end = pieces[0].text.indexOf(mark) + mark.length
    left.push({ text: pieces[0].text.slice(0, end), at: pieces[0].at })
    pieces[0] = { text: pieces[0].text.slice(end), at: pieces[0].at + end }
  }
  const text = textOf(pieces)
  const kind = kindOf(text)
  if (text.length < 2 || ADDRESS.test(text) || kind === "personal" || kind === "round" || isReturned(atoms, from))
    return { left: [...left, ...pieces] }
  const name = label(text)
  const follows =
    left.length > 0 || (before?.lead === true && before.line === atoms[from].line && /追/.test(before.text))
  const is =
    kind === "other" ? "other" : faint ? "faint" : loose && !follows && !atoms[from].item.mark ? "loose" : "question"
  return { row: { text, kind: is, follows, code: code || (!!name && isWritten(name)), pieces }, left }
}

/** @param {string} text whether it is an exercise, or of a field that the book leaves out */
export const isOther = (text) => kindOf(text) === "other"

/**
 * @param {Atom[]} atoms of a question
 * @returns {Stretch[]} one for each line
 */
function piecesOf(atoms) {
  /** @type {Stretch[]} */
  const pieces = []
  for (const [i, { text, at, line }] of atoms.entries()) {
    const last = pieces[pieces.length - 1]
    if (last && atoms[i - 1].line === line) last.text += text
    else pieces.push({ text, at })
  }
  return pieces
}

/**
 * @param {Stretch[]} pieces of a question, a line each
 * @returns {string} what is asked
 */
function textOf(pieces) {
  let text = tidy(pieces[0].text)
  for (const [i, piece] of pieces.entries()) {
    if (!i) continue
    const rest = tidy(piece.text)
    const comma = /[，,]\s*$/.test(pieces[i - 1].text) ? "，" : ""
    const blank = /[a-z0-9]$/i.test(text) || /^[a-z0-9]/i.test(rest) ? " " : ""
    text += (comma || blank) + rest
  }
  return text.slice(0, LONGEST)
}

/** @param {string} text */
function tidy(text) {
  let rest = text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\*\*|`/g, "")
    .trim()
  rest = rest
    .replace(/^[，,、。：:；;！!/｜|→➜⇒]+|[，,、。：:；;\s/｜|→➜⇒]+$|(?:^| )[+]$|[-=]>$/g, "")
    .replace(UNOPENED, "$1")
    .replace(COMMENT, "")
    .replace(GRADED, "")
    .replace(ANSWERED, "$1")
    .replace(TOLD, "")
    .trim()
    .replace(/([！!？?])\1+$/, "$1")
    .replace(/(?<=[a-z])\.$/i, "")
  return rest.replace(QUOTED, "$1")
}
