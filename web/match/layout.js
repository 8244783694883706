/**
 * The lines of a post in order, cut at the numbers inside them, with what the post as a whole says about each: whether it
 * is the record of a talk, a chat, a table, a list whose lines all begin alike, or text that was broken at a fixed width.
 */

import {
  asker,
  asks,
  clock,
  isCode,
  isComplete,
  isReply,
  isRound,
  isStamp,
  label,
  opensComments,
  tag,
} from "./lines.js"
import { marks } from "./numbers.js"
import { cellsOf, tables } from "./tables.js"

/**
 * @typedef {object} Item
 * @property {string} text
 * @property {number} at where it begins
 * @property {"" | "number" | "bullet" | "letter" | "cell" | "said" | "code"} mark
 * @property {number} [deep] how far its line is indented
 * @property {boolean} [goesOn] the line before was broken because it was full
 * @property {boolean} [gap] an empty line goes before its line
 */
/** @typedef {{ text: string, at: number, gap: boolean }} Line gap: an empty line goes before it */
/** @typedef {{ talk: boolean, before: (line: string) => string, bullet: (line: string) => string, full: Set<number>, tables: Map<number, import("./tables.js").Table> }} Layout before: what a line begins with besides its text */

const LINE_ENDS = /\r\n|[\r\n\u2028\u2029]/g
// A gap as wide as a line ends one too: signs and blanks without end would be looked at again for each of them.
const BREAK = /([\r\n\u2028\u2029]+|[\s\p{P}\p{S}]{200,}|[^\S\r\n\u2028\u2029]{40,})/u
const BULLET =
  /^(?:\s|>)*(?:#{1,6}\s+)?(?:[-*+•●·・▪■◆○◦‣⁃–➢➤►▸□☐✓✔❖◇✦★☆※＊]\s+(?:\[[ xX✓√]?\]\s*)?|[-•●·・▪○◦‣➢➤►▸□☐✓✔❖◇✦★☆※＊](?=[\u4e00-\u9fff])|(?:👉|✅|🔹|▶️?|➡️?|☑️?)\s*)/u
const DECORATION = /^(?:[\s>\u200b-\u200f\u2060]|#{1,6}\s+|(?!🔟)\p{Extended_Pictographic}|\ufe0f|\u200d)+/u
// In a list whose line breaks were lost, the next round is glued to the last question.
const NEXT_ROUND =
  /(?:\p{Extended_Pictographic}\ufe0f?\s*)?[一二三四五终](?:面)(?:\s*[：:（(]|整体|偏|总体|感觉|比较|\s*$).*$/u
// What is no letter at the beginning of a line.
const SIGN = /^[\s>]*([^\p{L}\p{N}\s\p{Ps}\p{Pi}>#"'“‘<|`~$\\/]\ufe0f?)\s*(?=[\p{L}\p{N}\p{Ps}\p{Pi}])/u
const FEWEST_SIGNS = 3
// The same in a line whose line breaks were lost, before each of at least so many letters.
const INNER_SIGN =
  /[•●▪■◆○◦‣⁃➢➤►▸□☐✓✔❖◇✦★☆※・·]|(?:(?<=^|\s)[-*+–—·](?=\s))|\p{Extended_Pictographic}\ufe0f?|(?<![A-Za-z])[Qq问](?=[：:])/gu
const LETTERS = /[\p{L}\p{N}]/gu
const SHORTEST_INNER = 3
const NAME = /^\s*([^\s：:，,。？?]{1,8})\s*[：:]\s*(?=\S)/
// A letter before each question, without anything behind it.
const ASKED = /^\s*[Qq问]\s+(?=\S|$)/
// In units of half a Chinese character.
const NARROWEST = 20
const WIDEST = 110
const RAGGED = 5
const FEWEST_FULL = 4
const MOSTLY = 0.7
const SELDOM = 0.25
// Words of two characters that are written at no end of a line and the beginning of the next, unless the line was full.
const HALVED = new Set(
  "什么 怎么 为什 这么 那么 么样 如何 为何 区别 差别 哪些 哪个 多少 可以 需要 不同 模型 训练 推理 数据 注意 意力 参数 梯度 显存 优化 损失 函数 向量 检索 生成 学习 强化 奖励 编码 解码 微调 量化 缓存 并行 通信 长度 位置 计算 结构 问题 方法 原理 作用 流程 实现 介绍 解释 我们 你们 他们 面试 项目 时候 没有 知识 语言 输出 输入 下文 评测 评估 权重 矩阵 激活 归一 采样 策略 价值 模态 图像 视觉 工具 调用 记忆 用户 场景 系统 设计 大小 如果 但是 因为 所以 然后 最后 还是 一个 一下 这个 那个 具体 分别 影响 效果 提升 解决 处理 加速".split(
    " ",
  ),
)
const FEWEST_HALVED = 1
const FEWEST_SHARE = 0.15
const START =
  /^\s*(?:\d{1,3}\s*[.、．)）:：]|[（(【[]|[-*+•●·▪■◆○①-⑳#]|[Qq]\s*\d|\p{Extended_Pictographic}|[a-h][.)）]|追问|第)/u

// Counted in Chinese numerals, and short; those below it are counted in figures.
const HEADING = /^\s*[一二三四五六七八九十]{1,3}、\s*([^。？?！!；;]{1,14}?)\s*[:：]?\s*$/
// The same counted in figures, and shorter, what is below it lettered or set in and with a bullet.
const SUBJECT = /^\s*(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[.．、)）])\s*([^。？?！!；;，,：:、/]{1,8}?)\s*[:：]?\s*$/
const LETTERED = /^\s*[（(]?[a-h]\s*[)）.．、]\s*\S|^(?:\s{2,}|\t)[-*•·]\s*\S/i
const COUNTED = /^\s*(?:[（(]\s*\d{1,3}\s*[)）]|\d{1,3}\s*[.．、)）:：](?!\d)|[①-⑳])/

/**
 * @param {string} post
 * @returns {Generator<Item>}
 */
export function* items(post) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  const lines = linesOf(post)
  const layout = layoutOf(lines)
  let fenced = false
  let commented = false
  let replying = false
  for (let i = 0; i < lines.length; i++) {
    const { text, at } = lines[i]
    const fence = /^\s*(?:```|~~~)/.test(text)
    if (fence) fenced = !fenced
    commented ||= opensComments(text)
    const who = layout.talk ? asker(text) : ""
    replying = layout.talk && !who && (replying || isReply(text))
    const table = layout.tables.get(i)
    if (fence || fenced || commented || replying) yield { text, at, mark: "code" }
    else if (who) yield* said(text, at, who)
    else if (table) yield* cells(text, at, i < table.body ? -1 : table.column, table.separator)
    else if (isHeading(text, lines[i + 1]?.text ?? "")) yield { text, at, mark: "code" }
    else if (text.trim()) yield* line(lines[i], counts, layout, layout.full.has(i - 1))
  }
}

/**
 * Whether a line is the heading of what is counted below it (一、注意力, before 1. 为什么除以 √d_k; 1. 注意力, before a) and
 * what is asked there), and no question or round.
 * @param {string} text
 * @param {string} next the line after it
 */
function isHeading(text, next) {
  const title =
    (COUNTED.test(next) && HEADING.exec(text)?.[1]) || (LETTERED.test(next) && SUBJECT.exec(text)?.[1]) || ""
  return title !== "" && !asks(title) && !isRound(title)
}

/**
 * @param {string} post
 * @returns {Line[]}
 */
function linesOf(post) {
  /** @type {Line[]} */
  const lines = []
  let at = 0
  let gap = false
  // Between two lines stands what parts them.
  for (const [i, text] of post.split(BREAK).entries()) {
    if (i % 2) gap ||= (text.match(LINE_ENDS) ?? []).length > 1
    else if (text) {
      lines.push({ text, at, gap })
      gap = !text.trim()
    }
    at += text.length
  }
  return lines
}

/**
 * @param {Line} line
 * @param {Map<string, number>} counts
 * @param {Layout} layout
 * @param {boolean} goesOn
 * @returns {Generator<Item>}
 */
function* line({ text, at, gap }, counts, layout, goesOn) {
  const before = layout.before(text)
  if (isStamp(text) && before === text) return yield { text, at, mark: "code" }
  let first = true
  for (const item of numbered(text, at, counts, before, layout.bullet(text))) {
    const full = goesOn && !item.mark && text.slice(0, item.at - at).trim() === ""
    if (isCode(item.text)) yield { ...item, mark: "code" }
    else yield { ...item, ...(full ? { goesOn } : {}), ...(gap && first ? { gap } : {}) }
    first = false
  }
}

/**
 * @param {Line[]} lines
 * @returns {Layout}
 */
function layoutOf(lines) {
  const count = (/** @type {(line: string) => unknown} */ test) => lines.filter(({ text }) => test(text)).length
  const tagged = count(tag) >= 3
  const timed = count(clock) >= 3
  const stamped = count(isStamp) >= 3
  const talk = count(asker) >= 2
  const asked = count((line) => ASKED.test(line)) >= 3
  const names = talk ? new Set() : speakers(lines)
  const before = (/** @type {string} */ line) => {
    if (stamped && isStamp(line)) return line
    const name = NAME.exec(line)
    if (name && names.has(name[1])) return name[0]
    if (asked && ASKED.test(line)) return ASKED.exec(line)?.[0] ?? ""
    return (tagged && tag(line)) || (timed && clock(line)) || ""
  }
  return {
    talk,
    before,
    bullet: bullets(lines),
    full: new Set([...fullLines(lines), ...halvedLines(lines)]),
    tables: tables(lines.map(({ text }) => text)),
  }
}

/**
 * The signs that lines of this post begin with so often that they are its bullets, whatever they are elsewhere.
 * @param {Line[]} lines
 * @returns {(line: string) => string} what a line begins with up to its bullet, or nothing
 */
function bullets(lines) {
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const { text } of lines) {
    const [all, sign] = SIGN.exec(text) ?? []
    if (sign && !isRound(text.slice(all?.length))) times.set(sign, (times.get(sign) ?? 0) + 1)
  }
  return (line) => {
    const usual = BULLET.exec(line)?.[0]
    if (usual) return usual
    const [all, sign] = SIGN.exec(line) ?? []
    return all && sign && (times.get(sign) ?? 0) >= FEWEST_SIGNS && !isRound(line.slice(all.length)) ? all : ""
  }
}

/**
 * Bullets inside a line: a sign that comes again and again, with something behind it each time.
 * @param {string} line
 * @param {string} first the bullet before it
 * @returns {{ start: number, end: number }[]}
 */
function innerBullets(line, first) {
  /** @type {Map<string, { start: number, end: number }[]>} */
  const found = new Map()
  for (const { 0: sign, index } of line.matchAll(INNER_SIGN)) {
    const places = found.get(sign) ?? []
    places.push({ start: index, end: index + sign.length })
    found.set(sign, places)
  }
  const [sign, most] = [...found].reduce((a, b) => (b[1].length > a[1].length ? b : a), ["", []])
  const empty = most.some(({ end }, i) => {
    const letters = line.slice(end, most[i + 1]?.start).match(LETTERS) ?? []
    return letters.length < SHORTEST_INNER
  })
  return most.length + Number(sign === first) < FEWEST_SIGNS || empty ? [] : most
}

/**
 * Who speaks in a chat whose lines begin with names: the names that come again and again, where most lines have one.
 * @param {Line[]} lines
 * @returns {Set<string>}
 */
function speakers(lines) {
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const { text } of lines) {
    const name = label(text) ? "" : NAME.exec(text)?.[1]
    if (name && !/^[\dQqAa#]/.test(name)) times.set(name, (times.get(name) ?? 0) + 1)
  }
  const often = [...times].filter(([, n]) => n >= 2)
  const all = often.reduce((sum, [, n]) => sum + n, 0)
  return new Set(often.length >= 2 && all >= lines.length * 0.6 ? often.map(([name]) => name) : [])
}

/**
 * The lines that were broken because they were full: many end at nearly the same width, most of them in a sentence, and
 * hardly any shorter one stands in the middle of a paragraph.
 * @param {Line[]} lines
 * @returns {Set<number>}
 */
function fullLines(lines) {
  const widths = lines.map(({ text }) => width(text.trimEnd()))
  const most = widths.reduce((a, b) => Math.max(a, b), 0)
  /** @type {Set<number>} */
  const full = new Set()
  if (most < NARROWEST || most > WIDEST) return full
  for (const [i, n] of widths.entries()) if (n >= most - RAGGED) full.add(i)
  const open = [...full].filter((i) => !isComplete(lines[i].text)).length
  const short = lines.filter((_, i) => !full.has(i))
  const inside = lines.filter((line, i) => !full.has(i) && i + 1 < lines.length && !begins(line, lines[i + 1])).length
  const wrapped = full.size >= FEWEST_FULL && open >= full.size * MOSTLY && inside <= short.length * SELDOM
  return wrapped ? full : new Set()
}

/**
 * The lines that had no room for what the next one begins with, where so many of them do and some break a word in two
 * that the text was broken there, however narrow it is.
 * @param {Line[]} lines
 * @returns {Set<number>}
 */
function halvedLines(lines) {
  const texts = lines.map(({ text }) => text.trimEnd().replace(/^[\s>]+/, ""))
  const widths = texts.map(width)
  const most = widths.reduce((a, b) => Math.max(a, b), 0)
  const spaced = lines.filter(({ gap }) => gap).length > lines.length * MOSTLY
  /** @type {Set<number>} */
  const full = new Set()
  let halved = 0
  for (const [i, text] of texts.entries()) {
    const next = texts[i + 1]
    if (!next || (lines[i + 1].gap && !spaced) || START.test(next)) continue
    const [first] = /^(?:[!-~]+|.)/u.exec(next) ?? [""]
    if (widths[i] + width(first) <= most) continue
    full.add(i)
    halved += Number(HALVED.has(`${text.at(-1)}${next[0]}`))
  }
  const enough = full.size >= FEWEST_FULL && full.size >= lines.length * FEWEST_SHARE
  return enough && most <= WIDEST && halved >= FEWEST_HALVED ? full : new Set()
}

/**
 * Whether a line begins something new: it has a mark, or an empty line goes before it.
 * @param {Line} before
 * @param {Line} line
 */
function begins(before, line) {
  return START.test(line.text) || line.at - before.at - before.text.length > 2 || isRound(line.text.trim())
}

/** @param {string} text */
function width(text) {
  let sum = 0
  for (const character of text) sum += character < "\u2e80" ? 1 : 2
  return sum
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
 * @param {number} column that holds the question; -1 for none
 * @param {string} separator
 * @returns {Generator<Item>}
 */
function* cells(line, at, column, separator) {
  for (const [i, cell] of cellsOf(line, separator).entries())
    if (cell.text.trim()) yield { text: cell.text, at: at + cell.at, mark: i === column ? "cell" : "code" }
}

/**
 * @param {string} line
 * @param {number} at
 * @param {Map<string, number>} counts
 * @param {string} before what every line of the post begins with, a time of day, a name or a sort of question
 * @param {string} bullet
 * @returns {Generator<Item>}
 */
function* numbered(line, at, counts, before, bullet) {
  const bare = before || bullet || DECORATION.exec(line)?.[0] || ""
  const rest = line.slice(bare.length)
  const counted = marks(rest, counts)
  const found = counted.length
    ? counted
    : innerBullets(rest, bullet.trim()).map((place) => ({ ...place, style: "bullet" }))
  const start = at + bare.length
  if (!found.length || found[0].start > 0)
    yield {
      text: rest.slice(0, found[0]?.start),
      at: start,
      mark: bullet || tag(before) || ASKED.test(before) ? "bullet" : "",
      deep: line.search(/\S/),
    }
  for (let i = 0; i < found.length; i++) {
    const text = rest.slice(found[i].end, found[i + 1]?.start)
    const cut = NEXT_ROUND.exec(text)
    const round = /^[一二三四五]$/.test(rest.slice(found[i].start, found[i].start + 1)) && isRound(text.trim())
    const style = found[i].style
    const mark = round ? "" : style === "letter" || style === "bullet" ? style : "number"
    yield { text: cut && !round ? text.slice(0, cut.index) : text, at: start + found[i].end, mark }
    if (cut && !round) yield { text: cut[0], at: start + found[i].end + cut.index, mark: "code" }
  }
}
