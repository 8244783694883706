// The questions of a judged post written down in other ways, composed at random: how they are counted, what parts them, what
// stands before, between and behind them. Where the questions stand follows from how the text was made.
import { ANSWERS, FEELINGS, HEADINGS, LABELS, NAMES, PROJECTS } from "./said.mjs"

/** @typedef {[text: string, asked: boolean]} Part */
/** @typedef {import("./variants.mjs").Dice} Dice */
/** @typedef {(asked: string[], dice: Dice) => Part[]} Layout */

const HAN = "一二三四五六七八九十"
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
const ROMAN = "I II III IV V VI VII VIII IX X".split(" ")
/** @type {((n: number) => string)[]} */
export const COUNTS = [
  (n) => `${n}. `,
  (n) => `${n}.`,
  (n) => `${n}、`,
  (n) => `${n}）`,
  (n) => `${n}) `,
  (n) => `(${n})`,
  (n) => `（${n}）`,
  (n) => `【${n}】`,
  (n) => `[${n}] `,
  (n) => `${n}：`,
  (n) => `${n} - `,
  (n) => `${String(n).padStart(2, "0")} `,
  (n) => `${String(n).padStart(2, "0")}. `,
  (n) => `#${n} `,
  (n) => `Q${n}：`,
  (n) => `Q${n}. `,
  (n) => `q${n} `,
  (n) => `问题${n}：`,
  (n) => `题${n}：`,
  (n) => `第${n}题 `,
  (n) => `第${HAN[n - 1]}题：`,
  (n) => `第${HAN[n - 1]}个问题，`,
  (n) => `${HAN[n - 1]}、`,
  (n) => `${HAN[n - 1]}，`,
  (n) => `（${HAN[n - 1]}）`,
  (n) => CIRCLED[n - 1],
  (n) => `${CIRCLED[n - 1]} `,
  (n) => `${n === 10 ? "🔟" : `${n}️⃣`} `,
  (n) => `${ROMAN[n - 1]}. `,
  (n) => `${"abcdefghij"[n - 1]}. `,
  (n) => `${n}/ `,
  (n) => `No.${n} `,
]
export const BULLETS =
  "- |-|* |• |•|· |·|・|– |—|→ |> - |+ |▪️|● |○ |◆ |■ |▶ |※ |★|☆ |✅ |🔸|💡|❓|👉 |□ |☑️ |｜|Q: |Q：|问：|Q |问 |~|＊ |* **".split(
    "|",
  )
const OPENINGS = [
  ...FEELINGS,
  ...HEADINGS,
  "面经分享",
  "某厂大模型算法 一面 面经",
  "9.12 一面 50min",
  "技术一面（视频，约 40 分钟）",
  "问题汇总如下：",
  "能想起来的就这些：",
  "题目：",
  "岗位：大模型算法（北京）",
]
const WRITTEN = ["手撕：", "代码：", "手撕 ", "代码题：", "**代码**：", "写题：", "Coding: ", "【手撕】", "最后手撕："]
const NOTES = [
  "没答上来",
  "答得一般",
  "还行",
  "秒了",
  "这个我会",
  "没听过",
  "卡了一下",
  "问得很细",
  "讲了五分钟",
  "蒙的",
]
const GRADES = ["好", "一般", "不会", "ok", "✓", "✗", "3/5", "答上来了", "凑合"]
const MOST = 10

/** @param {string[]} asked @param {Dice} dice how many of them, and which */
function some(asked, dice) {
  const first = dice.below(Math.max(asked.length - MOST, 0) + 1)
  return asked.slice(first, first + 5 + dice.below(MOST - 4))
}

/**
 * A question as somebody else would end it.
 * @param {string} text
 * @param {string} end what all of a post end with; "as it was" for what they have
 */
const ended = (text, end) => (end === "as it was" ? text : text.replace(/[？?。！!]+$/, "") + end)

/** @param {Dice} dice @param {number} most @returns {Part[]} lines around the questions */
const opening = (dice, most) =>
  Array.from({ length: dice.below(most + 1) }, () => [`${dice.one(OPENINGS)}${dice.one(["\n", "\n", "\n\n"])}`, false])

/** @param {Dice} dice @returns {Part[]} */
const closing = (dice) =>
  Array.from({ length: dice.below(3) }, () => [`${dice.one(["\n", ""])}${dice.one(FEELINGS)}\n`, false])

/** @param {string[]} names @param {Dice} dice @returns {Part[]} what was to be written, on a line of its own */
function written(names, dice) {
  const sign = dice.one(["、", "，", "；", "/", " + "])
  const parts = names.flatMap(
    (name, i) =>
      /** @type {Part[]} */ ([
        [i ? sign : "", false],
        [name, true],
      ]),
  )
  return [[dice.one(["", "\n"]) + dice.one(WRITTEN), false], ...parts, ["\n", false]]
}

const coding = (/** @type {string} */ text) => /^(?:手[写撕]|实现|写)/.test(text)

/**
 * @param {string[]} asked
 * @param {Dice} dice
 * @param {(n: number) => string} mark of a question, from 1 on
 * @param {string} between two questions
 * @returns {Part[]}
 */
function list(asked, dice, mark, between) {
  const end = dice.one(["as it was", "as it was", "", "？", "。", "；"])
  const restart = dice.below(3) ? 0 : 3 + dice.below(3)
  const noted = dice.below(4) ? 0 : 2 + dice.below(2)
  const broken = between.includes("\n")
  /** @type {Part[]} */
  const parts = []
  let n = 0
  for (const [i, text] of some(asked, dice).entries()) {
    if (restart && i && i % restart === 0) {
      parts.push([
        `${broken ? dice.one(["", "\n"]) : ""}${dice.one(HEADINGS)}${broken ? "\n" : dice.one(["：", " "])}`,
        false,
      ])
      n = dice.below(3) ? 0 : n
    }
    n = Math.min(n + 1, MOST)
    parts.push([mark(n), false], [ended(text, end).slice(0, 90), true])
    if (noted && i % noted === 0) parts.push([`${dice.one(["（", " ("])}${dice.one(NOTES)}）`, false])
    if (broken && !dice.below(9)) parts.push([`\n${dice.one([...ANSWERS, ...FEELINGS])}`, false])
    parts.push([between, false])
  }
  return parts
}

/** @type {Layout} */
function counted(asked, dice) {
  const mark = dice.one(COUNTS)
  const code = asked.filter(coding).slice(0, 2)
  const rest = code.length ? asked.filter((text) => !code.includes(text)) : asked
  const parts = list(rest, dice, mark, dice.one(["\n", "\n", "\n\n"]))
  return [...opening(dice, 3), ...parts, ...(code.length ? written(code, dice) : []), ...closing(dice)]
}

/** @type {Layout} */
function bulleted(asked, dice) {
  const mark = dice.one(BULLETS)
  return [...opening(dice, 3), ...list(asked, dice, () => mark, dice.one(["\n", "\n", "\n\n"])), ...closing(dice)]
}

/** @type {Layout} */
function glued(asked, dice) {
  const mark = dice.one(COUNTS)
  const head = dice.one(["", `${dice.one(OPENINGS).replace(/[：:]$/, "")}${dice.one([" ", "：", "，", ""])}`])
  return [
    [head, false],
    ...list(asked, dice, mark, dice.one(["", " ", "；", "。", "，"])),
    [dice.one(["", dice.one(FEELINGS)]), false],
  ]
}

/** @type {Layout} */
function bare(asked, dice) {
  const parts = list(asked, dice, () => "", dice.one(["\n", "\n", "\n\n", " \n"]))
  return [
    ...opening(dice, 3),
    ...parts,
    ...written(asked.slice(-2), dice).slice(0, dice.below(2) * 9),
    ...closing(dice),
  ]
}

/** @type {Layout} a question or more to a line, with its parts: a blank or bar between two questions, none inside */
function abreast(asked, dice) {
  const sign = dice.one([" ", "  ", " ", "　", " | ", " / ", "；", "; "])
  const mark = dice.one([...COUNTS.slice(0, 4), ...Array.from({ length: 4 }, () => () => "")])
  const end = dice.one(["？", "as it was", ""])
  const close = end === "" && sign.trim() === "" ? "？" : end
  let n = 0
  const parts = some(asked, dice).flatMap((text, i, all) => {
    const fresh = i === 0 || dice.below(2) === 0
    if (fresh) n++
    const before = fresh ? `${i ? "\n" : ""}${mark(Math.min(n, MOST))}` : sign
    const joined = close === "？" ? text.replace(/[，,；;]\s*/, "？") : text
    return /** @type {Part[]} */ ([
      [before, false],
      [ended(joined, close), true],
      [i === all.length - 1 ? "\n" : "", false],
    ])
  })
  return [...opening(dice, 2), ...parts, ...closing(dice)]
}

/** @type {Layout} cells copied from somewhere: parted by bars, tabs, or each on a line of its own */
function table(asked, dice) {
  const way = dice.one(["bars", "tabs", "lines", "commas"])
  const sign = { bars: " | ", tabs: "\t", lines: "\n", commas: "," }[way] ?? ""
  const edge = way === "bars" ? "|" : ""
  const head = dice.one([
    ["序号", "问题", "自评"],
    ["#", "题目", "结果"],
    ["编号", "问了什么", "备注"],
  ])
  const rows = some(asked, dice).filter((text) => !/[|,\t]/.test(text))
  const body = rows.flatMap(
    (text, i) =>
      /** @type {Part[]} */ ([
        [`${edge && `${edge} `}${i + 1}${sign}`, false],
        [text, true],
        [`${sign}${dice.one(GRADES)}${edge && ` ${edge}`}\n`, false],
      ]),
  )
  const top = `${edge && `${edge} `}${head.join(sign)}${edge && ` ${edge}`}\n${edge && "| --- | --- | --- |\n"}`
  return [
    ...opening(dice, 2),
    [top, false],
    ...body,
    ...written(asked.slice(-1), dice).slice(0, dice.below(2) * 9),
    ...closing(dice),
  ]
}

/** @type {Layout} lines broken where the screen ended, or anywhere */
function wrapped(asked, dice) {
  const width = 12 + dice.below(16)
  const mark = dice.one([...COUNTS.slice(0, 7), () => "- ", () => ""])
  const soft = dice.below(2)
  const parts = some(asked, dice).flatMap((text, i) => {
    const at = soft ? text.indexOf("，", 4) + 1 : width
    const cut = at > 3 && at < text.length - 2 ? `${text.slice(0, at)}\n${text.slice(at)}` : text
    return /** @type {Part[]} */ ([
      [mark(i + 1), false],
      [mark(1) || dice.below(3) ? cut : text, true],
      ["\n", false],
    ])
  })
  const feeling = dice.one(FEELINGS)
  return [...opening(dice, 2), ...parts, [`${feeling.slice(0, width)}\n${feeling.slice(width)}\n`, false]]
}

const SAYS = ["阿明", "小鱼", "楼主", "Leo", "学姐", "老王", ...NAMES]
const TALKS =
  "咋样|都问啥了|这不送分题|我上次也被问了|哈哈哈|细说|难吗|后面呢|记下了|这个我真不会|手撕呢|牛|然后就没了|我背过|等会我去翻一下|收藏了|感谢分享|下午再说".split(
    "|",
  )

/** @type {Layout} a chat copied with its names and times */
function stamped(asked, dice) {
  const [teller, other] = [dice.one(SAYS), dice.one(SAYS)]
  const way = dice.one(["line", "line", "same", "clock"])
  let minute = dice.below(20)
  /** @param {string} who @returns {Part} */
  const stamp = (who) => {
    minute = Math.min(minute + dice.below(2), 59)
    const time = `21:${String(minute).padStart(2, "0")}`
    return [way === "line" ? `${who} ${time}\n` : way === "same" ? `${who}：` : `[${time}] ${who}: `, false]
  }
  return some(asked, dice).flatMap((text) => [
    ...(dice.below(3) ? [] : [stamp(other), /** @type {Part} */ ([`${dice.one(TALKS)}\n`, false])]),
    stamp(teller),
    [dice.one(["", "", "", "还有 ", "然后", "先问我 ", "又问", "再就是 "]), false],
    [text, true],
    [dice.one(["\n", "\n", "\n", `，${dice.one(NOTES)}\n`]), false],
  ])
}

/** @type {Layout} the record of a talk */
function dialogue(asked, dice) {
  const [asker, me] = dice.one([
    ["面试官：", "我："],
    ["面：", "我："],
    ["Q: ", "A: "],
    ["问：", "答："],
    ["Interviewer: ", "Me: "],
  ])
  return [
    ...opening(dice, 1),
    ...some(asked, dice).flatMap(
      (text) =>
        /** @type {Part[]} */ ([
          [asker + dice.one(["", "", "", "好，", "嗯，"]), false],
          [text, true],
          [dice.below(5) ? `\n${me}${dice.one(ANSWERS)}\n` : "\n", false],
        ]),
    ),
  ]
}

const FIRST = "先问|上来就问|一上来问|开场问了|第一个问题是|首先问|首先是|先让我讲了|先聊了".split("|")
const NEXT =
  "然后问|接着问|又问|再问|还问了|后面问|然后是|接着是|之后问|又追问|追问|紧接着问|下一个问题是|后来问到|还问到|再往后是|然后他问|她又问|面试官问|对面问|他就问|问我|还有就是|另外问了|又聊到|换了个方向问|中间还问了|突然问".split(
    "|",
  )
const LAST = "最后问|最后一个问题是|最后让我|收尾问了|最后又问|最后是".split("|")
const TOLD =
  "我说看场景|我大概讲了一下|这个没答上来|我答了几个点|答得磕磕绊绊|这块我熟|他点点头|他不太满意|没怎么展开|我说没做过|他又解释了一遍|我想了半天|瞎说了几句|还好看过|他说可以|我举了个例子|我就照着论文说|卡了好久".split(
    "|",
  )

/** @type {Layout} told from beginning to end, with stops, with commas only, or with nothing between */
function narrative(asked, dice) {
  const [comma, stop] = dice.one([
    ["，", "。"],
    ["，", "。"],
    ["，", "，"],
    [" ", " "],
    ["", ""],
    [", ", "。"],
  ])
  const quoted = dice.below(6) ? ["", ""] : ["“", "”"]
  const colon = dice.one(["", "", "：", " ", "，"])
  const told = 1 + dice.below(4)
  const all = some(asked, dice)
  return [
    [
      dice.one([
        "",
        `${dice.one(FEELINGS)}${stop}`,
        `今天下午面的${stop}`,
        `${dice.one(PROJECTS).replace(/。$/, "")}${stop}`,
      ]),
      false,
    ],
    ...all.flatMap((text, i) => {
      const led = !comma || i === 0 || dice.below(4) > 0
      const lead = led ? dice.one(i ? (i === all.length - 1 ? LAST : NEXT) : FIRST) : ""
      const own = text.replace(/[。？?；;]$/, "")
      const says = dice.below(told) ? `${comma}${dice.one(TOLD)}` : ""
      return /** @type {Part[]} */ ([
        [lead && `${lead}${colon}`, false],
        [quoted[0], false],
        [own, true],
        [`${quoted[1]}${says}${says || dice.below(2) ? stop : comma}`, false],
      ])
    }),
    [dice.one(["", `${dice.one(FEELINGS)}${stop}`]), false],
  ]
}

/** @type {Layout} a direction to a line with what was asked of it */
function directions(asked, dice) {
  const sign = dice.one(["；", "；", "、", "，", " / ", "  ", "？"])
  const colon = dice.one(["：", ":", " - ", "｜"])
  const many = 2 + dice.below(4)
  const parts = some(asked, dice).flatMap((text, i, all) => {
    const own = /[；、，]/.test(sign) ? text.replace(/[，,、；;].*$/, "") : text
    const end = i % many === many - 1 || i === all.length - 1 ? dice.one(["。\n", "\n"]) : sign
    const before = i % many ? "" : `${dice.one(LABELS)}${dice.one(["", "部分", "题"])}${colon}`
    return /** @type {Part[]} */ ([
      [before, false],
      [ended(own, ""), true],
      [end, false],
    ])
  })
  return [...opening(dice, 2), ...parts, ...closing(dice)]
}

/** @type {Record<string, Layout>} */
export const LAYOUTS = {
  counted,
  bulleted,
  glued,
  bare,
  abreast,
  table,
  wrapped,
  stamped,
  dialogue,
  narrative,
  directions,
}
