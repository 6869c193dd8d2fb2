/**
 * Which script a text is written in, and whether its Chinese is traditional or simplified.
 * @module
 */

export interface Scripts {
  readonly latin: number
  readonly han: number
  readonly cyrillic: number
  readonly arabic: number
  /** Letters of scripts none of our languages is written in. */
  readonly foreign: number
}

/** Letters per script. Han counts double: one character is about a word. */
export function countScripts(text: string): Scripts {
  let latin = 0
  let han = 0
  let cyrillic = 0
  let arabic = 0
  let foreign = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x41) continue
    if (code < 0x250) latin += (code | 32) >= 0x61 && (code | 32) <= 0x7a ? 1 : code >= 0xc0 ? 1 : 0
    else if (code >= 0x400 && code < 0x530) cyrillic++
    else if (
      (code >= 0x600 && code < 0x780) ||
      (code >= 0xfb50 && code < 0xfe00) ||
      (code >= 0xfe70 && code < 0xfeff)
    )
      arabic++
    else if (code >= 0x1e00 && code < 0x1f00) latin++
    else if ((code >= 0x4e00 && code < 0xa000) || (code >= 0x3400 && code < 0x4dc0)) han += 2
    else if (code >= 0x370 && code < 0xd7b0 && !(code >= 0x2000 && code < 0x3040)) foreign++
  }
  return { latin, han, cyrillic, arabic, foreign }
}

// Characters that one of the two writing systems has and the other writes differently: the most frequent pairs,
// and those of city life. Cantonese ones count as traditional, for that is how Cantonese is written in Boston.
const pairs =
  '個个們们這这來来時时國国說说對对會会為为過过學学後后沒没還还開开關关門门問问間间見见現现電电話话請请謝谢車车馬马號号樓楼' +
  '處处壞坏燈灯樹树廢废圾圾蟲虫鳥鸟貓猫滅灭煙烟傷伤殺杀擊击槍枪聲声氣气洩泄漏漏東东邊边邏逻鄰邻區区報报條条員员從从麼么樣样點点' +
  '頭头兩两錢钱幾几買买賣卖長长張张應应該该讓让給给經经結结線线網网紅红綠绿藍蓝黃黄舊旧髒脏髮发發发動动務务勞劳勢势醫医藥药' +
  '寫写書书畫画圖图園园圍围鐘钟鐵铁銀银錯错鎖锁隊队陽阳陰阴難难雲云雜杂離离響响頁页順顺預预題题顏颜風风飛飞飯饭館馆騎骑驚惊' +
  '體体鬧闹齊齐龍龙備备傳传價价億亿優优兒儿內内凍冻剛刚劃划動动勝胜協协單单卻却厭厌參参雙双嚴严嗎吗壓压塊块場场墳坟壯壮夠够' +
  '奪夺媽妈婦妇孫孙實实寶宝將将專专導导屬属嶺岭幫帮幹干廣广廳厅張张強强彎弯徑径復复憂忧懷怀戶户拋抛掃扫擋挡擔担據据擁拥攝摄' +
  '數数斷断無无曬晒業业極极構构標标檢检櫃柜歡欢歲岁歷历殘残氫氢決决況况淺浅準准溝沟溫温滿满漢汉潔洁濕湿灑洒營营爐炉爛烂牆墙' +
  '狀状獨独環环產产療疗發发監监盤盘確确碼码禮礼種种積积穩稳窮穷競竞筆笔節节簡简糧粮紙纸細细終终組组維维緊紧縣县總总繞绕罰罚' +
  '義义習习聖圣聯联職职聽听腦脑腳脚臨临艙舱莊庄蓋盖薩萨蘇苏術术衛卫裝装補补製制複复親亲觀观規规計计記记設设許许訴诉評评試试詢询' +
  '認认語语誤误調调談谈論论講讲證证識识警警議议護护讀读變变豐丰貓猫貨货費费資资質质贓赃趕赶跡迹踐践軟软較较載载輛辆輪轮轉转' +
  '辦办農农達达違违遠远適适選选遲迟遺遗郵邮醜丑鄉乡針针鋼钢錄录鎮镇鏟铲閃闪闆板閉闭闖闯陸陆險险隨随際际須须頂顶項项額额類类' +
  '權权濟济異异歸归聞闻購购遊游護护導导僅仅屆届層层檔档審审拋抛鋪铺塵尘灘滩蝕蚀輕轻鐳镭籬篱瀝沥臟脏鬥斗餐餐養养餘余駕驾駛驶驗验鬆松魚鱼鮮鲜麗丽麥麦黨党齒齿渦涡坑坑積积剷铲誰谁丟丢鬆松壩坝櫥橱燒烧煩烦牽牵獲获畢毕異异癢痒盜盗眾众礙碍礦矿穀谷竊窃糾纠約约級级紋纹純纯紛纷納纳紹绍終终統统絕绝絡络綁绑維维緩缓編编緣缘練练縮缩績绩繼继續续纜缆缺缺罷罢羅罗膽胆臉脸興兴舉举艷艳蘭兰號号虧亏衝冲補补複复見见規规視视覺觉覽览訂订訊讯討讨訓训託托訪访詞词該该詳详誠诚課课諸诸謀谋謝谢譯译豎竖豬猪負负財财責责貪贪販贩貫贯賀贺賠赔賬账賴赖贈赠贏赢躍跃軌轨軍军軸轴輔辅輛辆輸输轟轰辭辞週周進进運运過过釋释鈴铃鉤钩銷销鋒锋鍋锅鍵键鎖锁鏈链鏡镜鑰钥鑽钻閉闭閒闲閣阁闊阔闖闯陣阵陳陈隱隐雖虽霧雾靈灵靜静韓韩頂顶頓顿頗颇領领頻频顆颗願愿顧顾顯显颱台飄飘飲饮養养騙骗騷骚驅驱髒脏鬧闹魯鲁鴨鸭鵝鹅麻麻黏粘'
const cantonese = '唔係嘅喺咗冇啲嗰哋嚟佢噉攞睇瞓嘢'

const kinds = new Map<string, 'hant' | 'hans'>()
for (let at = 0; at + 1 < pairs.length; at += 2) {
  const traditional = pairs.charAt(at)
  const simplified = pairs.charAt(at + 1)
  if (traditional === simplified) continue
  kinds.set(traditional, 'hant')
}
for (let at = 1; at < pairs.length; at += 2) {
  const simplified = pairs.charAt(at)
  // 后, 干, 云 and their like exist in both systems; only their bare form in a text without others is left to chance.
  if (!kinds.has(simplified) && simplified !== pairs.charAt(at - 1)) kinds.set(simplified, 'hans')
}
for (const unit of '后干云松板制复丑丰面里余划台托周谷获冲') kinds.delete(unit)
for (const unit of cantonese) kinds.set(unit, 'hant')

/** How many characters speak for each Chinese writing system. */
export function countChinese(text: string): { readonly hant: number; readonly hans: number } {
  let hant = 0
  let hans = 0
  for (const unit of text) {
    const kind = kinds.get(unit)
    if (kind === 'hant') hant++
    else if (kind === 'hans') hans++
  }
  return { hant, hans }
}
