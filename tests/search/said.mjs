// What people write around the questions of an interview: for variants.mjs, in no post that is judged.

/** @param {string} text a line for each */
const list = (text) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim())

export const FEELINGS = list(`
  人麻了，感觉一个都没答到点子上
  整体氛围挺轻松的，像聊天
  约的下午三点，结果等了二十分钟才有人进来
  这家是内推的，流程走得很快
  上来先核对了一下简历信息
  对面开着摄像头，但是一直在打字
  自我介绍准备了两分钟，说到一半被打断
  聊实习聊了得有半个小时
  项目那部分基本是我在说
  面试官应该是做训练框架的，问得很细
  能感觉出来他对我的方向不太感兴趣
  本来以为会问很多八股，结果一道都没有
  网不好，中间断了两次
  这场发挥得还可以，该说的都说了
  说实话有点紧张，语速太快了
  之前没有大模型的经历，全靠自学
  估计是没戏了，横向对比应该不占优势
  面完当天晚上状态就变了
  过了三天 HR 打电话约下一轮
  组里主要做对话和搜索，卡还算多
  他介绍了十分钟业务，挺有意思的
  给我留了五分钟提问
  我问了一下团队的规模和平时的节奏
  问他对我有什么建议，他说基础要再扎实一点
  建议大家一定要把自己的项目吃透
  希望对后面面的同学有帮助
  以上就是全部内容，有遗漏的想起来再补
  顺序可能有点乱，大致是这些
  有些细节记不清楚了，见谅
  不是什么大厂，大家随便看看
  背景：本硕都是双非，两段实习，一篇二作
  岗位写的是算法，实际更偏工程
  楼下咖啡还不错
  感谢各位佬的帮助
  蹲一个后续
  双向奔赴失败
  笔试两道题做出来一道半
  简历挂了好几次，这次终于给面了
  时间线：周一投递，周三约面，周五出结果
  评价：专业，不压力
  待遇没有细聊，说是后面谈
  base 可以选，北京或者杭州
  之后让我等消息，一周之内给答复
  没有手撕，可能是时间不够了
  代码题比较简单，十分钟写完
  写代码的时候他一直看着，压力很大
  刷题还是有用的，原题
  这轮是交叉面，问得比较散
  主管面，主要看沟通和想法
  HR 面聊了家庭情况和期望
  先说一下个人情况，方便大家参考
  攒一波人品，顺便记录一下自己的秋天
  被拷打得体无完肤
  不知道是不是刷 KPI，问完就没下文了
  大家有想了解的可以评论区交流
  继续投，继续面，总会有的
  第一次面这种岗位，没什么经验
  小哥全程都很有耐心，会给提示
  我之前完全没有准备这块，只能硬着头皮说
  说完以后气氛有点尴尬
  后来复盘了一下，应该从数据说起的
  他好像不太认同，但也没有纠正我
  中途还被要求共享屏幕
  一共问了十来个问题，挑记得的写
  面试时间不长，但是强度很大
  卡点结束，没有反问
  我简单讲了讲，没有展开
  这里聊得比较久
  中间穿插着问了一些实习的细节
  都是些常规的东西
`)

export const ANSWERS = list(`
  主要有三点，一是数据的分布变了，二是学习率偏大，三是没有混入通用的语料。
  我从原理讲到实现，把公式也写出来了，他点了点头。
  它把大的矩阵拆成两个小的相乘，只训练小的部分，所以省显存。
  因为每一步都要重新读一遍权重，瓶颈在带宽上，批大一点就能摊薄。
  先召回再排序，召回用向量和关键词两路，排序用一个小的交叉编码器。
  简单说就是把长的切短，按语义切，再给每一块加上标题和来源。
  这里我举了项目里的例子，当时把阈值从 0.5 调到 0.7，误报少了一半。
  我答的是先看训练曲线，再看验证集，最后抽样看输出。
  理论上是无损的，因为有一个接受和拒绝的过程，分布不会变。
  核心思想是用同一组采样的平均奖励做基线，这样就不需要另外训练一个价值网络。
  通信量和参数量成正比，梯度要做一次规约，参数要做一次聚合。
  缓存的是键和值，查询每次都是新的，用过就丢。
  优点是实现简单、训练稳定；缺点是要准备成对的数据，而且容易过拟合。
  我说可以用规则过滤，再用模型打分，最后人工抽检百分之一。
  这个问题我之前看过源码，所以答得比较细，从调度讲到了块表。
  不太清楚，只知道是把概率分布变得更平滑或者更尖锐。
  当时没有想到，后来查了一下，是因为归一化放的位置不同。
  答：看场景，知识经常变就检索，风格和格式就微调。
  回答说两者本质上是一样的，只是一个在训练时做，一个在推理时做。
  首先要看是检索的问题还是生成的问题，把正确的文档直接喂进去试试就知道了。
  从实验结果看，去掉这个模块以后掉了两个点，说明还是有用的。
  这个模型有 13B 参数，用了八张卡，训练了大概三天。
  它的复杂度是平方的，序列长了以后显存和时间都会爆。
  用户的输入先过一遍分类器，命中了就走固定的流程，否则交给模型。
  我讲了双重量化和分页优化器，还有四比特的数据类型。
`)

export const CONTEXTS = list(`
  我们有一个面向老师的出题助手，用了半年，题目越来越像。
  假设你接手一个已经上线的问答机器人，没有文档，也没有评测集。
  客户那边只有两张消费级的卡，不能连外网。
  线上的 P99 突然从两秒涨到了八秒。
  公司想把客服的一半工作量交给模型，但不能出错。
  用户经常会一句话里问三件事，还带着错别字。
  有一批历史对话，质量参差不齐，没有标注。
  你的模型在离线评测上赢了，上线以后指标反而跌了。
  现在要给同一个底座挂上百个客户的版本。
  训练到第三天，损失突然跳了一下，然后再也没有降下来。
  我们的文档里有大量的表格和流程图。
  业务方说模型答得太长，没人看完。
  假如只给你一周时间和一万块钱的预算。
  一个 Agent 在执行到第七步的时候工具超时了。
  你手上有一个 32B 的模型，要放到 24G 的卡上。
  产品经理希望它能记住用户半年前说过的话。
  数据里有百分之五的标签是错的，你不知道是哪些。
  同一个问题问两遍，答案不一样，用户投诉了。
  老板看了一篇论文，想让你两周内复现。
  奖励一直在涨，但是抽样看输出越来越奇怪。
`)

// What a candidate tells of the own project: it is not asked.
export const PROJECTS = list(`
  我的项目是做一个合同审核的助手，底座是 7B 的，用三千条数据微调过。
  实习期间主要负责数据清洗和评测集的搭建，每周出一版报告。
  论文做的是长文本的检索，在公开的数据集上提升了两个点。
  我们组把推理服务从一套框架迁到另一套，吞吐翻了一倍。
  毕业设计是一个问答系统，检索用的是双路，生成用的是开源模型。
  这段经历里我独立完成了奖励模型的训练，大概标了两万对。
  上一份工作是后端，去年才转到大模型应用。
  项目上线后每天大概有三万次调用，平均耗时一秒出头。
`)

export const ENGLISH_BEFORE = list(`
  Applied through a referral and heard back in about ten days.
  The recruiter call was short and mostly about logistics.
  My background: two years of backend work, then a switch to machine learning.
  Writing this down while it is still fresh.
  The whole loop was remote and took one afternoon.
  I had four interviews, all with people from the same team.
  First came a hiring manager chat about my past projects.
  We began with introductions and a quick look at my resume.
`)

export const ENGLISH_SAID = list(`
  I gave the textbook answer.
  I think I got most of it right.
  He nodded and moved on.
  We went back and forth on that for a while.
  I had no idea, to be honest.
  That part went well because I had read the paper.
  She seemed happy with the answer.
  I mentioned batching and caching.
  The interviewer pushed back a little.
  I drew a small diagram on the whiteboard.
  My answer was a bit shallow.
  They gave me a hint and I recovered.
  I stumbled on the math.
  This was the easiest part of the day.
`)

export const ENGLISH_ASKING = list(`
  He opened with
  The first thing she wanted me to explain was
  From there we moved to
  Another question was
  I was also asked
  A follow-up was
  She asked me
  He then asked
  They were curious about
  The second half was about serving:
  For the theory part they asked
  The last question was
  One interviewer asked
  I was asked to explain
  There was a question on
  Then it was
`)

export const ENGLISH_BEHIND = list(`
  Overall a fair process, the people were friendly.
  I did not get an offer but I would apply again.
  Waiting to hear back, they said within a week.
  No coding in this round.
  Happy to answer questions in the comments.
  Compensation was not discussed.
`)

export const HEADINGS = list(`
  一面（技术）
  二面 40min
  第二轮
  基础部分
  项目深挖
  【三面】
  代码
  八股
  场景题
  Round 2
  三、工程部分
  二面面经
`)

export const NAMES = "阿伟 小满 老周 Kevin 大鹏 momo 橙子 学长 秋秋 lin".split(" ")

export const CHATS = list(`
  有人面过这家吗
  我明天面
  这么难的吗
  然后呢
  你咋答的
  我随便说的
  这题我也被问过
  哈哈哈哈
  狠狠记下了
  多久出结果啊
  不知道，说一周
  手撕了吗
  面了多久
  四十多分钟吧
  给你点个赞
  接好运
  我也想去这家
  对了还有一个
  +1
  救命
  我背过这个
  你项目写了啥
`)

export const LABELS = "八股 基础 训练 推理 微调 强化学习 rag agent 多模态 理论 工程 考点".split(" ")

export const ENGLISH_QUESTIONS = list(`
  why layer norm is placed before the sublayer in most recent models
  what the learning rate warmup is for
  how LoRA saves memory
  what is the difference between LoRA and full fine-tuning
  why we need a KV cache at all
  how to estimate the size of the KV cache for a 70B model
  what happens if the tokenizer has never seen a word
  how BPE merges are learned
  explain rotary embeddings
  walk through the self-attention computation step by step
  compare PPO and DPO
  describe the RLHF pipeline end to end
  implementing beam search without a library
  implementing layer norm with its backward pass
  writing an LRU cache
  design a retrieval system for a million documents
  designing an evaluation platform for chat models
  how I would reduce hallucinations in production
  how would you detect that the model is drifting
  what you would log for every request
  when would you not use an agent
  how do you stop an agent from looping forever
  what is speculative decoding and when does it help
  how tensor parallelism splits a matrix multiplication
  what ZeRO stage 3 partitions
  why gradient checkpointing trades compute for memory
  what is the point of a reference model
  how reward models are trained
  can you explain mixed precision and loss scaling
  why bf16 is preferred over fp16
  how to choose chunk size and overlap
  what a reranker adds on top of embeddings
  how do you evaluate a RAG system
  what is prompt injection and how do you defend against it
  how to fine-tune a vision language model
  what CLIP is trained on
  how diffusion models generate an image
  what is classifier-free guidance
  how does mixture of experts routing work
  why load balancing matters for experts
  what is perplexity
  how to handle very long contexts
  whether long context will replace retrieval
  how you would deduplicate a web crawl
  what data mixture I would use for a code model
  the trade-offs between quantization methods
  the difference between encoder-only and decoder-only models
  the memory cost of AdamW
  the bias of using an LLM as a judge
  why the model repeats itself and how to fix it
  how temperature and top-p interact
  how to make the output valid JSON every time
  merging intervals
  reversing a linked list in groups of k
`)
