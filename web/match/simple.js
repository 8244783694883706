/** Traditional characters as the rules here write them: a post is read as if it were in simplified ones. */

// Each before the one that stands for it; only those that a rule has.
const PAIRS =
  "並并佈布併并來来係系個个們们傑杰備备傢家優优兌兑內内兩两別别剛刚劃划劍剑劑剂動动務务勢势匯汇區区協协厤历參参問问啓启啟启單单嗎吗嗚呜噹当嚮向嚶嘤圖图團团場场塊块壓压學学實实寫写專专對对導导層层島岛崗岗" +
  "嶼屿師师帶带幣币幫帮幷并幾几庫库張张彆别彔录彙汇後后徑径復复愛爱態态慮虑憑凭懞蒙戰战戲戏戶户拋抛捨舍捲卷掛挂換换揮挥摳抠撲扑擇择擊击據据擬拟擴扩攢攒數数斷断於于昇升時时曆历曏向書书會会朮术査查棧栈業业" +
  "榘矩構构樂乐樓楼標标樣样樹树機机檢检歷历歸归決决沒没沖冲況况涼凉淺浅減减測测準准溫温滙汇濛蒙為为無无爛烂爲为狀状獨独現现環环產产産产畫画異异畵画當当發发監监盤盘眞真眾众睏困矇蒙確确碼码礎础穩稳箇个節节" +
  "簡简糰团約约紅红級级細细紹绍終终組组結结統统經经綫线維维綴缀緊紧線线緣缘編编緩缓練练縮缩總总績绩繫系繼继續续纔才習习職职聽听與与興兴舉举蒐搜蓋盖蔘参處处虛虚號号衆众術术衕同衚胡衝冲裏里補补裝装裡里製制" +
  "複复見见規规視视覺觉觀观觸触計计訓训記记訪访設设許许註注証证評评詞词詢询試试話话認认說说説说誰谁課课調调談谈請请論论講讲謝谢證证議议讀读讓让貝贝費费貼贴資资趨趋躍跃較较輕轻輪轮輯辑輸输轉转辦办迴回逕径" +
  "這这連连週周進进遊游運运過过遞递選选還还釋释針针釦扣鈡钟鉅巨錄录錢钱錯错録录錶表鍼针鍾钟鎖锁鏇旋鏈链鐘钟長长門门閉闭開开閑闲閒闲間间閤合闆板關关陞升陣阵隊队階阶隨随隻只雞鸡離离難难鞦秋響响頁页項项順顺" +
  "頭头頻频題题顏颜顔颜願愿類类顧顾顯显飾饰養养餘余馬马驗验體体髮发鬍胡鷄鸡麪面麫面麵面麼么麽么點点齊齐齣出龍龙"

const SIMPLE = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i], PAIRS[2 * i + 1]]))
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join("")}]`, "g")

/** @param {string} text @returns {string} as long as the text */
export const simplified = (text) => text.replace(TRADITIONAL, (character) => SIMPLE.get(character) ?? character)
