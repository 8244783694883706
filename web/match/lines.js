/** What a line of an interview post is: a round, a date, a feeling, code, a candidate's answer, something personal. Patterns only. */

const ROUND =
  /^(?:[【[]?(?:hr|[一二三四五六终終初复復]|第[一二三四五]轮|技术|技術|主管|交叉)\s*面(?!试|試).{0,30}|面试[一二三四五]|round\s*\d.{0,20})$/i
const SECTION =
  /^(?:八股|基础|基礎|代码|代碼|手撕|手撕代码|编程|算法题?|项目|場景题?|场景题?|开放题|闲聊|閒聊|结果|結果|总结|复盘|其他|反问环节?|反問)[：:]?$/
const CODE_SECTION = /^(?:代码|代碼|手撕|手撕代码|编程|算法题?)[：:]?$/
// Feelings, wishes, dates and places: what stands around the questions.
const CHATTER = new RegExp(
  [
    "^[【\\[].*[】\\]]",
    "面经|凉经|面經|心得",
    "^(?:时间|時間|公司|职缺|地点|岗位|部门|背景|timeline|base|更新|写在|节前|感受|感觉|总结|总体|整体|结果|結果|评论|回复|答|我|A|ps|tips?|提示|示例|输出|输入|题目内容|希望|许愿|祝|攒|求|参考|链接|原[贴帖])\\s*[：:\\s]",
    "^(?:许愿|祝|攒|求(?!导|和|解|最)|感谢|希望|继续努力|大家|总体|总之|整体|原贴|上来|准备的时候|答[：:]|我答|回答)",
    "^(?:被问到的|(?:问题|题目)如下|(?:大概)?(?:还)?记得|别的忘|其余的?忘|剩下的?忘)|随手记|没录音|记不清|想不起来",
    "^(?:昨天|今天|前天|上周|上週|本周|刚刚?|剛剛?|帮\\S{0,6}整理)(?:下午|上午|晚上)?(?:刚|剛)?(?:面|整理|的|，|$)",
    "慎入|只列题|凭印象|憑印象|逐字稿|^以上[，,。]?|^(?:挂|掛|过|過)(?:了)?[，,。]|^一?共\\S{0,3}\\s*\\d+\\s*(?:分钟|分鐘|小时)",
    "^(?:准时|準時|提前)?(?:进|進)(?:会议|會議|入)|^(?:面试|面試)?(?:结束|結束|开始|開始)$",
    "^(?:just finished|just had|overall|recruiter|good luck|waiting for|sharing|phone (?:interview|screen)|they (?:were|said|will))\\b",
    "求好运|求过|[，,]许愿|还愿|来还願|上岸|许个愿|人品|凉凉|[挂寄凉]了$|大概率|感谢信|等通知|有缘再见|两周后|分享一下|祝大家|辛苦了|加油",
    "^面试官|面试官(?:人|是|很|全程|挺|也|都)|面試官(?:人|是|很)|聊了|聊得|问得|没怎么问|没问|一整?面(?:整体|偏)|全程|半小时|分钟写|大概讲",
    "^(?:秋招|春招|提前批|暑期|日常|某).{0,24}$",
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
// Not about what anybody else could answer.
const PERSONAL =
  /自我介[绍紹]|^反[问問]|期望(?:薪|待遇)|到[岗崗]|职业规划|職涯|离职原因|離職|为什么(?:选择|想?来|想加入).{0,6}(?:我们|公司|这)|最大的(?:缺点|优点|挑战|困难)|你的?(?:优势|优点|缺点)|其[他它]\s*offer|想问我|要问的|不读博|any questions|questions for (?:me|us)|your (?:resume|background)|about yourself|^(?:聊|问|讲|先讲|深挖|拷打).{0,6}(?:论文|项目|实习|简历)(?:[，,].{0,16})?$|论文(?:细节|为什么这么做)|^挑一?个项目|^(?:项目|论文|实习|简历)(?:介绍|经历|深挖|拷打|细节)?$|论文.{0,6}抠|(?:转正|hc|加班|薪资).{0,4}(?:比例|情况|多少)?$|培养机制|业务方向|有做过二开|最有成就感|(?:能|可以)实习多久|每周(?:来|到岗).{0,2}天|(?:有什[么麼]|还有什[么麼])(?:想|要)(?:问|問|了解)|要了解的|你对(?:我们|公司|部门|團隊)|^(?:再)?介绍(?:一)?下?(?:自己|实习|项目|经历)$/i
// Exercises and fields that this book leaves to others, unless the line names something of its own.
const EXERCISE =
  /链表|鏈結|\btwo sum\b|linked list|串列|数之和|岛屿|回文|二叉树|层序|递增子序列|公共子(?:串|序列)|子串|快排|快速排序|堆排|归并排序|背包|股票|接雨水|全排列|括号|二分查找|第\s*k\s*大|top\s*k\s*(?:问题|元素)|最小的\s*k\s*个|LRU|\bSQL\b|智力题|匹马|跑道|leetcode|力扣|滑动窗口最大值|编辑距离|最小栈|字符串|数组/i
const ELSEWHERE =
  /\bGIL\b|操作系统|分布式事务|两阶段提交|(?<!向量)数据库的?(?:分片|分表|索引|事务|隔离)|缓存(?:雪崩|穿透|击穿)|线程池|虚函数|智能指针|\bSTL\b|进程|线程|协程|死锁|虚拟内存|TCP|UDP|三次握手|四次挥手|HTTPS?\b|Redis|MySQL|Kafka|RabbitMQ|消息队列|B\+?\s*树|红黑树|紅黑樹|JVM|垃圾回收|Spring|设计模式|HashMap|ConcurrentHashMap|volatile|C\+\+/i
const OURS =
  /模型|token|LLM|GPU|CUDA|kernel|agent|RAG|注意力|attention|显存|推理|训练|embedding|prompt|爬楼梯|NMS|NCE|beam|softmax|BPE/i
const CODE =
  /^(?:import |from \S+ import|def |class \w+|return\b|self\.|for \w+ in |while .*:$|#include|public |private |print\(|[}{]\s*$|@\w+$|super\()|^[\w.[\], ]+\s*=\s*[^=]|^\w+(?:\.\w+)*\(.*\)[;:]?$/
const ANSWER = /^(?:答|我|回答|我答|我说|A\d*)\s*(?:[：:]|了)|^不会[，,。]|^只记得|^没答|^没用过/
const FOLLOW = /^(?:追[问問]|又问|再问|继续问|接着问|然后问|follow\s*-?up)\s*[：:，,]?\s*/i
const LABEL =
  /^(?:(?:最后)?(?:代码题?|手撕(?:代码)?|编程题?|算法题?|白板[题題]|八股(?:快问快答)?|开放题|场景题|项目题?|问|智力题|写题|还有一道))\s*(?:[：:]\s*|\s+)/
// How a question ends that nothing more belongs to.
const COMPLETE =
  /(?:[。？！?!.]|吗|呢|么|什么|区别|差别|不同|哪里?|哪些|哪.{1,4}|多少|多大|多久|(?:怎么|如何)(?:.{0,5}[^的]|.{0,2}的)?|为什么|原理|流程|作用|关系|优缺点|影响|了解吗|不行|思想|公式|对比|推导|排查)$/
const ASKS =
  /[？?]|什么|怎么|怎样|如何|为[什何啥]|哪|吗$|呢$|多少|多大|几|区别|差别|不同|关系|原理|流程|作用|优缺点|能不能|是不是|会不会|是否|有没有|讲|介绍|说说|解释|手写|手撕|手推|实现|写一|推导|推一下|对比|了解/

// Who speaks: in the record of a talk, a question is what the other side says.
const ASKER = /^\s*(?:面[试試]官|interviewer|问|問|Q)\s*\d{0,2}\s*[：:]\s*/i
const SPEAKER = /^\s*(?:我|答|回答|me|candidate|A)\s*\d{0,2}\s*[：:]/i
const NOD = /^(?:好的?|行|嗯+|ok|可以|明白了?|了解了)[，,。.！!]\s*/i
const COMMENTS = /^[\s—–=*_#-]*(?:评论区?|評論區?|comments)[\s—–=*_-]*$/i
const TAG = /^\s*[【[][^【】[\]]{1,6}[】\]]\s*(?=\S{2})/
const CLOCK = /^\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[-–~]\s*\d{1,2}[:：]\d{2})?\s+/

/** @typedef {"question" | "other" | "personal" | "chatter" | "round"} LineKind other: an exercise, or of a field that the book leaves out */

/** @param {string} text a line without its number or bullet */
export function isRound(text) {
  return (ROUND.test(text) && !ASKS.test(text)) || SECTION.test(text.replace(/\s*[（(][^（）()]*[）)]$/, ""))
}

/** @param {string} text whether the line under such a heading is something to write */
export const isCodeSection = (text) => CODE_SECTION.test(text)

/** @param {string} text */
export const isCode = (text) => CODE.test(text.trim()) && !/[\u4e00-\u9fff]/.test(text)

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
 * @returns {string} the sort of question in brackets that it begins with ([八股] ), or nothing
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

/** @param {string} text whether a question ends here, and the next line is no part of it */
export const isComplete = (text) => COMPLETE.test(text.trim())

/** @param {string} text */
export const asks = (text) => ASKS.test(text)

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

/**
 * @param {string} text
 * @param {boolean} marked it has a number or a bullet, as the questions of this post have
 * @returns {LineKind}
 */
export function kindOf(text, marked) {
  if (!/\p{L}/u.test(text) || text.length < 2) return "chatter"
  if (isRound(text)) return "round"
  if (PERSONAL.test(text)) return "personal"
  if (!marked && CHATTER.test(text)) return "chatter"
  if (!OURS.test(text) && (EXERCISE.test(text) || ELSEWHERE.test(text))) return "other"
  if (marked) return isCode(text) ? "chatter" : "question"
  return isAnswer(text) || isCode(text) ? "chatter" : "question"
}
