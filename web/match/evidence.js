/**
 * What speaks for and against a stretch of a post being one question: names of what is seen in it, each with a weight of
 * weights.js. Looked at are the atoms of the stretch, its beginning and end, the places in it where it was not cut, and the whole.
 */

import { grams } from "./grams.js"
import { isElsewhere, isOurs, isPersonal } from "./fields.js"
import { asks, followMark, isAnswer, isComplete, isChatter, isFeeling, isTalk, isWritten, label } from "./lines.js"

/** @typedef {import("./atoms.js").Atom} Atom */
/**
 * @typedef {object} Seen what an atom is, by itself and where it stands
 * @property {Atom} atom
 * @property {string} text without punctuation around it
 * @property {boolean} asks
 * @property {boolean} terms it has a word in Latin letters, as most terms of the field are
 * @property {boolean} goesOn it begins like what goes on from something
 * @property {boolean} complete
 * @property {boolean} english words in Latin letters and no Chinese character
 * @property {number} size in characters
 * @property {boolean} marked its line has a number or bullet
 * @property {boolean} strict the lines of its region have marks, and its line has none
 * @property {boolean} opens it is the first of its line
 * @property {boolean} keywords its line only names what was asked
 * @property {boolean} writes it is among what is to be written (手撕：MHA、LRU)
 * @property {number} run how many clauses in a row ask, this one among them, in a line and since it was last said that something is asked
 * @property {boolean} labelled it names the sort of question that comes (手撕：)
 * @property {boolean} states its line is long and asks nothing
 * @property {boolean} wide its line is as wide as those that were broken
 * @property {boolean} ends it is the last of its line
 * @property {string} style how the questions of its region are written, as far as one sees
 * @property {boolean} spaced its region has blanks behind question marks, and question marks without
 * @property {string[]} names of what speaks for or against its being asked
 */

/** @typedef {{ style: string, spaced: boolean, keywords: boolean, states: boolean, wide: boolean }} Says what a line is, as in Seen */

// How a clause begins that goes on from the one before it.
const GOES_ON =
  /^(?:怎么|怎样|如何|为什么|为何|为啥|什么|哪|有(?:没有|什么|哪|啥|何)|能|会|要|是|和|跟|与|比|那|它|他们|这|还(?!有)|如果|要是|假如|但|而|各|分别|具体|就|又|也|换|都|不(?!同)|除|谁|之|后|前|再|试|自己|其中|并|所以|因为|区别|差别|优缺点|原理|作用|包括|比如|例如|每|两者|二者|多少|几|or\b|and\b|but\b|why\b|how\b|what\b)/i
const TOLD =
  /^(?:我(?!们)|答|没|不会|不太|说|讲了|还行|这个(?:我|没|不|就|倒|真)|感觉|希望|祝|求|全程|面试官|人(?:也|很|挺|都)|好难|有点|挺|主要|基本|写完|十分钟|半小时|反正|又把|中间|其他|别的|没了|结束|攒|许愿|后来)|^(?:i|i'm|we|my)\b(?!\s+(?:want|need) to know)|[了吧啊呀哈]$|没(?:答|写|调|推|想|做|说)|了一遍|答[得的了上]|分钟|小时|愣住|懵|瞎[扯编说猜]/i
const IMPERATIVE =
  /^(?:请|請)?(?:讲|講|介绍|介紹|说(?!了|完)|說|解释|解釋|推导|推一|手[写寫撕推搓]|写(?!了|完|出来)|写一|实现|設計|设计|聊(?!了|得|完)|谈|分析|对比|比较|算|估|举|描述|证明|画|explain|describe|compare|derive|implement|design|walk|write|tell|define|prove|discuss)/i
/** @type {[name: string, is: (text: string) => unknown][]} */
const SAID = [
  ["personal", isPersonal],
  ["elsewhere", isElsewhere],
  ["ours", isOurs],
  ["imperative", (text) => IMPERATIVE.test(text)],
]
// In units of half a Chinese character.
const NARROWEST = 24
const RAGGED = 6
const LONG_LINE = 40
const SHORTEST_ASKING = 5
const MOST_RUN = 5
const LATIN = /[a-z]{2}/i
const SIZES = [3, 5, 20, 60, 120]
const KINDS = ["marked", "strict", "bare"]
export const WHOLES = (SIZES.length + 1) * 16 * KINDS.length

/**
 * @param {Atom[]} atoms of a region
 * @returns {Seen[]}
 */
export function seen(atoms) {
  const lines = linesOf(atoms)
  const marked = lines.filter(isMarked).length >= 2
  const list = marked ? [] : lines.filter((line) => line.length && !isMarked(line))
  const asking = list.filter((line) => line.some(({ text }) => asks(text))).length / Math.max(list.length, 1)
  /** @type {Seen[]} */
  const all = []
  const widths = lines.map((line) =>
    width(
      line
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    ),
  )
  const widest = widths.reduce((a, b) => Math.max(a, b), 0)
  const lone = marked ? loneLists(lines) : new Set()
  const style = styleOf(lines, asking)
  const blanks = atoms.filter(({ cut }) => cut === "hard").map(({ text }) => /^\s/.test(text))
  const spaced = blanks.includes(true) && blanks.includes(false)
  lines.forEach((line, i) => {
    const place = placeOf(line, lines, i, { marked: marked && !lone.has(i), asking, list: list.length })
    const whole = line.map(({ text }) => text).join("")
    const says = {
      style,
      spaced,
      keywords: isKeywords(line),
      states: whole.length > LONG_LINE && !asks(whole),
      wide: widths[i] >= widest - RAGGED && widest >= NARROWEST,
    }
    all.push(...ofLine(line, place, says))
  })
  return all
}

/**
 * @param {Atom[]} line
 * @param {string[]} place
 * @param {Says} says
 * @returns {Seen[]}
 */
function ofLine(line, place, says) {
  const runs = runsOf(line)
  let since = ""
  let writes = false
  return line.map((atom, n) => {
    since = atom.lead
      ? /追/.test(atom.text)
        ? "follow"
        : "lead"
      : TOLD.test(tidy(atom.text))
        ? "told"
        : n && since
          ? since
          : ""
    const name = labelOf(atom)
    writes = name ? isWritten(name) : writes && /list|colon/.test(atom.cut)
    return ofAtom(atom, n, line.length, place, since, { ...says, writes, run: runs[n], labelled: name !== "" })
  })
}

/** @param {Atom} atom @returns {string} the sort of question that it names before one (手撕：) */
const labelOf = ({ text }) => label(tidy(text) + (text.match(/[：:\s]+$/)?.[0] ?? ""))

/** @param {Atom[]} atoms @returns {Atom[][]} by line */
function linesOf(atoms) {
  /** @type {Atom[][]} */
  const lines = []
  for (const atom of atoms) {
    const last = lines[lines.length - 1]
    if (last && last[0].line === atom.line) last.push(atom)
    else lines.push([atom])
  }
  return lines
}

/**
 * @param {Atom[]} line
 * @returns {number[]} for each atom how many ask between the words of asking around it, at most MOST_RUN
 */
function runsOf(line) {
  const asking = line.map(({ text, lead }) => !lead && tidy(text).length >= SHORTEST_ASKING && asks(text))
  /** @type {number[]} */
  const runs = []
  for (let from = 0; from < line.length; ) {
    let to = from + 1
    while (to < line.length && !line[to].lead) to++
    const run = Math.min(asking.slice(from, to).filter(Boolean).length, MOST_RUN)
    while (runs.length < to) runs.push(run)
    from = to
  }
  return runs
}

/**
 * How the questions of a region are written, as far as its lines say: numbered, with lines below each or without; a line each;
 * told in long lines.
 * @param {Atom[][]} lines
 * @param {number} asking how many of the lines without a mark ask, 0 to 1
 */
function styleOf(lines, asking) {
  const marked = lines.filter(isMarked)
  const size = lines.reduce((sum, line) => sum + line.reduce((all, { text }) => all + text.length, 0), 0) / lines.length
  if (marked.length < 2) return size > LONG_LINE ? "told" : lines.length > 3 && asking > 0.4 ? "lines" : "few"
  const below = lines.filter((line, i) => i && !isMarked(line) && isMarked(lines[i - 1])).length / marked.length
  return below > 0.4 ? "below" : below > 0.15 ? "some" : "marks"
}

/** @param {Atom[]} line */
const isMarked = ([{ item }]) => item.mark !== "" && item.mark !== "letter"

/**
 * Lines without a mark in a region that has marks, and yet a list of their own: at least three in a row, most of which ask.
 * @param {Atom[][]} lines
 * @returns {Set<number>} their places
 */
function loneLists(lines) {
  /** @type {Set<number>} */
  const found = new Set()
  for (let first = 0; first < lines.length; first++) {
    let end = first
    while (end < lines.length && !isMarked(lines[end]) && !lines[end][0].item.goesOn) end++
    const run = lines.slice(first, end)
    const asking = run.filter((line) => line.some(({ text }) => asks(text) && !isAnswer(tidy(text)))).length
    if (run.length >= 3 && asking >= run.length * 0.6) for (let i = first; i < end; i++) found.add(i)
    first = Math.max(first, end)
  }
  return found
}

/**
 * Whether a line is a row of names (RLHF 流程，PPO 四个模型，DPO 为什么掉点，手撕 MHA) rather than a sentence.
 * @param {Atom[]} line
 */
function isKeywords(line) {
  const names = line.filter(({ lead, text }) => !lead && /[\p{L}\p{N}]/u.test(text)).map(({ text }) => tidy(text))
  const short = names.filter(
    (name) => name.length <= 14 && !GOES_ON.test(name) && !/[我你他她]|[\u4e00-\u9fff]了/.test(name),
  ).length
  const asking = names.filter((name) => /什么|怎么|怎样|如何|为[什何啥]|哪|吗$|多少/.test(name)).length
  const labelled = /^[^，,。？?]{1,8}[：:]/.test(
    line
      .map(({ text }) => text)
      .join("")
      .trimStart(),
  )
  return (
    names.length >= (labelled ? 3 : 4) &&
    !line.some(({ lead }) => lead) &&
    short >= names.length * 0.8 &&
    asking <= names.length / 3
  )
}

/**
 * @param {Atom[]} line
 * @param {Atom[][]} lines of the region
 * @param {number} i its place among them
 * @param {{ marked: boolean, asking: number, list: number }} region
 * @returns {string[]} names of what its place says
 */
function placeOf(line, lines, i, { marked, asking, list }) {
  const [{ item }] = line
  const next = lines[i + 1]?.[0].item
  const heads = next?.mark === "letter" || (next?.mark === "bullet" && (next.deep ?? 0) > (item.deep ?? 0))
  const whole = line.map(({ text }) => text).join("")
  const kind = item.mark
    ? item.mark === "bullet"
      ? "bullet"
      : "mark"
    : marked
      ? labelOf(line[0])
        ? "mark"
        : "strict"
      : "bare"
  const names = [kind]
  if (heads) names.push(`heads ${asks(whole)}`)
  if (kind === "bare") names.push(`bare ${asking > 0.6 ? "asking" : asking > 0.3 ? "mixed" : "silent"} ${list > 2}`)
  if (whole.length > 100) names.push(`long ${kind}`)
  if (line.some(({ lead }) => lead)) names.push(`told ${kind}`)
  if (isFeeling(whole) && !asks(whole)) names.push(`feeling ${kind}`)
  if (kind === "strict" && /[？?]\s*$/.test(whole)) names.push("strict ？")
  if (isChatter(whole.trim())) names.push(`chatter line ${kind}`)
  if (!item.mark && /number|bullet/.test(next?.mark ?? "")) names.push(`before marks ${asks(whole)}`)
  if (line[0].line === 0) names.push(`first ${kind} ${asks(whole)}`)
  if (i === lines.length - 1 && !item.mark) names.push(`last ${kind} ${asks(whole)}`)
  if (/https?:|^#\S/.test(whole.trim())) names.push("address")
  return names
}

/**
 * @param {Atom} atom
 * @param {number} n its place in its line
 * @param {number} of how many
 * @param {string[]} place
 * @param {string} since what stands before it in the line: it was asked, or answered
 * @param {Says & { writes: boolean, run: number, labelled: boolean }} says what its line is
 * @returns {Seen}
 */
function ofAtom(atom, n, of, place, since, says) {
  const text = tidy(atom.text)
  const kind = place[0]
  const asked = asks(atom.text)
  const terms = LATIN.test(text)
  const names = place.map((name) => `in ${name}`)
  names.push(`${asked ? "asks" : "silent"} ${kind}`, `${terms ? "term" : "plain"} ${kind}`)
  if (!asked && !terms) names.push(`empty ${kind}`)
  if (/[？?]/.test(atom.text)) names.push(`？ ${kind}`)
  if (atom.lead) names.push("lead", `lead ${of === 1}`)
  const after = !atom.lead && (since === "lead" || since === "follow")
  if (after) names.push(`after lead ${asked} ${terms}`, `after ${since} ${kind}`, `after ${since}`)
  if (after && !asked && text.length < 5) names.push("after lead short")
  if (since === "told") names.push(`after told ${asked}`)
  if (TOLD.test(text)) names.push(`told ${asked}`, `told ${kind}`)
  if (/[我咱俺](?!们)/.test(text)) names.push(`self ${asked}`)
  if (isChatter(atom.text.trim())) names.push(`chatter ${kind}`, `chatter ${asked}`)
  if (isAnswer(text)) names.push("answer", `answer ${kind}`)
  names.push(...SAID.filter(([, is]) => is(text)).map(([name]) => name), ...(says.labelled ? ["label"] : []))
  if (isFeeling(text)) names.push(`feels ${asked}`)
  if (isTalk(text)) names.push(`talk ${terms}`)
  if (!/\p{L}/u.test(text)) names.push("signs")
  if (!atom.lead) names.push(...grams(atom.text))
  return {
    atom,
    text,
    asks: asked || IMPERATIVE.test(text),
    terms,
    goesOn: GOES_ON.test(text),
    complete: isComplete(text),
    english: /^\W*(?:[a-z'-]+\s+){3}/i.test(text) && !/[\u4e00-\u9fff]/.test(text),
    size: text.length,
    marked: kind === "mark" || kind === "bullet",
    strict: kind === "strict",
    opens: n === 0,
    ends: n === of - 1,
    ...says,
    names,
  }
}

/**
 * What is seen where a stretch was not cut.
 * @param {Seen} a before the place
 * @param {Seen} b behind it
 * @returns {string[]}
 */
export function joint(a, b) {
  const cut = cutOf(b)
  const kind = cut === "line" && b.strict ? "rest" : cut
  const sides = `${side(a)}${side(b)}`
  return [
    `+${kind}`,
    `+${kind} ${sides}`,
    `+${kind} ${b.goesOn ? "goes on" : "new"} ${a.asks ? "asked" : ""}`,
    `+${b.goesOn ? "goes on" : "new"} ${sides}`,
    `+${kind} ${a.complete ? "complete" : "open"}`,
    ...(a.size < 5 ? [`+${kind} short`] : []),
    ...(b.size < 5 ? [`+${kind} tail`] : []),
    ...(a.atom.lead ? ["+lead before"] : []),
    ...(b.atom.lead ? ["+lead behind"] : []),
    ...(!a.writes && /^[a-z\d.+-]{1,8}$/i.test(a.text) && /^[a-z\d.+-]{1,8}(?:[^a-z\d]|$)/i.test(b.text)
      ? [`+${kind} latin ${b.keywords ? "names" : "said"}`]
      : []),
    ...(a.english && b.english
      ? [`+${kind} English`, `+English ${sides}`, `+English ${b.size < 25 ? "tail" : "clause"}`]
      : []),
    ...(cut === "list" && /[，,。？?]/.test(a.atom.text + b.atom.text) ? ["+list in a sentence"] : []),
    ...(cut === "list"
      ? [
          `+list ${/\s\S+$/.test(a.atom.text.slice(-3)) && /^\s/.test(b.atom.text) ? "spaced" : "tight"} ${a.atom.text.at(-1)}`,
        ]
      : []),
    ...(cut === "line" || cut === "full" ? lineEnd(a, b, kind) : []),
    ...(cut !== "line" && cut !== "full" && a.asks && b.asks
      ? [`+${kind} run ${b.run}`, `+run ${b.run} ${sides}`]
      : []),
    ...(b.keywords ? [`+${kind} keywords`, `+keywords ${b.goesOn ? "goes on" : "new"} ${a.asks}`] : []),
    ...(cut === "list" && a.writes ? ["+list to write"] : []),
    ...(followMark(b.text) ? ["+follow"] : []),
    `+${kind} ${b.style}`,
    ...(cut === "hard" && b.spaced ? [`+hard ${/^\s/.test(b.atom.text) ? "spaced" : "tight"}`] : []),
    ...(cut !== "line" && cut !== "full" ? [`+${kind} ${a.marked ? "marked" : a.strict ? "strict" : "bare"}`] : []),
  ]
}

/**
 * The same where a line ends.
 * @param {Seen} a
 * @param {Seen} b
 * @param {string} kind
 * @returns {string[]}
 */
function lineEnd(a, b, kind) {
  const { item } = b.atom
  return [
    `+line ${indented(a, b)}`,
    `+line ${indented(a, b)} ${a.complete} ${b.asks}`,
    `+${kind} ${a.wide ? "wide" : "narrow"}`,
    `+line ${b.states ? "states" : "brief"} ${a.complete}`,
    `+line ${/[，,、：:（(]\s*$/.test(a.atom.text) ? "unfinished" : "finished"}`,
    `+line ${item.gap ? "gap" : "next"}`,
    `+line ${/[？?]\W*$/.test(a.atom.text) ? "？" : "."} ${b.asks}`,
    `+line ${a.atom.item.mark || "none"} ${item.mark || "none"}`,
    ...(b.labelled ? ["+line label"] : []),
    `+${a.wide ? "wide" : "narrow"} ${a.complete} ${b.marked}`,
    `+${a.wide ? "wide" : "narrow"} ${side(a)}${side(b)} ${b.goesOn}`,
    ...(b.atom.cut === "line" ? [`+line ${b.style} ${a.complete} ${b.asks}`] : []),
  ]
}

/** @param {Seen} one @returns {import("./atoms.js").Cut} what stands before; a line that names its sort of question is as good as counted */
const cutOf = ({ atom: { cut }, labelled, marked }) => (cut === "line" && labelled && marked ? "mark" : cut)

/** @param {Seen} a @param {Seen} b how the line of the one stands below that of the other */
function indented({ atom: { item: a } }, { atom: { item: b } }) {
  const [before, behind] = [a.deep ?? 0, b.deep ?? 0]
  return behind > before ? "deeper" : behind < before ? "out" : behind ? "in" : "flush"
}

/** @param {Seen} one */
const side = ({ asks, terms }) => (asks ? (terms ? "Q" : "q") : terms ? "T" : "-")

/**
 * What is seen where a stretch begins.
 * @param {Seen | undefined} before what stands before it
 * @param {Seen} first
 * @param {boolean} alone what stands before is not asked
 * @returns {string[]}
 */
export function start(before, first, alone) {
  const cut = cutOf(first)
  const names = [`[${cut}`, `[${cut} ${side(first)}`, `[${cut} ${first.goesOn ? "goes on" : "new"}`]
  if (cut === "list" && before?.writes) names.push("[to write")
  if (alone && !first.opens) names.push(`[${cut} alone`, before?.atom.lead ? "[lead alone" : "[rest alone")
  return names
}

/**
 * What is seen where a stretch ends.
 * @param {Seen} last
 * @returns {string[]}
 */
export function end(last) {
  return [`]${last.complete ? "complete" : "open"}`, last.ends ? "]line" : `]${last.complete} inside`, `]${side(last)}`]
}

/**
 * A number for what counts of a whole stretch: there are few, and each is looked at for a great many stretches.
 * @param {Seen[]} all
 * @returns {(from: number, to: number) => number} below WHOLES; of the stretch from an atom and before another
 */
export function measured(all) {
  const sums = [0, 1, 2].map(() => new Float64Array(all.length + 1))
  for (const [i, { size, asks, terms }] of all.entries())
    for (const [k, value] of [size, Number(asks), Number(terms)].entries()) sums[k][i + 1] = sums[k][i] + value
  return (from, to) => {
    const size = sums[0][to] - sums[0][from]
    const asks = sums[1][to] - sums[1][from]
    const terms = sums[2][to] - sums[2][from]
    const full = Number(all[from].opens && all[to - 1].ends)
    const kind = all[from].marked ? 0 : all[from].strict ? 1 : 2
    let step = 0
    while (size >= SIZES[step]) step++
    return (((step * 4 + Math.min(asks, 3)) * 2 + Number(terms > 0)) * 2 + full) * KINDS.length + kind
  }
}

/**
 * What is seen of a whole stretch.
 * @param {number} number as measured
 * @returns {string[]}
 */
export function whole(number) {
  const kind = KINDS[number % KINDS.length]
  const rest = Math.floor(number / KINDS.length)
  const full = rest % 2 ? "line" : "part"
  const terms = Math.floor(rest / 2) % 2 > 0
  const asks = Math.floor(rest / 4) % 4
  return [
    "question",
    `size ${SIZES[Math.floor(rest / 16)] ?? "more"}`,
    `asks ${asks} ${full}`,
    `terms ${terms} ${asks > 0}`,
    `${kind} ${full} ${asks > 0} ${terms}`,
  ]
}

/** @param {string} text */
export function tidy(text) {
  return text.replace(/^[\s\p{P}\p{S}]+(?=[\p{L}\p{N}])|[\s，,。；;、/｜|：:→➜⇒]+$/gu, "").trim()
}

/** @param {string} text */
function width(text) {
  let sum = 0
  for (const character of text) sum += character < "\u2e80" ? 1 : 2
  return sum
}
