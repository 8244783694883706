/** What a line of an interview post is: a round, a date, a feeling, code, a candidate's answer, something personal. Patterns only. */

import { isElsewhere, isPersonal } from "./fields.js"

const ROUND =
  /^(?:[【[]?(?:hr|[一二三四五六终終初复復]|第[一二三四五]轮|技术|技術|主管|交叉)\s*面(?!试|試).{0,30}|面试[一二三四五]|第[一二三四五六]轮.{0,12}|[一二三四五六]轮(?:\s*[·•|:：（(\-—].{0,40})?|(?:part|section|stage|session|round|onsite|interview|vo)\s*\d.{0,40})$/i
const SECTION =
  /^(?:八股|基础|基礎|代码|代碼|手撕|手撕代码|编程|算法题?|项目|場景题?|场景题?|开放题|闲聊|閒聊|结果|結果|总结|复盘|其他|智力题|项目深挖|项目拷打|项目介绍|问答|hr|反问环节?|反問|coding|behaviou?ral|system design|project deep[- ]dive|(?:ml|llm) (?:fundamentals|basics|theory)|background|intro(?:duction)?|(?:phone|technical|hr|recruiter) (?:screen|call))[：:]?$/i
// A part of an interview is called so.
const PART = /^.{1,16}(?:部分|篇|环节|相关)[：:]?$/
// A day and an hour before a round (10.30 16:30 三面).
const WHEN =
  /^(?:\d{1,4}[./年-])?\d{1,2}[./月-]\d{1,2}[日号]?\s*(?:[（(]?周.[）)]?\s*)?(?:[上下]午|晚上?)?\s*(?:\d{1,2}[:：]\d{2}\s*)?(?=\S)/
const CODE_SECTION = /^(?:代码|代碼|手撕|手撕代码|编程|算法题?|coding)[：:]?$/i
// Feelings, wishes, dates and places: what stands around the questions.
const CHATTER = new RegExp(
  [
    "^[【\\[].*[】\\]]",
    "面经|凉经|面經|心得",
    "^(?:时间|時間|公司|职缺|地点|岗位|部门|背景|timeline|base|更新|写在|节前|感受|感觉|总结|总体|整体|结果|結果|评论|回复|答|我|A|ps|tips?|提示|示例|输出|输入|题目内容|希望|许愿|祝|攒|求|参考|链接|原[贴帖])\\s*[：:\\s]",
    "^这个(?:我|真|也|没|不|就|简单|还|倒|好难)|没(?:见|听说?|准备|接触)过?$|^(?:完全|确实)?不(?:太)?会$|^答得",
    "^(?:许愿|祝|攒|求(?!导|和|解|最)|感谢|希望|继续努力|大家|总体|总之|整体|原贴|上来|准备的时候|答[：:]|我答|回答)",
    "^(?:被问到的|(?:问题|题目)如下|(?:大概)?(?:还)?记得|别的忘|其余的?忘|剩下的?忘)|随手记|没录音|记不清|想不起来",
    "^(?:昨天|今天|前天|上周|上週|本周|刚刚?|剛剛?|帮\\S{0,6}整理)(?:下午|上午|晚上)?(?:刚|剛)?(?:面|整理|的|，|$)",
    "见谅|没怎么改|有(?:所)?遗漏|凭记忆|复制过来|录音转|转文字|手机打的?字|想到哪|将就看|没整理|排版|点个赞|有用的话|踢我|(?:一点|几点|个人)建议[：:]|^(?:建议|经验|教训|ps|tips?)[：:]",
    "^先说结[果论]|慎入|只列题|凭印象|憑印象|逐字稿|^以上[，,。]?|^(?:挂|掛|过|過)(?:了)?[，,。]|^一?共\\S{0,3}\\s*\\d+\\s*(?:分钟|分鐘|小时)",
    "^(?:准时|準時|提前)?(?:进|進)(?:会议|會議|入)|^(?:面试|面試)?(?:结束|結束|开始|開始)$",
    "^(?:just finished|just had|overall|recruiter|good luck|waiting for|sharing|phone (?:interview|screen)|they (?:were|said|will))\\b",
    "求好运|求过|[，,]许愿|还愿|来还願|上岸|许个愿|人品|凉凉|[挂寄凉]了$|大概率|感谢信|等通知|有缘再见|两周后|分享一下|祝大家|辛苦了|加油",
    "^面试官|面试官(?:人|是|很|全程|挺|也|都)|面試官(?:人|是|很)|聊了|聊得|问得|没怎么问|没问|一整?面(?:整体|偏)|全程|半小时|分钟写|大概讲",
    "^(?:秋招|春招|提前批|暑期|日常|某).{0,24}$",
    "[这那]个(?:岗位?|部门|组)$",
    "^(?:当场|直接|一下子?)?(?:愣住|懵|卡住)|^(?:瞎|胡)(?:扯|编|说|猜)",
    "^(?:代码题|提示|题目内容|题目描述|题目|示例|输入|输出)$",
    "https?://\\S+",
    "^#\\S+(?:\\s+#\\S+)*$",
    "→.*→",
    "fingers crossed|they said|phone screen",
    "^\\d{1,4}[年./-]\\d{1,2}(?:[月./-]\\d{0,2}日?)?(?:[\\s（(].{0,12})?$",
    "^\\d{1,2}月\\d{1,2}日?.{0,24}$",
    "^[\\d\\s.:：年月日时分-]+$",
    "^(?:oc|offer|hc).{0,4}$",
  ].join("|"),
  "iu",
)
const CODE =
  /^(?:import |from \S+ import|def |class \w+|return\b|self\.|for \w+ in |while .*:$|#include|public |private |print\(|[}{]\s*$|@\w+$|super\()|^[\w.[\], ]+\s*=\s*[^=]|^\w+(?:\.\w+)*\(.*\)[;:]?$/
const ANSWER =
  /^(?:答|我|回答|我答|我说|A\d*)\s*(?:[：:]|了)|^不会[，,。]|^只记得|^没答|^没(?:用|做|学|看)过|^(?:答的|讲了|说了|说没|说不|说是|猜了?|提了|扯了|蒙了?|瞎)/
const FOLLOW = /^[（(【[]?(?:追[问問]|又问|再问|继续问|接着问|然后问|follow\s*-?up)[）)】\]]?\s*[：:，,]?\s*/i
const LABEL =
  /^\**(?:(?:最后)?(?:代码题?|手撕(?:代码)?|编程题?|算法题?|白板[题題]|八股(?:快问快答)?|开放题|场景题|项目题?|问|智力题|写题|还有一道))\**\s*(?:[：:]\s*|\s+)/
// How a question ends that nothing more belongs to.
const COMPLETE =
  /(?:[。？！?!.]|吗|呢|么|什么|区别|差别|不同|哪里?|哪些|哪.{1,4}|多少|多大|多久|(?:怎么|如何)(?:.{0,5}[^的]|.{0,2}的)?|为什么|原理|流程|作用|关系|优缺点|影响|了解吗|不行|问题|思想|公式|对比|推导|排查)$/
const ASKS =
  /[？?]|什么|怎么|怎样|如何|为[什何啥]|哪|吗$|呢$|多少|多大|(?<![把了])几|区别|差别|不同|关系|原理|流程|作用|优缺点|([\u4e00-\u9fff])不\1|是否|有没有|讲(?![了完得到过])|介绍(?!了)|说说|解释|手写|手撕|手推|实现|写一|推导|推一下|现场推|对比|了解|差异|啥|咋|能否|可否/
// The same in English.
const ASKS_IN_ENGLISH =
  /^\W*(?:(?:and|or|but|also)\s+)?(?:what|why|how|when|which|where|who|can|could|would|should|do|does|did|is|are|have|has|explain|describe|compare|contrast|implement|write|code|derive|prove|walk me|talk|tell|design|define|discuss|give|name|list|estimate|calculate|compute|difference)\b/i
// How people talk of the interview rather than of what was asked in it.
const FEELING =
  /[了吧啊呀哈呜唉嘛咯啦哦噢]$|[！!~～…]|。。|哈哈|呜呜|求|希望|终于|[祝谢]|谢谢|紧张|开心|难过|焦虑|[凉寄稳]|挂了?|麻了|破防|加油|准备|投了?|收到|约了?面|面完|面试|時長|时长|分钟|分鐘|小时|wish me|QQ$|整理|记录|记一下|分享|汇总|考点$|挺|好多|好难|有点|巨/i
// What one asks a friend, not a candidate.
const TALK =
  /面完|咋样|都?问(?:了)?(?:啥|些?什么)|过了吗|挂了吗|凉了吗|几面|多久出|啥时候|什么时候(?:出|面|投|约)|有没有(?:人|同学|大佬|佬|uu|姐妹|兄弟|一起)|求问|(?:想|请)问(?:下|一下)?(?:大家|各位)|牛客|友友|楼主|哪个(?:部门|组)|什么岗|^.{0,4}呢[？?]?$|怎么办呜|难不难|过了没|^有.{0,4}吗[？?]?$|不知道(?:为什么|怎么|能不能|会不会)/
// What goes on from the question before it, where no word says so.
const LONGEST_ELLIPSIS = 12
const ELLIPTICAL =
  /^(?:那|它|他们|这(?!种)|其|为什么[？?]?$|为啥[？?]?$|去掉|换成?|[多少]了|更[大小多少长短]|怎么(?:解决|办|做|处理|样|算|防|避免|缓解|优化)|什么时候|和|跟|与|还有|如果|要是|具体|比如|除此|除了|有(?:什么|哪些|没有)|优?缺点|优势|好处|坏处|代价)|它|这个|那个|[两二]者|呢[？?]?$/
// The same of what it is compared with (和 PPO 比少了什么), unless it says what is compared (和 RNN 比 Transformer 好在哪).
const LONGEST_COMPARED = 24
const COMPARED_BACK =
  /^(?:那|它|这个?)?\s*(?:(?:和|跟|与)(?!你|我|他)[^，,？?。]{1,16}?(?:相?比|对比|区别|差别|不同|差在|差异|异同|关系|一样)(?!\s*[a-z]{2})|(?:相较于?|相比于?|比起|对比(?=\s*[a-z]{2})))(?!.*[，,]\s*[a-z]{2})/i
const COMPARED =
  /(?:区别|差别|差异|异同|不同|关系|联系|对比|比较)(?:是什么|在哪里?|有哪些)?[？?。，,、\s]*$|分别|各自|哪个/
const LAUGHS = /哈哈|嘿嘿|呜呜|嘤|\bhh+\b|\blol\b/i

// Who speaks: in the record of a talk, a question is what the other side says.
const ASKER = /^\s*(?:面[试試]官(?:补充|追问|[A-Z甲乙])?|interviewer|问|問|Q)\s*\d{0,2}\s*[：:]\s*/i
const SPEAKER = /^\s*(?:我(?:的(?:回答|答案)|答|说)?|本人|候选人|(?:参考)?答案?|回答|me|candidate|A)\s*\d{0,2}\s*[：:]/i
const NOD = /^(?:好的?|行|嗯+|ok|可以|明白了?|了解了)[，,。.！!]\s*/i
const COMMENTS = /^[\s—–=*_#-]*(?:评论区?|評論區?|comments)[\s—–=*_-]*$/i
const TAG = /^\s*(?:[【[](?!\d+[】\]])[^【】[\]]{1,6}[】\]]|#[^#\s]{1,8}#)\s*(?=\S{2})/
const CLOCK = /^\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[-–~]\s*\d{1,2}[:：]\d{2})?\s+/
const STAMP =
  /^\s*[[【]?(?:\S{1,16}(?:\s\S{1,8})?\s+)?(?:\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?(?:[上下]午\s*)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]】]?\s*$/
/** @typedef {"question" | "other" | "personal" | "round"} LineKind other: an exercise, or of a field that the book leaves out */

/** @param {string} line without its number or bullet */
export function isRound(line) {
  const text = line.replace(/^[*_#\s]+|[*_\s]+$/g, "").replace(WHEN, "")
  if (/^\S{1,8}\s+[一二三四五终]面(?:\s*[（(].*)?$/.test(text)) return true
  if (!ASKS.test(text) && (ROUND.test(text) || PART.test(text))) return true
  return SECTION.test(text.replace(/\s*[（(][^（）()]*[）)]$/, ""))
}

/** @param {string} text whether the line under such a heading is something to write */
export const isCodeSection = (text) => CODE_SECTION.test(text)

/** @param {string} text */
export const isCode = (text) => CODE.test(text.trim()) && !/[\u4e00-\u9fff]/.test(text)

/** @param {string} text whether it stands around the questions: a feeling, a wish, a date */
export const isChatter = (text) => CHATTER.test(text)

/** @param {string} text whether it says too little to be asked by itself: it points back, or has no subject */
export const isElliptical = (text) => text.length <= LONGEST_ELLIPSIS && ELLIPTICAL.test(text)

/** @param {string} text whether it is compared with what the question before was about */
export const comparesBack = (text) => text.length <= LONGEST_COMPARED && COMPARED_BACK.test(text)

/** @param {string} text whether it asks of several things together (LoRA、QLoRA、DoRA 的区别), not of each */
export const compares = (text) => COMPARED.test(text)

/** @param {string} text whether people talk so of the interview */
export const isFeeling = (text) => FEELING.test(text)

/** @param {string} text whether one asks a friend so, not a candidate */
export const isTalk = (text) => TALK.test(text) || LAUGHS.test(text)

/** @param {string} text */
export const isAnswer = (text) => ANSWER.test(text)

/**
 * @param {string} line
 * @returns {string} what says that the interviewer speaks (面试官：好，), or nothing
 */
export function asker(line) {
  const who = ASKER.exec(line)?.[0] ?? ""
  return who && who + (NOD.exec(line.slice(who.length))?.[0] ?? "")
}

/**
 * @param {string} line
 * @returns {string} the sort of question that it begins with ([八股] , #八股# ), or nothing
 */
export const tag = (line) => TAG.exec(line)?.[0] ?? ""

/** @param {string} line whether the candidate speaks */
export const isReply = (line) => SPEAKER.test(line)

/** @param {string} line whether what follows is what others said of the post */
export const opensComments = (line) => COMMENTS.test(line)

/**
 * @param {string} line
 * @returns {string} the time of day that it begins with (14:05 ), or nothing
 */
export const clock = (line) => CLOCK.exec(line)?.[0] ?? ""

/** @param {string} line whether it only says who wrote the next line of a chat, and when (阿杰 21:03) */
export const isStamp = (line) => STAMP.test(line)

/** @param {string} text whether a question ends here, and the next line is no part of it */
export const isComplete = (text) => COMPLETE.test(text.trim())

/** @param {string} text */
export const asks = (text) => ASKS.test(text) || ASKS_IN_ENGLISH.test(text)

/**
 * @param {string} text
 * @returns {string} what goes before the question: 追问：, or nothing
 */
export const followMark = (text) => FOLLOW.exec(text)?.[0] ?? ""

/**
 * @param {string} text
 * @returns {string} what says which sort of question it is (手撕：), or nothing
 */
export const label = (text) => LABEL.exec(text)?.[0] ?? ""

/** @param {string} label whether what it goes before is to be written */
export const isWritten = (label) => /手撕|代码|代碼|编程|算法|写题|白板/.test(label)

/**
 * What a question is, as far as its words say.
 * @param {string} text
 * @returns {LineKind}
 */
export function kindOf(text) {
  if (isRound(text)) return "round"
  if (isPersonal(text)) return "personal"
  return isElsewhere(text.slice(label(text).length)) ? "other" : "question"
}
