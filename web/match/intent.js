/** What a question wants to know of its subject: an answer about the subject that tells something else is less likely meant. */

/** @typedef {{ asked: RegExp, told: RegExp }} Intent what asks for it, and what the title of an answer says that has it */

/** @type {Intent[]} */
const INTENTS = [
  {
    // What to do about it (召回不准怎么办), not how it is measured.
    asked:
      /怎么办|咋办|(?:怎么|如何|怎样|怎麼)(?:才能)?(?:去)?(?:解决|解決|处理|處理|优化|優化|提升|提高|改进|改善|降低|缓解|避免|防止|压下来)|上不去|what (?:do|would) you do|how (?:do|would|can) you (?:fix|improve|reduce|prevent|avoid)/i,
    told: /怎么办|怎样(?:做|改|提|定位|避免|防|处理|保|缓解|控制|保持|减)|怎么(?:做|办|处理|改|排查|解决|压缩|缓解|防|查|写|治|选|构造|设计)|解决|处理|缓解|避免|控制|提高|优化|改了|改进|排查|降低|减轻|压缩|加速|省|防|办法|方法|对策|容错|恢复|设计|之后|兜底|稳定/,
  },
  {
    // How it is measured.
    asked:
      /(?:怎么|如何|怎样|怎麼)(?:去)?(?:评|評|衡量|度量|测|測|验证|驗證)|(?:看|用|有)(?:哪些|什么)指标|指标(?:有哪些|是什么)|how (?:do|would|can) you (?:evaluate|measure)|what metrics/i,
    told: /评|测|指标|衡量|证明|判断|看什么|监控|验证|检测|怎么算|基准|困惑度|观测|BLEU|AUC/,
  },
  {
    // What somebody thinks of it, which no answer says.
    asked:
      /你会做什么|怎么看(?:待)?|你(?:觉得|认为)|(?:什么|啥)(?:结合点|看法|想法|启发)|发展(?:方向|趋势)|前景|未来(?:会|怎么|的)|what do you think/i,
    told: /还没解决|问题|趋势|未来|取代/,
  },
]

const ASKS_WHY = /为什么|为何|为啥|凭什么|為什麼|為何|^\s*why\b|(?:explain|tell me) why/i

/**
 * Whether a question asks why, and an answer's title too; one that does not may still tell it.
 * @param {string} question
 * @param {string} title
 */
export const tellsWhy = (question, title) => ASKS_WHY.test(question) && ASKS_WHY.test(title)

/**
 * Whether an answer may be what is asked, as far as its title says.
 * @param {string} question
 * @param {string} title
 */
export const tellsIt = (question, title) =>
  INTENTS.every(({ asked, told }) => !asked.test(question) || told.test(title))
