/** Numbers that count the questions of a post, wherever they stand. */

/** @typedef {{ mark: Mark, doubts: number, before?: Chain }} Chain of numbers that count on; doubts: how many of them may be something else */
/** @typedef {{ start: number, end: number, n: number, style: string }} Mark where it stands in the line, what it counts, and how it is written */

const HAN = "一二三四五六七八九十"
const NUMERAL = `\\d{1,3}|[${HAN}]{1,3}`
const PATTERN = new RegExp(
  [
    `[（(【[]\\s*(?<both>${NUMERAL})\\s*[)）】\\]]`,
    `[Qq]\\s*(?<q>\\d{1,3})\\s*[.:：、)）．]?`,
    `(?:问题?|题目?|第)\\s*(?<word>${NUMERAL})\\s*(?:题|[、.:：)）])\\s*[、.:：]?`,
    `第(?<nth>${NUMERAL})(?:个(?:问题|题目?|是|(?=[\\s：:，,]))|道题?|问)(?:就?是)?[：:，,\\s]*`,
    `[Nn][Oo]\\.?\\s*(?<no>\\d{1,3})\\s*[.:：、)）]?`,
    `(?<dash>\\d{1,3})\\s+[-–—]\\s+`,
    `(?<slash>\\d{1,2})\\s*[/|｜]\\s*(?=\\D)`,
    `(?<dot>\\d{1,3})\\s*(?:[.．](?!\\d)|[:：](?!\\d))`,
    `(?<dun>\\d{1,3}|[${HAN}]{1,3})\\s*、`,
    `(?<paren>\\d{1,3})\\s*[)）]`,
    `(?<circle>[①-⑳])`,
    `(?<key>\\d(?=\\ufe0f?\\u20e3)|\\ud83d\\udd1f)(?:\\ufe0f?\\u20e3)?`,
    `(?<roman>[IVX]{1,4}|[Ⅰ-Ⅹ])\\s*[.、)）:：](?=\\s|[\\u4e00-\\u9fff])`,
    `(?<letter>[a-hA-H])\\s*[.、)）](?![a-zA-Z])`,
    `(?<bare>\\d{1,2})\\s+(?=[\\u4e00-\\u9fffA-Za-z])`,
  ].join("|"),
  "g",
)
const FEWEST_COUNTED = 4
// With nothing behind them, so many count on at least.
const FEWEST_GLUED = 5
const GLUED = /(?<!\d|\d\.)[1-9]\d?(?=\s?[\p{Script=Han}A-Za-z“「《])/gu
// What a number of things is followed by (2017 年, 7B).
const UNIT =
  /^\s?(?:[年月日号天周个张卡次倍层种步轮面道条位块台份秒点头维节句万亿千百家人小时分钟级]|[bBkKmMgGtTdDxX](?![A-Za-z])|bit|GB|MB)/
const LONGEST_UNIT = 4
const ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

/**
 * The numbers in a line that count: one at its beginning, and further on those that go on counting from the one before
 * (so “dk4.BN” is split after 3 and “1.5B”, “GPT-4.1” never are), or begin again at 1 where 2 follows.
 * @param {string} line
 * @param {Map<string, number>} counts the last number of each style; changed here
 * @returns {Mark[]}
 */
export function marks(line, counts) {
  const all = withoutWords(line, Array.from(line.matchAll(PATTERN), toMark), counts)
  /** @type {Mark[]} */
  const found = []
  const first = line.search(/\S/)
  const next = followers(all)
  const solid = counting(all)
  for (let i = 0; i < all.length; i++) {
    const mark = all[i]
    const leads = mark.start === first
    const goesOn = mark.n === (counts.get(mark.style) ?? -1) + 1
    const restarts = mark.n === 1 && next[i]?.n === 2
    // A number with nothing behind it counts only if it goes on from one line to the next (not in “7 B 的模型”).
    const sure = solid.has(mark.style)
    if (mark.style === "bare" && !sure && !(leads && mark.n === (counts.get("bare") ?? 0) + 1)) continue
    if (!leads && !(goesOn || restarts)) continue
    if (!leads && !sure && (/letter|roman/.test(mark.style) || partOfWord(line, mark))) continue
    counts.set(mark.style, mark.n)
    found.push(mark)
  }
  return found.length < FEWEST_GLUED ? withGlued(line, found) : found
}

/**
 * The styles in which a line counts from 1 so far that it can be nothing else.
 * @param {Mark[]} all
 * @returns {Set<string>}
 */
function counting(all) {
  /** @type {Map<string, number>} */
  const last = new Map()
  for (const { style, n } of all) if (n === (last.get(style) ?? 0) + 1) last.set(style, n)
  return new Set([...last].filter(([, n]) => n >= FEWEST_COUNTED).map(([style]) => style))
}

/**
 * Numbers that count on from 1 in a line with nothing behind them (面试题1自我介绍2讲一下 LoRA3…): so many that they can be
 * nothing else.
 * @param {string} line
 * @param {Mark[]} found what else counts in it
 * @returns {Mark[]}
 */
function withGlued(line, found) {
  /** @type {Chain[]} by number, the chain up to it that has the least doubts */
  const chains = []
  for (const match of line.matchAll(GLUED)) {
    const n = Number(match[0])
    const start = match.index ?? 0
    const end = start + match[0].length
    const inWord = /[a-z\d.+-]/i.test(line[start - 1] ?? "")
    const doubts = Number(inWord) + Number(UNIT.test(line.slice(end, end + LONGEST_UNIT)))
    const before = chains[n - 1]
    if (n !== 1 && !before) continue
    const sum = doubts + (before?.doubts ?? 0)
    if (n !== 1 && chains[n] && chains[n].doubts <= sum) continue
    if (n === 1 && chains[1] && chains.length > 2) continue
    chains[n] = { mark: { start, end, n, style: "glued" }, doubts: sum, before }
  }
  /** @type {Mark[]} */
  const marks = []
  const last = chains.at(-1)
  for (let one = /** @type {Chain | undefined} */ (last); one; one = one.before) marks.unshift(one.mark)
  const counts = marks.length >= FEWEST_GLUED && (last?.doubts ?? 0) * 3 <= marks.length
  return counts ? [...found.filter(({ start }) => start < marks[0].start), ...marks] : found
}

/**
 * A word before a number that does not count on is the end of a question (有什么问题12.): the number is written with a dot.
 * @param {string} line
 * @param {Mark[]} all
 * @param {Map<string, number>} counts
 * @returns {Mark[]}
 */
function withoutWords(line, all, counts) {
  const counted = new Set([counts.get("word")])
  return all.map((mark) => {
    if (mark.style !== "word") return mark
    const counts = mark.n === 1 || counted.has(mark.n - 1) || !line.slice(0, mark.start).trim()
    counted.add(mark.n)
    const digits = /^\D*(?=\d+[.．:：、)）])/.exec(line.slice(mark.start, mark.end))?.[0].length
    if (counts || !digits) return mark
    const style = /[、]/.test(line.slice(mark.start, mark.end))
      ? "dun"
      : /[)）]/.test(line.slice(mark.start, mark.end))
        ? "paren"
        : "dot"
    return { ...mark, start: mark.start + digits, style }
  })
}

/**
 * @param {Mark[]} all
 * @returns {(Mark | undefined)[]} for each the next one that is written alike
 */
function followers(all) {
  /** @type {Map<string, Mark>} */
  const last = new Map()
  /** @type {(Mark | undefined)[]} */
  const next = []
  for (let i = all.length - 1; i >= 0; i--) {
    next[i] = last.get(all[i].style)
    last.set(all[i].style, all[i])
  }
  return next
}

/**
 * @param {RegExpMatchArray} match
 * @returns {Mark}
 */
function toMark(match) {
  const [style, text] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? ["", ""]
  const start = match.index ?? 0
  return { start, end: start + match[0].length, n: value(text), style }
}

/** @param {string} text */
function value(text) {
  if (/\d/.test(text)) return Number(text)
  if (text === "🔟") return 10
  if (/[①-⑳]/.test(text)) return text.charCodeAt(0) - 0x245f
  if (/[IVXⅠ-Ⅹ]/.test(text)) return /[Ⅰ-Ⅹ]/.test(text) ? text.charCodeAt(0) - 0x215f : ROMANS.indexOf(text) + 1
  if (/[a-z]/i.test(text)) return text.toLowerCase().charCodeAt(0) - 96
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text]
  const digit = (/** @type {string} */ c) => HAN.indexOf(c) + 1
  return text.includes("十") ? (digit(tens) || 1) * 10 + (ones ? digit(ones) : 0) : digit(ones)
}

/**
 * @param {string} line
 * @param {Mark} mark
 */
function partOfWord(line, mark) {
  const before = line[mark.start - 1] ?? ""
  if (mark.style === "dun" && !/\d/.test(line[mark.start])) return !/[\s。；;？?！!]/.test(before)
  return /[\d.]/.test(before) || (before === "-" && /[a-z]/i.test(line[mark.start - 2] ?? ""))
}
