/**
 * The least stretches of a post that a question may begin or end at: what stands between punctuation, blanks that part
 * clauses, and the words that say that something was asked (然后问我) or that join (还有一个).
 */

import { items } from "./layout.js"
import { asks, isRound } from "./lines.js"

/** @typedef {import("./layout.js").Item} Item */
/** @typedef {"line" | "mark" | "full" | "hard" | "semi" | "comma" | "list" | "blank" | "breath" | "colon" | "lead"} Cut what stands before: a line end, a number or bullet, a line that was full, 。？！, ；, ，, 、 or /, a blank, where one takes a breath, ：, the word of asking */
/**
 * @typedef {object} Atom
 * @property {string} text with the punctuation that ends it
 * @property {number} at where it begins
 * @property {Cut} cut
 * @property {boolean} lead it only says that something was asked, or joins
 * @property {Item} item the line that it is of
 * @property {number} line the number of that item
 */

const VERB =
  "讲|写|推|说|设计|手|实现|介绍|算|分析|口述|现场|当场|画|解释|谈|聊|估|改|举|对比|比较|描述|证明|默写|详细|简单|具体|把|用"
const WHO = "(?:面试官|面試官|他|她|对面|老师)"
const WHEN =
  "(?:第[一二三四五六七八九十]个(?:问题)?(?:就?是)?|[下另]一个(?:问题)?(?:就?是)?|最后一个(?:问题)?(?:就?是)?|然后|紧?接着|之后|随后|再往后|往后|后面|后来|最后|收尾|上来|一上来|开场|开头|(?:一|刚)?开始|首先|其次|中间|中途|期间|顺便|顺带|顺嘴|[讲说答写聊问]完(?:以后|之后|了)?|临走前?|快结束(?:的?时候?)?)"
const HOW =
  "(?:就|又|再|还|先|会|一直|不停地?|直接|主要|打断|继续|另外|也|都|只|反过来|转而|突然|忽然|顺着|着重|重点|特意|专门|随口|接着)"
const ASKED_OF =
  "(?:到|了|我(?!们)|的是|的(?!时候|问题)|一?下|一?个(?=[^\\s]{2})|一?句|道|一[串堆些](?=[：:，,\\s])|(?:基础|八股|原理|理论)(?=[：:，,]))*"
const ASKED = `(?:追[问問]|反问(?!环节)|拷打|[问問](?![题題答卷数])|(?:又|还)?补了一句|(?:比较|很)?(?:想(?:知道|了解|听听?)|好奇|关心)(?:的是|的?(?=[^\\s，。]{4}))|(?:抓着|盯着|揪着)(?=[^\\s，。]{4}))${ASKED_OF}`
// The same in English (They also asked, Next was).
const IN_ENGLISH = [
  "(?:(?:and|then|next|also|finally|lastly|later|after that|(?:on|for) [a-z]+)[,\\s]+){0,3}",
  "(?:(?:they|he|she|we|i was|(?:the )?interviewer|one of them)\\s+)?(?:(?:also|then|next|first|finally|further|even)\\s+)*",
  "(?:asked|wanted to know|wanted (?:me|us) to(?= (?:explain|describe|compare|implement|design|write|derive))|went on to ask|(?:moved|switched|jumped) (?:on )?to|(?:started|opened|began|followed up|finished|ended) with|(?:kept )?(?:pushed|pushing|dug|digging|drilled|drilling|grilled|probed|probing)(?: me| us)?(?: back)?(?: on| into| about)?|were curious about|brought up)(?: me| us)?(?: about| to| with)?[:,\\s]+",
].join("")
const LEAD = new RegExp(
  [
    "[（(【[](?:追[问問]|又问|再问|继续问|follow[\\s-]?up)[）)】\\]][：:，,\\s]*",
    `(?:${WHEN}|${HOW}|${WHO}){1,6}${ASKED}(?:${WHO}?说)?[：:，,\\s]*`,
    `(?<=^|[\\s：:，,])${ASKED}[：:，,\\s]*`,
    `(?<![提访疑学询请反顾被想户])(?:追[问問]|[问問](?:到|了(?!解)|我(?!们)))${ASKED_OF}[：:，,\\s]*`,
    `(?:${WHEN}|${HOW}|${WHO}){0,6}[让讓叫要][我你](?:们)?(?=${VERB})`,
    `(?<=^|[\\s：:，,。])(?:第[一二三四五六七八九十]|[下另]一|最后一)(?:个问题|个|道题?|题)(?:就)?是[：:，,\\s]*(?=[^\\s什哪啥吗呢]{3}|什么是)`,
    `(?:${WHEN}|${WHO})(?:${HOW}|${WHO}){0,4}(?:[聊扯谈提讲说]到|考了?|考察了?|换了?个(?:话题|方向)[问聊]?(?:了|到)?)(?:了|的是|一?个|一?下)?[：:，,\\s]*(?=[^\\s]{3})`,
    `(?:${WHEN}|${WHO}|又|还|再|先|继续|接着){1,3}(?:${HOW}|${WHO}){0,3}[聊扯谈](?:了聊?|起)(?!\\S{0,4}(?:分钟|小时|会儿?|久|半天|人生|家常|很|挺|些|几))[：:，,\\s]*(?=[^\\s]{4})`,
    `(?:${WHEN}|${WHO})${HOW}{0,4}说(?=[^一明法说到的了，。：\\s“「])`,
    `(?<![a-z])${IN_ENGLISH}`,
    "(?<![a-z])(?:next|then)(?: up)? (?:was|came|is)[:,\\s]+",
    "(?<![a-z])i (?:also |then )?got(?: asked)?(?: about)?[:\\s]+(?=what|why|how|whe|which)",
    "(?<![a-z])(?:the |my |a |another |his |her |their |one )?(?:[a-z]+ ){0,2}(?:questions?|problem|round|part|follow-?up|half|exercise) (?:was|were|is)(?: about| on| to)?[:\\s]+",
    "(?<![a-z])i (?:was asked|had)(?: to)?(?= (?:implement|design|explain|write|derive|code|describe|compare|walk))",
  ].join("|"),
  "gi",
)
const JOIN =
  /^\s*(?:[哦噢啊]?对了?[，,\s]?)?(?:(?:还有|另外|此外|以及|再就是|然后|接着|最后|其次|再来|顺带|顺便|外加|再)(?:就是|是)?(?:一?个|一道|一?题)?(?:问题)?(?:就是|是)?)[\s，,：:]*(?=[^\s，,：:。什哪啥吗呢]{2})/
const JOINED = /(?<=\S{4})(?:以及|及其(?=\S{4})|还有(?![没什哪吗])|(?:顺带|顺便)(?=\S{4})|外加)/
const BREATH = /^(?:我(?!们)|他|她|然后|后面|后来|再|又|还有|另外|最后|接着|反正|就是|说|问|追问|先问|还问)/
// The same where nothing parts them.
const TURN =
  /(?=(?:我(?:就|也)?(?:说|讲|答|回答|调|用|写)|我(?:没|不|刚|当时|大概|只|举|想|老实|直接|随便|简单|编|猜)|他(?:就|又|还|不|接着|继续|说|问|追|让|点|也|好像|没|听|笑)|(?:然后|接着|后面|后来|最后|之后)|还有(?![没什哪吗])|[这那](?:个|块|题|道|里|部分)(?:我|没|不|倒|还|就|答|刚|有点)|说实话|(?:代码|编程|算法|手撕|场景|开放)题?(?:是|就是|让)|写完|答完|讲完|说完|问我|反正|紧接着|话锋一转|人(?:很|挺|也)|面试官|整[个体]))/
// Behind these the next question may begin, where nothing parts it from them.
const TOLD_SO =
  /(?<=(?<![提访疑学询请反顾被想户])问(?:了|到|我|的是|一下|一个|(?![题答卷数法句了到我的一]))|[聊提讲谈说扯]到|(?:问题|题目?|开头|第[一二三四五六]个)(?:就)?是|考了?|考察了?|换了?个(?:话题|方向|角度))(?=\S{4})/
const TURN_IN_ENGLISH = /(?=,? and (?:why|how|what|when|which|whether|where)\s+\S+\s+\S+)/i
const LONGEST_BREATH = 28
const OPEN = "（(「『“【《["
const CLOSE = "）)」』”】》]"
const ADDRESS = /https?:\/\/[!-~]+/g
// A bracket that is open longer was never closed.
const LONGEST_ASIDE = 40
// What stands in brackets and is no aside: one question after the other.
const LONGEST_LIST = 200
const LISTED = /(?: \+ |[；;]).*(?: \+ |[；;])/

/**
 * @param {string} post
 * @returns {{ regions: { atoms: Atom[], heading: string }[], left: { text: string, at: number }[] }} what stands between two headings; left: what is no text of its own
 */
export function regions(post) {
  /** @type {{ atoms: Atom[], heading: string }[]} */
  const found = [{ atoms: [], heading: "" }]
  const left = []
  let line = 0
  for (const item of items(post)) {
    const text = item.text.trim()
    const heading = item.mark === "" && isRound(text)
    if (item.mark === "code" || heading) left.push({ text: item.text, at: item.at })
    if (heading) found.push({ atoms: [], heading: text })
    else if (item.mark !== "code") found[found.length - 1].atoms.push(...atoms(item, line))
    line++
  }
  return { regions: found, left }
}

/**
 * @param {Item} item
 * @param {number} line its number
 * @returns {Atom[]} together the item
 */
function atoms(item, line) {
  /** @type {Atom[]} */
  const found = []
  const first = item.mark ? "mark" : item.goesOn ? "full" : "line"
  let at = item.at
  for (const { text, cut } of clauses(item.text).flatMap(joined).flatMap(breaths)) {
    for (const { text: part, lead } of leads(text)) {
      const before = found[found.length - 1]
      found.push({
        text: part,
        at,
        cut: before ? (before.lead ? "lead" : at === item.at ? first : cut) : first,
        lead,
        item,
        line,
      })
      at += part.length
    }
  }
  return found
}

/**
 * @param {string} text
 * @returns {{ text: string, cut: Cut }[]}
 */
function clauses(text) {
  const found = []
  let start = 0
  let closes = -1
  /** @type {Cut} */
  let before = "line"
  const addresses = new Map(Array.from(text.matchAll(ADDRESS), ({ 0: all, index }) => [index, index + all.length - 1]))
  for (let i = 0; i < text.length; i++) {
    closes = Math.max(closes, addresses.get(i) ?? -1)
    if (i > closes && OPEN.includes(text[i])) closes = closing(text, i)
    if (i <= closes) continue
    const cut = closes === i - 1 && OPEN.includes(text[i]) ? "colon" : cutAfter(text, i)
    if (!cut || i + 1 >= text.length || !text.slice(start, i + 1).trim()) continue
    // Signs in a row are one.
    if (cutAfter(text, i + 1) && !/[\p{L}\p{N}]/u.test(text[i + 1])) continue
    found.push({ text: text.slice(start, i + 1), cut: before })
    start = i + 1
    before = cut
  }
  if (start < text.length) found.push({ text: text.slice(start), cut: before })
  return found
}

/**
 * A clause that asks, cut before the word that joins another to it (SwiGLU 为什么要三个矩阵以及它的代价).
 * @param {{ text: string, cut: Cut }} clause
 * @returns {{ text: string, cut: Cut }[]}
 */
function joined({ text, cut }) {
  const at = text.search(JOINED)
  if (at < 0 || !asks(text.slice(0, at))) return [{ text, cut }]
  return [{ text: text.slice(0, at), cut }, ...joined({ text: text.slice(at), cut: "list" })]
}

/**
 * A clause that is longer than anybody's breath, cut before the words that go on telling.
 * @param {{ text: string, cut: Cut }} clause
 * @returns {{ text: string, cut: Cut }[]}
 */
function breaths({ text, cut }) {
  if (text.length <= LONGEST_BREATH) return [{ text, cut }]
  const told = text.split(TURN_IN_ENGLISH).flatMap((part) => part.split(TURN))
  return told
    .flatMap((part) => part.split(TOLD_SO))
    .map((part, i) => ({ text: part, cut: i ? /** @type {Cut} */ ("breath") : cut }))
}

/**
 * @param {string} text
 * @param {number} open
 * @returns {number} where the bracket closes; where it opens, if it never does; before that, if what stands in it is no aside
 */
function closing(text, open) {
  const sign = CLOSE[OPEN.indexOf(text[open])]
  const end = text.slice(open, open + LONGEST_LIST).indexOf(sign)
  const inside = text.slice(open, open + LONGEST_LIST)
  if (LISTED.test(end > 0 ? inside.slice(0, end) : inside)) return open - 1
  return end > 0 && end < LONGEST_ASIDE ? open + end : open
}

/**
 * @param {string} text
 * @param {number} i
 * @returns {Cut | ""} what ends behind this character
 */
function cutAfter(text, i) {
  const sign = text[i]
  if (/[？?！!。]/.test(sign)) return "hard"
  if (/[；;]/.test(sign)) return "semi"
  if (/[，,]/.test(sign)) return /\d/.test(text[i - 1] ?? "") && /\d/.test(text[i + 1] ?? "") ? "" : "comma"
  if (/[、/｜|→➜⇒]/.test(sign)) return text[i + 1] === sign ? "" : "list"
  if (sign === "+") return text[i - 1] === " " && text[i + 1] === " " ? "list" : ""
  if (sign === ">") return /[-=]/.test(text[i - 1] ?? "") ? "list" : ""
  if (/[：:]/.test(sign)) return /^[：:]\S?\d/.test(text.slice(i, i + 3)) ? "" : "colon"
  if (/[—~～]/.test(sign)) return text[i + 1] === sign ? "" : "comma"
  if (!/\s/.test(sign) || /\s/.test(text[i + 1] ?? "")) return ""
  const after = text.slice(i + 1, i + 4)
  if (sign === " " && /[.]/.test(text[i - 1] ?? "") && /^[A-Z]/.test(after)) return "hard"
  if (/\s/.test(text[i - 1] ?? "") || sign === "\t" || sign === "\u3000") return "blank"
  if (/[\u4e00-\u9fff]/.test(text[i - 1] ?? "") && /^[\u4e00-\u9fff]/.test(after)) return "blank"
  return BREATH.test(text.slice(i + 1, i + 6)) ? "blank" : ""
}

/**
 * A clause, parted from the words that say that something is asked.
 * @param {string} clause
 * @returns {{ text: string, lead: boolean }[]}
 */
function leads(clause) {
  /** @type {{ text: string, lead: boolean }[]} */
  const found = []
  let done = 0
  const joined = JOIN.exec(clause)?.[0] ?? ""
  for (const { 0: lead, index } of clause.matchAll(LEAD)) {
    if (index < done) continue
    if (index > done && clause.slice(done, index).trim()) found.push({ text: clause.slice(done, index), lead: false })
    const start = found.length || done ? index : 0
    found.push({ text: clause.slice(start, index + lead.length), lead: true })
    done = index + lead.length
  }
  if (!done && joined) {
    found.push({ text: joined, lead: true })
    done = joined.length
  }
  if (done < clause.length) found.push({ text: clause.slice(done), lead: false })
  return found
}
