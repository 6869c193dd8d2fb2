import type { Questions } from './shape.ts'

const unsure = '不确定'
const yesNo = { yes: '是', no: '不是' }
const has = { yes: '有', no: '没有' }
const hasOrUnsure = { ...has, unsure }
const can = { yes: '可以', no: '不可以' }
const will = { yes: '会', no: '不会', unsure }
const knows = { yes: '知道', no: '不知道' }
const both = '两者都有'
const inPark = '在公园的哪个位置？'
const unit = '哪个单元或哪一层？'
const business = '商家叫什么名字？'

/** Simplified Chinese. */
export const zhHans: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: '在路面的哪个位置：行车道、自行车道、斑马线还是停车道？',
      size: '有多大？',
    },
    'sidewalk-repair': { injury: ['有人因此受伤吗？', has] },
    'utility-cover': { marking: '盖板上有什么字母？' },
    'manhole-missing': { guarded: ['洞口周围有警示物吗？', has] },
    'construction-complaint': {
      company: '如果您知道，是哪家公司在施工？',
      permit: '有张贴许可证号码吗？号码是什么？',
    },
    'street-flooding': {
      depth: '水有多深？',
      passable: ['行人和车辆可以通过吗？', can],
    },
    'fire-hydrant': { running: ['现在有水流出来吗？', has] },
    'water-sewer-general': { account: '如果与账单有关：账户号码是什么？' },
    'street-light-out': { pole: '灯杆上的号码是什么？', lights: '有几盏灯不亮？' },
    'street-lights-out-many': {
      from_to: '从哪里到哪里的灯不亮？',
      lights: '大约有几盏灯不亮？',
    },
    'street-light-damaged': {
      wires: ['看得到裸露的电线吗？请不要靠近。', { yes: '看得到', no: '看不到' }],
      pole: '灯杆上的号码是什么？',
    },
    'traffic-signal': {
      trouble: [
        '红绿灯出了什么问题？',
        {
          dark: '不亮',
          stuck: '卡住或一直闪',
          damaged: '被撞、转歪或悬挂着',
          walk: '行人灯或按钮',
          timing: '灯的时间',
        },
      ],
    },
    'sign-repair': { sign: '路牌上写什么，或应该写什么？' },
    'sign-new': { wish: '那里应该设置什么？' },
    'illegal-parking': {
      plate: '如果看得清楚，车牌号码是什么？',
      vehicle: '车辆是什么颜色、什么类型？',
    },
    'abandoned-vehicle': {
      plate: '车牌号码是什么，还是没有车牌？',
      vehicle: '车辆的颜色、品牌和型号是什么？',
      days: '在那里多少天了？',
    },
    'parking-meter': { meter: '收费表上的号码是什么？' },
    'parking-lot': {
      lot_kind: [
        '是市政府的停车场还是私人停车场？',
        { city: '市政府停车场', private: '私人停车场', unknown: unsure },
      ],
    },
    valet: { business: '是哪个商家的代客泊车？' },
    'missed-pickup': {
      material: [
        '漏收了什么？',
        {
          trash: '垃圾',
          recycling: '可回收物',
          yard: '庭院垃圾',
          food: '厨余垃圾',
          bulk: '大件物品',
        },
      ],
    },
    'illegal-dumping': { plate: '如果您看到是谁做的：车牌或公司名称是什么？' },
    'bulk-item': { items: '有哪些物品，各有多少？' },
    'recycling-cart': {
      request: ['您要新的回收桶、更换，还是退回？', { new: '新的', replace: '更换', return: '退回' }],
      size: '要哪个尺寸，大的还是小的？',
    },
    'recycling-sticker': { count: '您需要几张标签？' },
    graffiti: {
      surface: [
        '是在私人、公共还是公用事业的财产上？',
        { private: '私人财产', public: '公共财产', utility: '公用事业财产', unknown: unsure },
      ],
      offensive: ['内容带有仇恨或淫秽吗？', yesNo],
    },
    'dead-animal': { animal: '是什么动物？' },
    'animal-domestic': {
      animal: '动物长什么样子？',
      state: '是走失、拾到、没有拴好，还是遇到困难？',
    },
    'animal-wild': { animal: '是什么动物，它在做什么？' },
    rodents: {
      seen: ['您看到了什么？', { animals: '老鼠', burrows: '鼠洞', droppings: '鼠粪' }],
      bite: ['有人被咬吗？', has],
    },
    needle: {
      needle_qty: ['大约有多少针头？', { one: '一个', few: '几个', many: '很多' }],
      needle_loc_type: ['是在公共地方还是私人地方？', { public: '公共', private: '私人' }],
    },
    'human-waste': { surface: '在哪里：人行道、门口还是巷子？' },
    encampment: {
      people_count: '大约有多少人或帐篷？',
      needs_outreach: ['那里是否有人似乎需要帮助？', hasOrUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: '是什么时候发生的？',
      people_sick: '如果有人生病，有多少人？',
    },
    'air-pollution': {
      source_kind: '从哪里来：车辆、商家还是工地？',
      time_of_day: '在什么时间发生？',
    },
    'tree-emergency': {
      blocking: [
        '挡住了什么？',
        { road: '车道', sidewalk: '人行道', both: '两者都挡住', nothing: '没有挡住' },
      ],
      touches_wires: ['有碰到电线吗？', hasOrUnsure],
    },
    'tree-pruning': { what_it_blocks: '树枝碰到或挡住了什么？' },
    'tree-removal': {
      what_is_left: ['是还站着的树还是树桩？', { tree: '站着的树', stump: '树桩' }],
    },
    'tree-new': { empty_pit: ['人行道上已经有空的树坑吗？', hasOrUnsure] },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: ['是地上的垃圾还是垃圾桶满了？', { litter: '地上的垃圾', barrel: '垃圾桶满了', both }],
    },
    'park-equipment': {
      equipment: '什么坏了？',
      someone_could_get_hurt: ['会不会有人因此受伤？', will],
    },
    'park-lights': {
      where_in_park: '灯在公园的哪个位置？',
      pole_number: '灯杆上有号码吗？',
    },
    'park-improvement': { suggestion: '您希望看到什么？' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: '是哪一区或哪个墓？' },
    overgrown: { reaches_sidewalk: ['有挡住人行道吗？', has] },
    'property-condition': { occupied: ['有人在那里居住或工作吗？', hasOrUnsure] },
    'illegal-vending': {
      what_is_sold: '他们卖什么？',
      time_of_day: '他们星期几、什么时间在那里？',
    },
    'abandoned-building': { can_get_in: ['是不是开着，有人可以进去？', { ...yesNo, unsure }] },
    'unsafe-building': {
      what_is_unsafe: '哪个部分不安全？',
      over_public_way: ['会掉到人行道或街道上吗？', will],
    },
    'building-permit': {
      kind_of_work: '正在进行什么工程？',
      when: '他们星期几、什么时间施工？',
    },
    'zoning-use': { used_as: '现在用来做什么？' },
    'unshoveled-sidewalk': {
      kind: ['是雪、冰，还是两者都有？', { snow: '雪', ice: '冰', both }],
    },
    'snow-plowing': {
      what_it_needs: ['需要铲雪还是撒盐？', { plow: '铲雪', salt: '撒盐或沙', both: '两者都要' }],
    },
    'snow-other': { what_it_blocks: '雪挡住了什么？' },
    'blocked-sidewalk': { blocked_by: '什么东西挡住人行道？' },
    'student-move-in': { what_is_left: '那里留下了什么？' },
    noise: {
      noise_kind: [
        '是什么噪音？',
        {
          people: '聚会、音乐或人声',
          construction: '施工',
          vehicle: '汽车或摩托车',
          animal: '动物',
          machine: '机器或警报器',
          other: '其他',
        },
      ],
      time_of_day: '星期几、什么时间发生？',
    },
    'aircraft-noise': { time_of_day: '您在星期几、什么时间听到？' },
    heat: {
      unit,
      indoor_temperature: '如果您知道，室内温度是多少？',
      vulnerable_person: ['那里有婴儿、老人或病人居住吗？', has],
    },
    'housing-conditions': {
      unit,
      problem: '有什么问题，从什么时候开始？',
      landlord_told: ['房东知道吗？', knows],
    },
    'no-utilities': {
      unit,
      utility: ['哪一项停了？', { gas: '煤气', electricity: '电', water: '水' }],
      since_when: '从什么时候开始？',
    },
    'bed-bugs': { unit, other_units: ['其他单元也有吗？', hasOrUnsure] },
    'pests-home': {
      unit,
      pest: '您看到了什么虫鼠？',
      landlord_told: ['房东知道吗？', knows],
    },
    'short-term-rental': { listing: '在哪里刊登？有链接更好。', unit },
    'weights-measures': {
      business_name: business,
      product: '您买了什么，被收了多少钱？',
    },
    'accessible-parking': {
      request_kind: [
        '您需要什么？',
        {
          new: '新的标志',
          repair: '修理标志',
          removal: '移除标志',
          barrier: '查看通行障碍',
        },
      ],
    },
    'external-mbta': { route_or_station: '哪条线、哪条路线或哪个车站？' },
    'external-usps': { box_kind: '是蓝色邮筒、绿色邮件中转箱，还是与投递有关？' },
    'police-matter': { when: '什么时候发生？' },
    comment: { about: '是关于哪个项目、部门或员工？' },
    'lost-item': { item: '是什么物品，长什么样子？', when: '是什么时候丢失或拾到的？' },
    general: { request: '您需要什么？' },
  },
}
