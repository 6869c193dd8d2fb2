import type { Questions } from './shape.ts'

const yesNo = { yes: 'نعم', no: 'لا' }
const yesNoUnsure = { ...yesNo, unsure: 'لا أعرف' }
const bothThings = 'كلاهما'
const inPark = 'في أي جزء من الحديقة؟'
const unit = 'ما رقم الشقة أو الطابق؟'
const business = 'ما اسم المحل؟'

/** Arabic (Modern Standard), with the plural of courtesy: it is the same for women and men. */
export const ar: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'أين هي في الطريق: مسار السيارات أم مسار الدراجات أم ممر المشاة أم مسار الوقوف؟',
      size: 'ما حجمها؟',
    },
    'sidewalk-repair': { injury: ['هل أصيب أحد بسببه؟', yesNo] },
    'utility-cover': { marking: 'ما الحروف المكتوبة على الغطاء؟' },
    'manhole-missing': { guarded: ['هل يوجد حول الفتحة ما ينبّه الناس؟', yesNo] },
    'construction-complaint': {
      company: 'ما الشركة التي تقوم بالعمل، إن كنتم تعرفونها؟',
      permit: 'هل رقم الترخيص معروض، وما هو؟',
    },
    'street-flooding': {
      depth: 'ما عمق الماء؟',
      passable: ['هل يستطيع الناس والسيارات المرور؟', yesNo],
    },
    'fire-hydrant': { running: ['هل يخرج منه الماء الآن؟', yesNo] },
    'water-sewer-general': { account: 'إذا كان الأمر يتعلق بفاتورة: ما رقم الحساب؟' },
    'street-light-out': { pole: 'ما الرقم المكتوب على العمود؟', lights: 'كم ضوءًا مطفأً؟' },
    'street-lights-out-many': {
      from_to: 'من أين إلى أين الأضواء مطفأة؟',
      lights: 'كم ضوءًا مطفأً تقريبًا؟',
    },
    'street-light-damaged': {
      wires: ['هل ترون أسلاكًا مكشوفة؟ نرجو الابتعاد عنها.', yesNo],
      pole: 'ما الرقم المكتوب على العمود؟',
    },
    'traffic-signal': {
      trouble: [
        'ما مشكلة الإشارة؟',
        {
          dark: 'مطفأة',
          stuck: 'عالقة أو تومض',
          damaged: 'مصدومة أو مائلة أو متدلية',
          walk: 'إشارة المشاة أو زرها',
          timing: 'توقيت الإشارة',
        },
      ],
    },
    'sign-repair': { sign: 'ماذا كُتب على اللافتة، أو ماذا يجب أن يُكتب؟' },
    'sign-new': { wish: 'ما الذي يجب وضعه هناك؟' },
    'illegal-parking': {
      plate: 'ما رقم اللوحة، إن أمكن قراءته؟',
      vehicle: 'ما لون المركبة ونوعها؟',
    },
    'abandoned-vehicle': {
      plate: 'ما رقم اللوحة، أم لا توجد لوحة؟',
      vehicle: 'ما اللون والشركة المصنعة والطراز؟',
      days: 'منذ كم يومًا هي هناك؟',
    },
    'parking-meter': { meter: 'ما الرقم المكتوب على العداد؟' },
    'parking-lot': {
      lot_kind: [
        'هل الموقف تابع للمدينة أم خاص؟',
        { city: 'تابع للمدينة', private: 'خاص', unknown: 'لا أعرف' },
      ],
    },
    valet: { business: 'لأي محل خدمة صف السيارات؟' },
    'missed-pickup': {
      material: [
        'ما الذي لم يُجمع؟',
        {
          trash: 'القمامة',
          recycling: 'مواد إعادة التدوير',
          yard: 'مخلفات الحديقة',
          food: 'بقايا الطعام',
          bulk: 'غرض كبير',
        },
      ],
    },
    'illegal-dumping': { plate: 'إن رأيتم من فعل ذلك: ما رقم اللوحة أو اسم الشركة؟' },
    'bulk-item': { items: 'ما الأغراض، وكم عددها؟' },
    'recycling-cart': {
      request: [
        'هل تريدون حاوية جديدة أم استبدالها أم إرجاعها؟',
        { new: 'جديدة', replace: 'استبدال', return: 'إرجاع' },
      ],
      size: 'ما الحجم، كبيرة أم صغيرة؟',
    },
    'recycling-sticker': { count: 'كم ملصقًا تحتاجون؟' },
    graffiti: {
      surface: [
        'هل هي على ملك خاص أم عام أم تابع لشركة مرافق؟',
        {
          private: 'ملك خاص',
          public: 'ملك عام',
          utility: 'تابع لشركة مرافق',
          unknown: 'لا أعرف',
        },
      ],
      offensive: ['هل فيها كراهية أو كلام فاحش؟', yesNo],
    },
    'dead-animal': { animal: 'ما نوع الحيوان؟' },
    'animal-domestic': {
      animal: 'كيف يبدو الحيوان؟',
      state: 'هل هو ضائع أم عُثر عليه أم سائب أم في خطر؟',
    },
    'animal-wild': { animal: 'ما الحيوان، وماذا يفعل؟' },
    rodents: {
      seen: ['ماذا رأيتم؟', { animals: 'القوارض نفسها', burrows: 'جحور أو ثقوب', droppings: 'براز' }],
      bite: ['هل تعرّض أحد للعض؟', yesNo],
    },
    needle: {
      needle_qty: ['كم إبرة هناك تقريبًا؟', { one: 'واحدة', few: 'بضع إبر', many: 'كثيرة' }],
      needle_loc_type: ['هل هي في مكان عام أم خاص؟', { public: 'عام', private: 'خاص' }],
    },
    'human-waste': { surface: 'أين هو: على الرصيف أم عند باب أم في زقاق؟' },
    encampment: {
      people_count: 'كم شخصًا أو خيمة هناك تقريبًا؟',
      needs_outreach: ['هل يبدو أن أحدًا هناك يحتاج إلى مساعدة؟', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'متى حدث ذلك؟',
      people_sick: 'كم شخصًا مرض، إن وُجد؟',
    },
    'air-pollution': {
      source_kind: 'من أين يأتي: من مركبة أم محل أم موقع بناء؟',
      time_of_day: 'في أي أوقات يحدث؟',
    },
    'tree-emergency': {
      blocking: [
        'ما الذي تسدّه؟',
        { road: 'الطريق', sidewalk: 'الرصيف', both: bothThings, nothing: 'لا شيء' },
      ],
      touches_wires: ['هل تلامس أي أسلاك؟', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'ما الذي تصطدم به الأغصان أو تحجبه؟' },
    'tree-removal': {
      what_is_left: ['هل هي شجرة قائمة أم جذع مقطوع؟', { tree: 'شجرة قائمة', stump: 'جذع مقطوع' }],
    },
    'tree-new': { empty_pit: ['هل توجد في الرصيف حفرة شجرة فارغة؟', yesNoUnsure] },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'هل هي قمامة على الأرض أم سلة ممتلئة؟',
        { litter: 'قمامة على الأرض', barrel: 'سلة ممتلئة', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'ما الشيء المكسور؟',
      someone_could_get_hurt: ['هل يمكن أن يتأذى أحد بسببه؟', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'في أي جزء من الحديقة يقع الضوء؟',
      pole_number: 'هل يوجد رقم على العمود؟',
    },
    'park-improvement': { suggestion: 'ماذا تودّون أن تروا؟' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'أي قسم أو قبر؟' },
    overgrown: { reaches_sidewalk: ['هل تسدّ الرصيف؟', yesNo] },
    'property-condition': { occupied: ['هل يسكن أو يعمل أحد هناك؟', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'ماذا يبيعون؟',
      time_of_day: 'في أي أيام وأوقات يكونون هناك؟',
    },
    'abandoned-building': { can_get_in: ['هل هو مفتوح بحيث يمكن الدخول إليه؟', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'أي جزء غير آمن؟',
      over_public_way: ['هل يمكن أن يسقط على رصيف أو شارع؟', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'ما العمل الجاري؟',
      when: 'في أي أيام وأوقات يعملون؟',
    },
    'zoning-use': { used_as: 'فيمَ يُستخدم؟' },
    'unshoveled-sidewalk': {
      kind: ['هل هو ثلج أم جليد أم كلاهما؟', { snow: 'ثلج', ice: 'جليد', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'هل يحتاج إلى إزالة الثلج أم رش الملح؟',
        { plow: 'إزالة الثلج', salt: 'ملح أو رمل', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'ما الذي يسدّه الثلج؟' },
    'blocked-sidewalk': { blocked_by: 'ما الذي يسدّ الرصيف؟' },
    'student-move-in': { what_is_left: 'ماذا تُرك هناك؟' },
    noise: {
      noise_kind: [
        'ما نوع الضوضاء؟',
        {
          people: 'حفلة أو موسيقى أو أشخاص',
          construction: 'أعمال بناء',
          vehicle: 'سيارات أو دراجات نارية',
          animal: 'حيوان',
          machine: 'آلة أو جهاز إنذار',
          other: 'شيء آخر',
        },
      ],
      time_of_day: 'في أي أيام وأوقات تحدث؟',
    },
    'aircraft-noise': { time_of_day: 'في أي أيام وأوقات تسمعونها؟' },
    heat: {
      unit,
      indoor_temperature: 'ما درجة الحرارة في الداخل، إن كنتم تعرفونها؟',
      vulnerable_person: ['هل يسكن هناك رضيع أو مسنّ أو مريض؟', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'ما المشكلة، ومنذ متى؟',
      landlord_told: ['هل يعلم المالك بذلك؟', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['ما الذي انقطع؟', { gas: 'الغاز', electricity: 'الكهرباء', water: 'الماء' }],
      since_when: 'منذ متى؟',
    },
    'bed-bugs': { unit, other_units: ['هل يوجد في شقق أخرى أيضًا؟', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'ما الحشرات أو القوارض التي رأيتموها؟',
      landlord_told: ['هل يعلم المالك بذلك؟', yesNo],
    },
    'short-term-rental': { listing: 'أين الإعلان؟ الرابط يساعد.', unit },
    'weights-measures': {
      business_name: business,
      product: 'ماذا اشتريتم، وكم دفعتم؟',
    },
    'accessible-parking': {
      request_kind: [
        'ماذا تحتاجون؟',
        {
          new: 'لافتة جديدة',
          repair: 'إصلاح لافتة',
          removal: 'إزالة لافتة',
          barrier: 'فحص عائق أمام الوصول',
        },
      ],
    },
    'external-mbta': { route_or_station: 'أي خط أو مسار أو محطة؟' },
    'external-usps': { box_kind: 'هل هو صندوق بريد أزرق أم صندوق أخضر للسعاة أم يتعلق بالتوصيل؟' },
    'police-matter': { when: 'متى يحدث؟' },
    comment: { about: 'عن أي برنامج أو إدارة أو موظف؟' },
    'lost-item': { item: 'ما هو، وكيف يبدو؟', when: 'متى فُقد أو عُثر عليه؟' },
    general: { request: 'ماذا تحتاجون؟' },
  },
}
