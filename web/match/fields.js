/** What a question is about that this book leaves to others: exercises, computer science, the candidate. Patterns only. */

// Exercises that are set again and again, in Chinese and in English.
const EXERCISE = new RegExp(
  [
    "链表|鏈結|linked list|串列|two sum|(?:两|兩|三|四)数之和|(?:兩|三|四)數之和|[234] ?sum|岛屿|島嶼|number of islands|回文|palindrom",
    "二叉(?:搜索)?树|二元樹|binary (?:search )?tree|层序遍历|层次遍历|中序|前序遍历|后序遍历|最近公共祖先|lowest common ancestor|右视图|字典树|前缀树|\\btrie\\b",
    "递增子序列|increasing subsequence|公共(?:子(?:串|序列)|前缀)|common (?:subsequence|prefix)|无重复字符|子串|substring|子数组|subarray|连续子序列",
    "快排|快速排序|堆排|归并(?:排序|和|与|跟)|冒泡|插入排序|选择排序|拓扑排序|quick ?sort|merge ?sort|heap ?sort|topological",
    "背包|knapsack|股票|接雨水|trapping rain|盛.{0,4}水的容器|全排列|permutations?|组合总和|括号|parenthes|二分查找|binary search|旋转数组|旋转图像|螺旋矩阵|搜索二维矩阵",
    "第\\s*k\\s*(?:大|小|个最)|kth (?:largest|smallest)|top\\s*k\\s*(?:问题|元素|个?数)|^top\\s*k$|最小的\\s*k\\s*个|前\\s*k\\s*个高频|中位数|median",
    "\\bLRU\\b|\\bLFU\\b|智力题|匹马|跑道|高楼扔鸡蛋|扔鸡蛋|leetcode|力扣|\\bhot\\s*100\\b|剑指|滑动窗口最大值|最小覆盖|编辑距离|edit distance|最小栈|单调栈|柱状图|每日温度",
    "字符串|数组(?!.*(?:numpy|tensor))|打家劫舍|house robber|零钱兑换|coin change|跳跃游戏|jump game|不同路径|最小路径和|课程表|course schedule|单词(?:拆分|搜索|接龙)|word (?:break|search|ladder)",
    "合并(?:区间|两个|[kK]\\s*个)|merge (?:intervals|k sorted|two sorted)|n\\s*皇后|数独|约瑟夫|斐波那契|fibonacci|青蛙跳|并查集|union.?find|dijkstra|最短路|(?:bfs|dfs|动态规划|动规|\\bdp\\b)(?:题|$)|只出现一次的数字|多数元素|下一个排列|颜色分类|反转(?:链表|字符串)|蓄水池|洗牌算法|大数相[加乘]|连续序列|扔硬币|抛硬币|概率题|阻塞队列|生产者消费者|单例模式|sorted lists?|rotate (?:array|image)",
  ].join("|"),
  "i",
)
const ELSEWHERE = new RegExp(
  [
    "\\bGIL\\b|操作系统|作業系統|operating system|分布式(?:事务|锁)|两阶段提交|(?<!向量)数据库的?(?:分片|分表|索引|事务|隔离)|事务隔离|隔离级别|慢查询|\\bMVCC\\b|\\bACID\\b|缓存(?:雪崩|穿透|击穿)|线程池|虚函数|智能指针|\\bSTL\\b|\\bstd::|右值引用|扩容机制|多态|虚继承|内存对齐",
    "进程|线程(?!束|块|层次)|行程與執行緒|執行緒|协程|死锁|死鎖|deadlock|processes? (?:and|vs\\.?) threads?|虚拟内存|virtual memory|页表|TCP|UDP|三次握手|四次挥手|HTTPS?\\b|\\bDNS\\b|\\bRPC\\b|Redis|MySQL|PostgreSQL|MongoDB|\\bSQL\\b(?!.*(?:text|问数|nl2))|Kafka|RabbitMQ|RocketMQ|消息队列|Zookeeper|\\bCAP\\b(?: theorem|定理|理论)|\\bRaft\\b|\\bPaxos\\b",
    "B\\+?\\s*树|红黑树|紅黑樹|JVM|垃圾回收|garbage collection|Spring|设计模式|設計模式|design pattern|HashMap|哈希(?:表|冲突)|hash ?(?:map|table)|ConcurrentHashMap|volatile|C\\+\\+|\\bJava\\b|\\bgoroutine|Golang|\\bDocker\\b|\\bk8s\\b|Kubernetes|\\bnginx\\b|\\bLinux\\b|\\bgit\\b(?!hub)|微服务|乐观锁|悲观锁|深拷贝|浅拷贝|装饰器|闭包|迭代器|生成器和|前端框架|\\bOAuth|URL shortener|短链(?:接|系统)|\\bVue\\b",
  ].join("|"),
  "i",
)
// A line that names one of these may be for this book, whatever else it says.
const OURS =
  /模型|token|LLM|GPU|CUDA|kernel|agent|智能体|RAG|注意力|attention|显存|推理|训练|微调|embedding|prompt|爬楼梯|NMS|IoU|NCE|beam|softmax|BPE|k-?means|\bMLA\b|\bMH[AS]A?\b|\bGQA\b|\bMoE\b|LoRA|transformer/i
// Of computer science, the book has what is asked of Python.
const PYTHON = /python|\bGIL\b|协程|asyncio|装饰器|生成器|迭代器|[深浅]拷贝/i
const OTHER_LANGUAGE =
  /java|kotlin|\bgo(?:lang|routine)?\b|go 语言|c\+\+|\b[jt]s\b|\bvue\b|\blua\b|\bphp\b|\brust\b|前端/i
// Not about what anybody else could answer.
const PERSONAL = new RegExp(
  [
    "自我介[绍紹]|^反[问問]|期望(?:薪|待遇|工资)|待遇期望|薪资|薪資|薪水|到[岗崗]|入职时间|职业规划|職涯|(?:未来|几年|年内|两年|长期|短期|以后|今后|人生)的?.{0,6}规划|规划是什么$|^为什么(?:要)?(?:做|选|学|转)(?:大模型|算法|AI|NLP|这行|这个方向|开发|后端)|离职原因|離職|为什么.{0,3}(?:离开|离职|跳槽|换工作|转行|转码|转专业|读研|读博|考研|选择?这个专业|不读)",
    "(?:为什么|為什麼|为何|為何)(?:选择?|會?想?[来來](?!源)|想加入|投递?).{0,6}(?:我们|我們|公司|这|這|部门|岗)|最大的?(?:缺点|优点|挑战|困难)是|你的?(?:优势|优点|缺点)|自己.{0,6}(?:优势|优点|缺点|劣势)|(?:优|缺)点和(?:缺|优)点$|其[他它]\\s*offer|offer\\s*(?:情况|比较|选择)|(?:别的|其他|哪些|几个|有没有)\\s*offer|想问我|要问的|不读博|意向(?:城市|地点|部门)|接受.{0,6}(?:异地|出差|加班|上海|北京|深圳|杭州|调剂)",
    "喝酒|加班|其他(?:的)?(?:流程|offer|面试)|(?:组里|团队|部门)(?:里|现在|目前)?(?:一共)?(?:有|用)?(?:多少|几|什么|啥)(?:张|个)?(?:卡|人)$|any questions|questions for (?:me|us)|your (?:resume|background|strengths?|weakness|greatest|biggest|(?:most recent|last|latest|current|favou?rite) (?:project|role|job|work))|about yourself|tell me about a time|(?:conflict|disagree\\w*) with (?:a|your|the)|why (?:do you want|should we hire|are you leaving|did you leave|this (?:role|company|team)|us\\b)|where do you see yourself|salary|notice period|visa\\b|start date|relocat",
    "^(?:聊|问|讲|先讲|深挖|拷打).{0,6}(?:论文|项目|实习|简历)(?:[，,].{0,16})?$|论文(?:细节|为什么这么做)|^挑一?个项目|^(?:项目|论文|实习|简历)(?:介绍|经历|深挖|拷打|细节)?$|论文.{0,6}抠|(?:转正|hc|加班|薪资|试用期).{0,4}(?:比例|情况|多少|多久|机会|率)?$|培养机制|业务方向|(?:部门|组内?|团队)业务$|有做过二开|最有成就感|(?:能|可以)实习多久|每周(?:来|到岗).{0,2}天|(?:有什[么麼]|还有(?:什[么麼])?|還有)(?:想|要)(?:问|問|了解)|要了解的|你对(?:我们|公司|部门|团队|團隊)",
    "^(?:再)?(?:简单)?介绍(?:一)?下?自己|^(?:再)?(?:简单)?介绍(?:一)?下?.{0,12}(?:实习|项目|经历|简历)(?:$|[，,].{0,7}$)|(?:平时|平常|最近).{0,4}(?:怎么学|如何学|看(?:什么|哪些)?(?:论文|书|公众号)|爱好|兴趣)|兴趣爱好|有女朋友|有男朋友|家(?:是|在)哪|绩点|带过(?:几|多少)个?人|什么时候(?:能|可以)(?:来|到|实习|入职)|\\bGPA\\b|抗压|怎么看待加班|期望的?(?:工作|城市)",
  ].join("|"),
  "i",
)
// What every candidate is asked of himself: nobody else can answer it, but the book says what it is asked for.
const USUAL =
  /期望.{0,3}(?:薪|待遇|工资|涨幅)|待遇期望|职业规划|(?:未来|几年|年内|两年|[三五]年|长期|短期).{0,6}规划|规划是什么|(?:离职|跳槽|换工作)的?(?:原因|理由)|为什么.{0,4}(?:离开|离职|跳槽|换工作)|为什么(?:会|要)?(?:选择?|想?来|想加入|投递?).{0,3}(?:我们|公司|我司|贵司)|(?:最大的?|你的?|自己的?)(?:优缺点|优点|缺点|优势|劣势)|(?:其他|其它|别的|手上|几个|有没有).{0,5}offer|offer\s*情况/i

/** @param {string} text */
const isPython = (text) => PYTHON.test(text) && !OTHER_LANGUAGE.test(text)

/** @param {string} text whether it is an exercise, or of a field that the book leaves out */
export const isElsewhere = (text) =>
  !OURS.test(text) && (EXERCISE.test(text) || (ELSEWHERE.test(text) && !isPython(text)))

/** @param {string} text whether only the candidate can answer, and nothing is to be said of it */
export const isPersonal = (text) => PERSONAL.test(text) && !USUAL.test(text)

/** @param {string} text whether every candidate is asked so of himself */
export const isUsual = (text) => USUAL.test(text)

/** @param {string} text whether it names what this book is about */
export const isOurs = (text) => OURS.test(text)
