/** An interview post → the questions in it. Pure text work; whether a list inside one question is several is for the caller to weigh. */

const NUMERAL = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])"
// 1. / 1、/ (1) / 一、/ 第3题：/ 问题十一、/ Q2: / - / •; a number must not be the start of 1.5B or 4bit.
const LEAD = new RegExp(
  `^\\s*(?:[-*•●·▪>#]+\\s+|[（(]${NUMERAL}[)）]|(?:第\\s*)?${NUMERAL}\\s*(?:[、．)）]|[.:：](?!\\d)|题\\s*[、.:：]?)|问题?\\s*${NUMERAL}\\s*[、.:：)）]?|[QqAa]\\s*\\d*\\s*[.、:：)）]|[a-zA-Z]\\s*[.、)）](?![a-zA-Z])|[①-⑳])\\s*`,
)
const INLINE = new RegExp(`(?<=[\\s。；;？?！!])(?=(?:[（(]\\d{1,2}[)）]|\\d{1,2}\\s*[、．)）]|\\d{1,2}\\.(?=\\s|[^\\d\\s])|[①-⑳]|Q\\d{1,2}[.:：、]))`, "u")
const END = /(?<=[？?！!])(?![」』）)"”’])|[；;]|。(?=.)/
const CHATTER = /^(?:自我介绍|反问|项目(?:介绍|经历)?|实习(?:经历|介绍)?|手撕(?:代码)?|八股|一面|二面|三面|hr面?|面经|节前|写在前面|更新|timeline|许愿|凉经|oc|base.{0,4}|[\d.\-/ ：:年月日时分]+)[：:。.!！]*$/i

/** Nobody pastes more than this on purpose. */
export const LONGEST_POST = 50_000
export const MOST_QUESTIONS = 300

/**
 * @param {string} post
 * @returns {string[]} questions without their numbers, in order, each once; one more than there may be says that there are more
 */
export function questions(post) {
  const found = []
  for (const line of post.slice(0, LONGEST_POST).normalize("NFC").split(/\r\n?|\n|\u2028|\u2029/))
    for (const numbered of line.split(INLINE))
      for (const sentence of numbered.split(END)) {
        const question = tidy(sentence)
        if (question) found.push(question)
      }
  return [...new Set(found)].slice(0, MOST_QUESTIONS + 1)
}

/**
 * The items of an enumeration (“多头注意力、KV Cache、LoRA 的秩”), if it is one.
 * @param {string} question
 * @returns {string[]} two or more items, or none
 */
export function items(question) {
  const parts = question
    .split(/[、，,/｜|]|\s{2,}/)
    .map(tidy)
    .filter((part) => part !== "")
  return parts.length > 1 && parts.every((part) => part.length >= 2) ? parts : []
}

/** @param {string} text */
function tidy(text) {
  let rest = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "").trim()
  for (let before = ""; before !== rest; ) {
    before = rest
    rest = rest.replace(LEAD, "").trim()
  }
  rest = rest.replace(/^[，,、。：:]+|[，,、。：:\s]+$/g, "").trim()
  return /[\p{L}]/u.test(rest) && !CHATTER.test(rest) && rest.length >= 2 ? rest.slice(0, 300) : ""
}
