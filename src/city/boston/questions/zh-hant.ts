import type { Questions } from './shape.ts'

const unsure = '不確定'
const yesNo = { yes: '是', no: '不是' }
const has = { yes: '有', no: '沒有' }
const hasOrUnsure = { ...has, unsure }
const can = { yes: '可以', no: '不可以' }
const will = { yes: '會', no: '不會', unsure }
const knows = { yes: '知道', no: '不知道' }
const both = '兩者都有'
const inPark = '在公園的哪個位置？'
const unit = '哪個單位或哪一層？'
const business = '商家叫什麼名字？'

/** Traditional Chinese. */
export const zhHant: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: '在路面的哪個位置：行車道、單車道、斑馬線還是停車道？',
      size: '有多大？',
    },
    'sidewalk-repair': { injury: ['有人因此受傷嗎？', has] },
    'utility-cover': { marking: '蓋板上有什麼字母？' },
    'manhole-missing': { guarded: ['洞口周圍有警示物嗎？', has] },
    'construction-complaint': {
      company: '如果您知道，是哪家公司在施工？',
      permit: '有張貼許可證號碼嗎？號碼是什麼？',
    },
    'street-flooding': {
      depth: '水有多深？',
      passable: ['行人和車輛可以通過嗎？', can],
    },
    'fire-hydrant': { running: ['現在有水流出來嗎？', has] },
    'water-sewer-general': { account: '如果與帳單有關：帳戶號碼是什麼？' },
    'street-light-out': { pole: '燈柱上的號碼是什麼？', lights: '有幾盞燈不亮？' },
    'street-lights-out-many': {
      from_to: '從哪裡到哪裡的燈不亮？',
      lights: '大約有幾盞燈不亮？',
    },
    'street-light-damaged': {
      wires: ['看得到裸露的電線嗎？請不要靠近。', { yes: '看得到', no: '看不到' }],
      pole: '燈柱上的號碼是什麼？',
    },
    'traffic-signal': {
      trouble: [
        '紅綠燈出了什麼問題？',
        {
          dark: '不亮',
          stuck: '卡住或一直閃',
          damaged: '被撞、轉歪或懸掛著',
          walk: '行人燈或按鈕',
          timing: '燈號時間',
        },
      ],
    },
    'sign-repair': { sign: '路牌上寫什麼，或應該寫什麼？' },
    'sign-new': { wish: '那裡應該設置什麼？' },
    'illegal-parking': {
      plate: '如果看得清楚，車牌號碼是什麼？',
      vehicle: '車輛是什麼顏色、什麼類型？',
    },
    'abandoned-vehicle': {
      plate: '車牌號碼是什麼，還是沒有車牌？',
      vehicle: '車輛的顏色、品牌和型號是什麼？',
      days: '在那裡多少天了？',
    },
    'parking-meter': { meter: '收費表上的號碼是什麼？' },
    'parking-lot': {
      lot_kind: [
        '是市府的停車場還是私人停車場？',
        { city: '市府停車場', private: '私人停車場', unknown: unsure },
      ],
    },
    valet: { business: '是哪個商家的代客泊車？' },
    'missed-pickup': {
      material: [
        '漏收了什麼？',
        {
          trash: '垃圾',
          recycling: '回收物',
          yard: '庭院垃圾',
          food: '廚餘',
          bulk: '大型物品',
        },
      ],
    },
    'illegal-dumping': { plate: '如果您看到是誰做的：車牌或公司名稱是什麼？' },
    'bulk-item': { items: '有哪些物品，各有多少？' },
    'recycling-cart': {
      request: ['您要新的回收桶、更換，還是退回？', { new: '新的', replace: '更換', return: '退回' }],
      size: '要哪個尺寸，大的還是小的？',
    },
    'recycling-sticker': { count: '您需要幾張標籤？' },
    graffiti: {
      surface: [
        '是在私人、公共還是公用事業的產業上？',
        { private: '私人產業', public: '公共產業', utility: '公用事業產業', unknown: unsure },
      ],
      offensive: ['內容帶有仇恨或淫穢嗎？', yesNo],
    },
    'dead-animal': { animal: '是什麼動物？' },
    'animal-domestic': {
      animal: '動物長什麼樣子？',
      state: '是走失、拾獲、沒有拴好，還是遇到困難？',
    },
    'animal-wild': { animal: '是什麼動物，牠在做什麼？' },
    rodents: {
      seen: ['您看到了什麼？', { animals: '老鼠', burrows: '鼠洞', droppings: '鼠糞' }],
      bite: ['有人被咬嗎？', has],
    },
    needle: {
      needle_qty: ['大約有多少針頭？', { one: '一個', few: '幾個', many: '很多' }],
      needle_loc_type: ['是在公共地方還是私人地方？', { public: '公共', private: '私人' }],
    },
    'human-waste': { surface: '在哪裡：人行道、門口還是巷子？' },
    encampment: {
      people_count: '大約有多少人或帳篷？',
      needs_outreach: ['那裡是否有人似乎需要幫助？', hasOrUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: '是什麼時候發生的？',
      people_sick: '如果有人生病，有多少人？',
    },
    'air-pollution': {
      source_kind: '從哪裡來：車輛、商家還是工地？',
      time_of_day: '在什麼時間發生？',
    },
    'tree-emergency': {
      blocking: [
        '擋住了什麼？',
        { road: '車道', sidewalk: '人行道', both: '兩者都擋住', nothing: '沒有擋住' },
      ],
      touches_wires: ['有碰到電線嗎？', hasOrUnsure],
    },
    'tree-pruning': { what_it_blocks: '樹枝碰到或擋住了什麼？' },
    'tree-removal': {
      what_is_left: ['是還站著的樹還是樹樁？', { tree: '站著的樹', stump: '樹樁' }],
    },
    'tree-new': { empty_pit: ['人行道上已經有空的樹穴嗎？', hasOrUnsure] },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: ['是地上的垃圾還是垃圾桶滿了？', { litter: '地上的垃圾', barrel: '垃圾桶滿了', both }],
    },
    'park-equipment': {
      equipment: '什麼壞了？',
      someone_could_get_hurt: ['會不會有人因此受傷？', will],
    },
    'park-lights': {
      where_in_park: '燈在公園的哪個位置？',
      pole_number: '燈柱上有號碼嗎？',
    },
    'park-improvement': { suggestion: '您希望看到什麼？' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: '是哪一區或哪個墓？' },
    overgrown: { reaches_sidewalk: ['有擋住人行道嗎？', has] },
    'property-condition': { occupied: ['有人在那裡居住或工作嗎？', hasOrUnsure] },
    'illegal-vending': {
      what_is_sold: '他們賣什麼？',
      time_of_day: '他們星期幾、什麼時間在那裡？',
    },
    'abandoned-building': { can_get_in: ['是不是開著，有人可以進去？', { ...yesNo, unsure }] },
    'unsafe-building': {
      what_is_unsafe: '哪個部分不安全？',
      over_public_way: ['會掉到人行道或街道上嗎？', will],
    },
    'building-permit': {
      kind_of_work: '正在進行什麼工程？',
      when: '他們星期幾、什麼時間施工？',
    },
    'zoning-use': { used_as: '現在用來做什麼？' },
    'unshoveled-sidewalk': {
      kind: ['是雪、冰，還是兩者都有？', { snow: '雪', ice: '冰', both }],
    },
    'snow-plowing': {
      what_it_needs: ['需要剷雪還是撒鹽？', { plow: '剷雪', salt: '撒鹽或沙', both: '兩者都要' }],
    },
    'snow-other': { what_it_blocks: '雪擋住了什麼？' },
    'blocked-sidewalk': { blocked_by: '什麼東西擋住人行道？' },
    'student-move-in': { what_is_left: '那裡留下了什麼？' },
    noise: {
      noise_kind: [
        '是什麼噪音？',
        {
          people: '派對、音樂或人聲',
          construction: '施工',
          vehicle: '汽車或摩托車',
          animal: '動物',
          machine: '機器或警報器',
          other: '其他',
        },
      ],
      time_of_day: '星期幾、什麼時間發生？',
    },
    'aircraft-noise': { time_of_day: '您在星期幾、什麼時間聽到？' },
    heat: {
      unit,
      indoor_temperature: '如果您知道，室內溫度是多少？',
      vulnerable_person: ['那裡有嬰兒、長者或病人居住嗎？', has],
    },
    'housing-conditions': {
      unit,
      problem: '有什麼問題，從什麼時候開始？',
      landlord_told: ['房東知道嗎？', knows],
    },
    'no-utilities': {
      unit,
      utility: ['哪一項停了？', { gas: '煤氣', electricity: '電', water: '水' }],
      since_when: '從什麼時候開始？',
    },
    'bed-bugs': { unit, other_units: ['其他單位也有嗎？', hasOrUnsure] },
    'pests-home': {
      unit,
      pest: '您看到了什麼蟲鼠？',
      landlord_told: ['房東知道嗎？', knows],
    },
    'short-term-rental': { listing: '在哪裡刊登？有連結更好。', unit },
    'weights-measures': {
      business_name: business,
      product: '您買了什麼，被收了多少錢？',
    },
    'accessible-parking': {
      request_kind: [
        '您需要什麼？',
        {
          new: '新的標誌',
          repair: '修理標誌',
          removal: '移除標誌',
          barrier: '查看通行障礙',
        },
      ],
    },
    'external-mbta': { route_or_station: '哪條線、哪條路線或哪個車站？' },
    'external-usps': { box_kind: '是藍色郵筒、綠色郵件中轉箱，還是與派送有關？' },
    'police-matter': { when: '什麼時候發生？' },
    comment: { about: '是關於哪個計劃、部門或員工？' },
    'lost-item': { item: '是什麼物品，長什麼樣子？', when: '是什麼時候遺失或拾獲的？' },
    general: { request: '您需要什麼？' },
  },
}
