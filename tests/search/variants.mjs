// The questions of a judged post in other forms that people write in: rows of names, told in one breath, broken at a width.
import { isPersonal } from "../../web/match/fields.js"
import { LAYOUTS } from "./layouts.mjs"
import {
  ANSWERS,
  CHATS,
  CONTEXTS,
  ENGLISH_ASKING,
  ENGLISH_BEFORE,
  ENGLISH_BEHIND,
  ENGLISH_QUESTIONS,
  ENGLISH_SAID,
  FEELINGS,
  HEADINGS,
  LABELS,
  NAMES,
  PROJECTS,
} from "./said.mjs"

/** @typedef {import("./fit.mjs").Post} Post */
/** @typedef {[text: string, asked: boolean]} Part */

const ASKING =
  "然后问 接着问 又问 还问了 先问的 然后问我 再问 追问 最后问了 后面问 上来问 然后又问了一下 面试官问 他问 之后问".split(
    " ",
  )
const BREATHLESS = [
  ...ASKING,
  ..."还有 然后是 他又问 他就说 最后问 紧接着就问 接着他说 后面又聊到 还提到 又扯到 话锋一转问 换了个方向问 换了个话题聊 再问 第一个问题是 下一个是 最后一个问题是 先是 说 开始问基础 他让我讲 让我说说 考了".split(
    " ",
  ),
]
const TOLD = "我说了一下 这个没答上来 答得一般 还行 没准备过 这个我会 面试官点了点头 卡住了 说了个大概 瞎说的".split(
  " ",
)
const SAID = [
  ...TOLD,
  ..."我说看情况 我就讲了一下思路 我说没做过 他不太满意 说实话没听过 我说了个大概 我说用默认的参数 我讲了缓存和批处理 这块答得还行 他好像比较满意 他也没为难我 我举了个项目里的例子 这个有点意外 想了半天才说 我说 vllm 因为用的人多 他点点头 我提了几个指标 那块我没看过 我说显存不够所以没试 答完他笑了一下 我当场算错了一次 这个我刚好看过论文".split(
    " ",
  ),
  "我说 LoRA 就够了",
  "我就说了 PPO 和 DPO",
]
const ASKING_IN_ENGLISH = [
  "Then they asked ",
  "Next was ",
  "They also asked ",
  "He wanted to know ",
  "After that, ",
  "On serving they asked ",
  "and ",
  "",
]
const TOLD_IN_ENGLISH = [
  ". I said it depends. ",
  ". I was not sure. ",
  ", ",
  ". ",
  "? ",
  "; ",
  ". I talked about the trade-offs. ",
]
const BEFORE =
  "昨天面的某厂，记录一下。 面完了，分享一下， 趁热记一下， 大模型岗一面， 聊了会儿项目， 先讲了论文的动机、方法和结论，又把实验说了一遍，".split(
    " ",
  )
const BEHIND = "面试官人很好。 全程一个小时。 希望能过，祝大家好运。 整体不难。 求好运。".split(" ")
const HEADS = ["面经分享", "某厂大模型 一面 面经", "记录一下"]
const MOST = 10
const FEWEST = 3
const MOST_VARIANTS = 8
const MOST_LAYOUTS = 6

/**
 * @param {Post} post
 * @param {number} seed the same one gives the same variants
 * @returns {Post[]}
 */
export function variants(post, seed) {
  const asked = askedIn(post)
  const dice = new Dice(seed)
  const bare = asked.map((text) => text.replace(/[？?。]$/, ""))
  const plain = bare.filter((text) => !/[，,；;。？?]/.test(text))
  const short = plain.filter((text) => text.length <= 16)
  const names = short.filter((text) => !/[、/]|[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(text))
  return [
    row(short, dice.one(["，", ", "]), 4 + dice.below(3)),
    row(names, dice.one(["/", " / ", "、", "｜"]), 4 + dice.below(3)),
    row(names, dice.one(["、", "/", "，"]), 3 + dice.below(2)),
    written(short, dice),
    told(bare, dice),
    voice(plain, dice),
    breath(plain, dice),
    broken(asked, dice),
    inEnglish(bare, dice),
    lines(asked, dice),
    monologue(asked, dice),
    ...(dice.below(3) ? [] : [prose(dice)]),
    withAnswers(asked, dice),
    scenes(asked, dice),
    chat(asked, dice),
    labelled(names, dice),
    row(short, dice.one(["→", " → ", "->"]), 4),
    rounds(asked, dice),
  ]
    .filter((parts) => parts.filter(([, is]) => is).length >= FEWEST)
    .map((parts) => ({ parts, order: dice.below(1000) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST_VARIANTS)
    .map(({ parts }) => posted(parts))
}

/**
 * The same in layouts composed at random, each of which may be left out to see what the others say of it.
 * @param {Post} post
 * @param {number} seed
 * @param {string} [without] name of a layout
 * @returns {Post[]}
 */
export function rewritten(post, seed, without = "") {
  const asked = askedIn(post)
  const dice = new Dice(seed)
  return asked.length < FEWEST
    ? []
    : Object.entries(LAYOUTS)
        .map(([name, layout]) => ({ name, made: posted(layout(asked, dice)), order: dice.below(1000) }))
        .sort((a, b) => a.order - b.order)
        .slice(0, MOST_LAYOUTS)
        .filter(({ name }) => name !== without)
        .map(({ made }) => made)
}

/** @param {Post} post @returns {string[]} its questions, a line each */
export const askedIn = (post) =>
  post.spans
    .map(([start, end]) => post.text.slice(start, end).replace(/\s*\n\s*/g, " "))
    .filter((text) => text.length > 2 && text.length < 60 && !isPersonal(text))

/** Random numbers that are the same in every run. */
export class Dice {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed + 20261130
  }

  /** @param {number} n */
  below(n) {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.state / 2 ** 32) * n)
  }

  /** @template T @param {T[]} list @returns {T} */
  one(list) {
    return list[this.below(list.length)]
  }
}

/**
 * @param {Part[]} parts
 * @returns {Post}
 */
export function posted(parts) {
  let text = ""
  /** @type {Post["spans"]} */
  const spans = []
  for (const [part, asked] of parts) {
    if (asked) spans.push([text.length, text.length + part.length])
    text += part
  }
  return { text, spans }
}

/**
 * @param {string[]} names
 * @param {string} sign between them
 * @param {number} many of them to a line
 * @returns {Part[]}
 */
const row = (names, sign, many) =>
  names.slice(0, MOST).flatMap((name, i) => [
    [name, true],
    [i % many === many - 1 ? "\n" : sign, false],
  ])

/** @param {string[]} names @param {Dice} dice @returns {Part[]} */
const written = (names, dice) =>
  names.slice(0, MOST).flatMap((name, i) => [
    [i % 3 ? "、" : `${i ? "\n" : ""}${dice.one(["手撕：", "代码：", "手撕 "])}`, false],
    [name, true],
  ])

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function told(asked, dice) {
  /** @type {Part[]} */
  const parts = [[dice.one(BEFORE), false]]
  let fresh = true
  for (const text of asked.slice(0, MOST)) {
    if (fresh || dice.below(3)) parts.push([dice.one(ASKING) + dice.one(["", "", "：", " "]), false])
    fresh = dice.below(3) === 0
    parts.push([text, true], [fresh ? `，${dice.one(TOLD)}${dice.one(["。", "，"])}` : dice.one(["，", "。"]), false])
  }
  return [...parts, [dice.one(BEHIND), false]]
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function voice(asked, dice) {
  /** @type {Part[]} */
  const parts = [["今天面的大模型 ", false]]
  for (const text of asked.slice(0, MOST)) {
    if (dice.below(4)) parts.push([dice.one(ASKING) + dice.one(["", " "]), false])
    parts.push([text, true], [dice.below(3) ? " " : ` ${dice.one(TOLD)} `, false])
  }
  return parts
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function breath(asked, dice) {
  /** @type {Part[]} */
  const parts = [["刚面完记录一下上来说不用自我介绍", false]]
  for (const text of asked.slice(0, MOST))
    parts.push([dice.one(BREATHLESS), false], [text, true], [dice.below(2) ? dice.one(SAID) : "", false])
  return [...parts, ["全程四十分钟等结果吧", false]]
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function inEnglish(asked, dice) {
  const own = asked.filter((text) => !/[\u4e00-\u9fff]/.test(text))
  /** @type {Part[]} */
  const parts = [["Just finished my onsite, writing it down. ", false]]
  for (const text of own.slice(0, MOST))
    parts.push([dice.one(ASKING_IN_ENGLISH), false], [text, true], [dice.one(TOLD_IN_ENGLISH), false])
  return [...parts, ["Overall it went ok, fingers crossed.", false]]
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function broken(asked, dice) {
  const width = 18 + dice.below(10)
  const sign = dice.one([". ", "、"])
  return asked.slice(0, MOST).flatMap((text, i) => {
    const mark = `${i + 1}${sign}`
    const first = width - mark.length
    const rest = text.slice(first).match(new RegExp(`.{1,${width}}`, "gu")) ?? []
    return /** @type {Part[]} */ ([
      [mark, false],
      [[text.slice(0, first), ...rest].join("\n"), true],
      ["\n", false],
    ])
  })
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function lines(asked, dice) {
  /** @type {Part[]} */
  const parts = [[`${dice.one(HEADS)}\n`, false]]
  for (const text of asked.slice(0, MOST))
    parts.push([text, true], [dice.below(5) ? "\n" : `\n${dice.one([...TOLD, ...BEHIND])}\n`, false])
  return parts
}

/**
 * Told in whole sentences, the question as it was asked between what was thought and answered.
 * @param {string[]} asked
 * @param {Dice} dice
 * @returns {Part[]}
 */
function monologue(asked, dice) {
  /** @type {Part[]} */
  const parts = [[`${dice.one(FEELINGS)}。${dice.below(2) ? dice.one(PROJECTS) : ""}`, false]]
  for (const text of asked.slice(0, MOST)) {
    if (dice.below(2)) parts.push([`${dice.one(FEELINGS)}，`, false])
    if (dice.below(3)) parts.push([dice.one([...ASKING, "问了个", "第一个问题是", "然后就是", "下一题，"]), false])
    parts.push([text.replace(/[。]$/, ""), true])
    parts.push([dice.one(["，", "。", "？", "\n"]), false])
    if (dice.below(2)) parts.push([dice.one([...ANSWERS, ...TOLD.map((one) => `${one}。`)]), false])
  }
  return [...parts, [`${dice.one(FEELINGS)}。`, false]]
}

/** @param {Dice} dice @returns {Part[]} */
function prose(dice) {
  /** @type {Part[]} */
  const parts = [[`${dice.one(ENGLISH_BEFORE)} ${dice.one(ENGLISH_BEFORE)} `, false]]
  let asking = true
  for (let i = 0; i < 6; i++) {
    if (asking) parts.push([`${dice.one(ENGLISH_ASKING)} `, false])
    parts.push([dice.one(ENGLISH_QUESTIONS), true])
    asking = dice.below(3) > 0
    if (!asking) parts.push([dice.one([", and ", ", ", " and ", "; "]), false])
    else
      parts.push([
        dice.one([". ", ", and ", ", then ", `. ${dice.one(ENGLISH_SAID)} `, `? ${dice.one(ENGLISH_SAID)} `]),
        false,
      ])
  }
  return [...parts, [`\n\n${dice.one(ENGLISH_BEHIND)}`, false]]
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function withAnswers(asked, dice) {
  const mark = dice.one(["number", "Q", ""])
  const said = dice.one(["", "", "答：", "A：", "我的回答："])
  return asked.slice(0, MOST).flatMap((text, i) => [
    [mark === "number" ? `${i + 1}. ` : mark === "Q" ? `Q${i + 1}：` : "", false],
    [text, true],
    [`\n${dice.below(4) ? `${said}${dice.one(ANSWERS)}\n` : ""}`, false],
  ])
}

/**
 * Numbered, each with what the question is asked of: together one question.
 * @param {string[]} asked
 * @param {Dice} dice
 * @returns {Part[]}
 */
const scenes = (asked, dice) =>
  asked.slice(0, MOST).flatMap((text, i) => [
    [`${i + 1}${dice.one([". ", "、", "）"])}`, false],
    [(dice.below(3) ? dice.one(CONTEXTS) : "") + text, true],
    ["\n", false],
  ])

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function chat(asked, dice) {
  const names = [dice.one(NAMES), dice.one(NAMES), dice.one(NAMES)]
  return asked.slice(0, MOST).flatMap((text) => [
    [dice.below(2) ? `${dice.one(names)}：${dice.one(CHATS)}\n` : "", false],
    [`${names[0]}：${dice.one(["", "", "还有", "问了", "然后是"])}`, false],
    [text, true],
    ["\n", false],
  ])
}

/** @param {string[]} names @param {Dice} dice @returns {Part[]} */
function labelled(names, dice) {
  const sign = dice.one(["、", "，", "/", ", "])
  const many = 2 + dice.below(3)
  return [
    [`${dice.one(FEELINGS)}\n`, false],
    ...names.slice(0, MOST).flatMap(
      (name, i) =>
        /** @type {Part[]} */ ([
          [i % many ? sign : `${i ? "\n" : ""}${dice.one(LABELS)}：`, false],
          [name, true],
        ]),
    ),
    [`\n${dice.one(FEELINGS)}`, false],
  ]
}

/** @param {string[]} asked @param {Dice} dice @returns {Part[]} */
function rounds(asked, dice) {
  const mark = dice.one(["- ", "• ", "", "  - "])
  return asked.slice(0, MOST).flatMap((text, i) => [
    [i % 3 ? "" : `${dice.one(HEADINGS)}\n${dice.below(2) ? `${mark}${dice.one(FEELINGS)}\n` : ""}`, false],
    [mark, false],
    [text, true],
    [dice.below(6) ? "\n" : `（${dice.one(TOLD)}）\n`, false],
  ])
}
