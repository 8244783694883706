/** Questions told in a paragraph (“接着问 LoRA 为什么不变慢，我说……”): what follows a word of asking, up to the answer. */

/** @typedef {{ text: string, at: number, question: boolean }} Told */

const CLAUSE = /[^，。；！\n]*[，。；！\n]?/g
// Speech that a machine wrote down has no punctuation: a blank between Chinese words, or before what goes on telling.
const BREATH =
  /.*?(?:(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\s+(?=(?:我(?!们)|他|她|然后|后面|后来|再|又|还有|另外|最后|接着|这个|这几个|反正|就是|说))|$)/g
const TRIGGER =
  /^.*?(?:追问|接着问|又问|先问|再问|还问|问到|打断问|上来问|开始问|然后问|问了?一?下|又补了一句|补了一句|说?让[我你](?:现场)?(?=讲|写|推|说|设计|手|实现|介绍|算|分析|口述)|问)(?:我|了|的是?)?(?:一?下)?[：:\s]*/
// Another question, though nobody is said to ask it.
const NEXT = /^\s*(?:还有|另外|以及)(?:一?个)?(?:就是)?[\s，：:]*(?!什么|哪|吗|呢)/
// What was asked, after it was told what about (后面开始问数据 说……).
const SAYS = /^\s*(?:他|她|面试官)?(?:就)?说(?=\S)/
const SORT = /^(?:一?个|一道)?(?:开放|场景|设计|发散|情景)?(?:性)?(?:题|问题)[：:，,\s]*/
// A question that is complete, and one that begins with what it is about rather than goes on.
const DONE = /(?:怎么办|[\u4e00-\u9fff]{2}怎么[\u4e00-\u9fff]{0,2}(?!的)[\u4e00-\u9fff]|区别)[，,]$/
const OWN =
  /^(?!怎么|为什么|为啥|如何|怎样|什么|有|能|会|要|是|和|跟|比|那|它|这|还|如果|但|而|各|分别|具体|就|又|也|换|都|不(?!同)|除|哪|谁|之|后|前|再|试|自)[^，]{4,}(?:怎么|什么|如何|啥)/
const LONGEST_TOPIC = 8
const TOPIC = /(?:开始问|问了?(?:一些|很多)?)(?:基础|八股|原理)[，。]?$/
const EXERCISE = /(?:出了?一?道题|写了?一?道题|手撕)[，,：:]?$/
const REPLY = /^\s*(?:我(?!们)|这个|答|他(?!们)|没|说|十分钟|还行|不会|上来|全程|感觉|希望|人也|反问)|答得|写完/
const ASKS =
  /什么|啥|怎么|咋|怎样|如何|为[什何]|哪|吗|多少|几|区别|会不会|是不是|能不能|要不要|好不好|行不行|有没有|有沒有|呢[，。？]?$|差在|设计|实现|优缺点|原理|流程|求|讲|算/

/**
 * @param {string} text
 * @returns {Told[]} the whole text in pieces
 */
export function asked(text) {
  /** @type {Told[]} */
  const found = []
  // Nothing was asked yet; one question goes on; each clause is a question of its own.
  let state = "none"
  const clauses = [...text.matchAll(/[，。；！？]/.test(text) ? CLAUSE : BREATH)]
  for (const [i, { 0: clause, index: at }] of clauses.entries()) {
    if (!clause) continue
    const bare = clause.trim().replace(/[，。；！]$/, "")
    if (TOPIC.test(bare) || EXERCISE.test(bare)) {
      state = "each"
      found.push({ text: clause, at, question: false })
      continue
    }
    const next = NEXT.exec(clause)?.[0] ?? ""
    if (next && state === "one" && ASKS.test(clause)) {
      found.push(
        { text: next, at, question: false },
        { text: clause.slice(next.length), at: at + next.length, question: true },
      )
      continue
    }
    const says = state === "each" && ASKS.test(bare) ? (SAYS.exec(clause)?.[0] ?? "") : ""
    if (says) {
      found.push(
        { text: says, at, question: false },
        { text: clause.slice(says.length), at: at + says.length, question: true },
      )
      continue
    }
    const lead = leadOf(clause)
    const rest = clause.slice(lead.length)
    const after = clauses[i + 1]?.[0].trim() ?? ""
    if (lead && !/^反问/.test(bare) && (ASKS.test(rest) || (isBegun(rest) && ASKS.test(after) && !REPLY.test(after)))) {
      found.push({ text: lead, at, question: false }, { text: rest, at: at + lead.length, question: true })
      state = "one"
    } else if (state !== "none" && ASKS.test(bare) && !REPLY.test(bare)) {
      const last = found[found.length - 1]
      if (state === "one" && last.question && !isNew(last.text, bare)) last.text += clause
      else found.push({ text: clause, at, question: true })
    } else {
      if (lead && !rest.trim()) state = "one"
      else if (lead && rest.trim().length <= LONGEST_TOPIC && !REPLY.test(bare)) state = "each"
      else if (REPLY.test(bare)) state = "none"
      found.push({ text: clause, at, question: false })
    }
    if (/[。！]$/.test(clause)) state = "none"
  }
  return found
}

/** @param {string} clause what says that something was asked, and of which sort (问了个开放题：), or nothing */
function leadOf(clause) {
  const lead = TRIGGER.exec(clause)?.[0] ?? ""
  return lead && lead + (SORT.exec(clause.slice(lead.length))?.[0] ?? "")
}

/** @param {string} rest of a clause whether the question goes on in the next one */
const isBegun = (rest) => /[，,]$/.test(rest.trim()) && rest.trim().length > LONGEST_TOPIC

/**
 * @param {string} before the question so far
 * @param {string} clause what asks behind a comma
 * @returns {boolean} whether it is a question of its own: the one before is complete, and this one names what it is about
 */
const isNew = (before, clause) => DONE.test(before) && OWN.test(clause)
