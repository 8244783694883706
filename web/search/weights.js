/**
 * Every weight of the ranking: what it buys, what more and less of it does, and which class of judged queries moves
 * (the classes are those of tests/search/*.yml). `tests/search/tune.py --weight TITLE=1.6` prints the difference it makes.
 * The weights of the fields (title, asks, body …) stand in counting.py, since they are added up when the book is built;
 * the same tool takes them too: `--weight asks=3`.
 */
export const weights = {
  /**
   * BM25's saturation: how soon a further mention stops counting. More: long answers that repeat a word rise; less: only
   * whether a word is there counts. Far more than the usual 1.2, since the fields that name an answer count as many
   * mentions: what a title, an alias or a way of asking says must stay ahead of a word in passing. Moves 口语 and 整句问题.
   */
  K1: 25,
  /**
   * How much of the sum depends on how much of the query an answer holds (coverage²). 1: what holds half the query gets
   * a quarter; 0: plain BM25, in which one rare word beats two usual ones. Moves 整句问题 and 粘贴的长问题.
   */
  COVERAGE: 0.35,
  /** Query words in the title. More: titles decide; less: bodies do. Moves 关键词, 整句问题, 没有空格. */
  TITLE: 2.2,
  /** How much of that asks for the whole title to be said: of two titles that hold the query, the shorter. Moves 缩写. */
  SAID: 0.85,
  /** Query words in the aliases (squared: half of an alias says little). Moves 同义说法 and 缩写. */
  ALIAS: 0.7,
  /**
   * Query words that say a whole name of the answer (LoRA, KV 缓存, but not the LoRA of “LoRA 的秩”). More: an answer about
   * the term comes before those about something of it; less: whatever mentions the term most. Moves 关键词 and real questions.
   */
  HEAD: 2,
  /** How much of a name has to be said for that, as a power of the share by idf. More: only the whole of it counts; 1: half of it counts half. Moves real questions. */
  WHOLE: 8,
  /**
   * The nearest single way of asking, the title among them: how much of the query it holds, times how much of it the query says. More: a
   * sentence like one that is written there decides; less: terms do. Moves 整句问题 and 口语.
   */
  ASK: 3.5,
  /** What the second nearest adds to it. More: an answer that many ways of asking lead to rises; less: a single sentence decides. Moves 口语. */
  NEXT: 0.55,
  /** The whole query is a title. Moves 整句问题. */
  EXACT: 0.5,
  /** The whole query stands in the title. Moves 没打完 and 单字单词. */
  WITHIN: 0.2,
  /** What is left of coverage where only lone characters matched. More: guesses are no longer marked weak. Moves 书里没有. */
  SCATTERED: 0.5,
  /** A word inside a longer word of the query (注意力 in 多头注意力). More: neighbours rise; less: unusual compounds find nothing. Moves 没有空格. */
  PART: 0.35,
  /** The words of a compound, not standing together. Moves 同义说法. */
  APART: 0.5,
  /** A soft stop word, which says how it is asked (区别, 原理, 思想). More: 思想 finds whatever says 思想; less: 区别 no longer tells two answers apart. Moves 整句问题, 口语. */
  SOFT_STOP: 0.6,
  /** The highest idf of such a word, however rare it is in the book. More: the only answer that says 思想 comes first for “LoRA 的思想”. Moves 口语. */
  SOFT_STOP_IDF: 1,
  /** A character that belongs to no word. Moves 错字 and 没打完. */
  LONE: 0.8,
  /** A Chinese word that stands in no title and no alias, so is hardly a term of the field. Less: a rare everyday word no longer outweighs a term. Moves 口语. */
  GENERAL: 0.8,
  /** Another name of the glossary for the same thing. Moves 英文 and 缩写. */
  SYNONYM: 0.65,
  /** A term of the book for a word of an English sentence (显存 for memory; lists/english-everyday.txt). Moves 英文. */
  ENGLISH: 0.85,
  /** A term of the field for what is said in everyday words (记忆 for 记不住; lists/everyday.txt). More: it counts as if it had been typed. Moves 口语. */
  EVERYDAY: 0.6,
  /** How much of a word's idf goes by the answers that it names rather than by those that hold it. More: 删掉, in many bodies and one way of asking, points there. Moves 口语. */
  NAMES: 0.3,
  /** Times the score of an answer that is code, where the query asks for code. Less: who says 敲一下 is shown what it is. Moves 口语 and real questions. */
  CODE: 1.5,
  /** What that score is divided by where the query does not ask for code. More: RoPE no longer leads to how it is written. Moves 关键词 and 缩写. */
  UNASKED: 1.2,
  /** What the score of an answer about one's own work is divided by where the query asks about no work (SFT, not 为什么不用 SFT). More: 用了几张卡 leads to how it is computed. Moves 口语 and 单字单词. */
  NOT_OWN: 1.15,
  /**
   * What of a result's sureness its score is (see `sureness` in engine.js). More: a question inside a long story is no
   * longer called a guess; less: only the share of what was typed counts. Moves how many right answers are marked weak.
   */
  EVIDENCE: 0.25,
  /** What of it the distance to the next result is. More: of two answers equally near, neither is sure. Moves the same, and wrong ones. */
  AHEAD: 0.2,
  /** From here on a result is no guess. More: fewer wrong answers look sure; less: fewer right ones look like guesses. Moves 书里没有. */
  SURE: 1.15,
}
