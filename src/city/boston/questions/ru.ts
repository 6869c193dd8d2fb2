import type { Questions } from './shape.ts'

const yesNo = { yes: 'Да', no: 'Нет' }
const yesNoUnsure = { ...yesNo, unsure: 'Не знаю' }
const bothThings = 'И то, и другое'
const inPark = 'В какой части парка?'
const unit = 'Какая квартира или какой этаж?'
const business = 'Как называется заведение?'

/** Russian, with "вы". */
export const ru: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Где на дороге: полоса движения, велодорожка, пешеходный переход или парковочная полоса?',
      size: 'Какого размера?',
    },
    'sidewalk-repair': { injury: ['Кто-нибудь из-за этого пострадал?', yesNo] },
    'utility-cover': { marking: 'Какие буквы на крышке?' },
    'manhole-missing': { guarded: ['Есть ли вокруг люка что-то, что предупреждает людей?', yesNo] },
    'construction-complaint': {
      company: 'Какая компания ведёт работы, если вы знаете?',
      permit: 'Указан ли номер разрешения, и какой?',
    },
    'street-flooding': {
      depth: 'Какая глубина воды?',
      passable: ['Могут ли пройти люди и проехать машины?', yesNo],
    },
    'fire-hydrant': { running: ['Сейчас из него течёт вода?', yesNo] },
    'water-sewer-general': { account: 'Если дело в счёте: какой номер лицевого счёта?' },
    'street-light-out': { pole: 'Какой номер на столбе?', lights: 'Сколько фонарей не горит?' },
    'street-lights-out-many': {
      from_to: 'От какого до какого места не горят фонари?',
      lights: 'Сколько примерно фонарей не горит?',
    },
    'street-light-damaged': {
      wires: ['Видны ли оголённые провода? Пожалуйста, не подходите к ним.', yesNo],
      pole: 'Какой номер на столбе?',
    },
    'traffic-signal': {
      trouble: [
        'Что со светофором?',
        {
          dark: 'Не горит',
          stuck: 'Застрял или мигает',
          damaged: 'Сбит, повёрнут или висит',
          walk: 'Сигнал или кнопка перехода',
          timing: 'Время сигналов',
        },
      ],
    },
    'sign-repair': { sign: 'Что написано на знаке или что должно быть написано?' },
    'sign-new': { wish: 'Что там нужно установить?' },
    'illegal-parking': {
      plate: 'Какой номер машины, если его видно?',
      vehicle: 'Какого цвета и какая это машина?',
    },
    'abandoned-vehicle': {
      plate: 'Какой номер машины, или его нет?',
      vehicle: 'Какой цвет, марка и модель?',
      days: 'Сколько дней машина там стоит?',
    },
    'parking-meter': { meter: 'Какой номер на паркомате?' },
    'parking-lot': {
      lot_kind: [
        'Парковка городская или частная?',
        { city: 'Городская', private: 'Частная', unknown: 'Не знаю' },
      ],
    },
    valet: { business: 'От какого заведения парковщики?' },
    'missed-pickup': {
      material: [
        'Что не вывезли?',
        {
          trash: 'Мусор',
          recycling: 'Вторсырьё',
          yard: 'Садовый мусор',
          food: 'Пищевые отходы',
          bulk: 'Крупную вещь',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Если вы видели, кто это сделал: какой номер машины или название компании?',
    },
    'bulk-item': { items: 'Какие это вещи и сколько их?' },
    'recycling-cart': {
      request: [
        'Вам нужен новый бак, замена или вы хотите вернуть бак?',
        { new: 'Новый', replace: 'Замена', return: 'Возврат' },
      ],
      size: 'Какой размер: большой или маленький?',
    },
    'recycling-sticker': { count: 'Сколько наклеек вам нужно?' },
    graffiti: {
      surface: [
        'Это частная, общественная собственность или объект коммунальной компании?',
        {
          private: 'Частная',
          public: 'Общественная',
          utility: 'Коммунальная компания',
          unknown: 'Не знаю',
        },
      ],
      offensive: ['Это выражает ненависть или непристойно?', yesNo],
    },
    'dead-animal': { animal: 'Какое это животное?' },
    'animal-domestic': {
      animal: 'Как выглядит животное?',
      state: 'Оно потерялось, найдено, бегает без присмотра или в беде?',
    },
    'animal-wild': { animal: 'Какое это животное и что оно делает?' },
    rodents: {
      seen: ['Что вы видели?', { animals: 'Грызунов', burrows: 'Норы или дыры', droppings: 'Помёт' }],
      bite: ['Кого-нибудь укусили?', yesNo],
    },
    needle: {
      needle_qty: ['Сколько примерно игл?', { one: 'Одна', few: 'Несколько', many: 'Много' }],
      needle_loc_type: [
        'Это общественная или частная территория?',
        { public: 'Общественная', private: 'Частная' },
      ],
    },
    'human-waste': { surface: 'Где это: на тротуаре, у двери, в переулке?' },
    encampment: {
      people_count: 'Сколько там примерно людей или палаток?',
      needs_outreach: ['Похоже ли, что кому-то там нужна помощь?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Когда это случилось?',
      people_sick: 'Сколько человек заболело, если такие есть?',
    },
    'air-pollution': {
      source_kind: 'Откуда это идёт: от машины, заведения, стройки?',
      time_of_day: 'В какое время это бывает?',
    },
    'tree-emergency': {
      blocking: [
        'Что перекрыто?',
        { road: 'Дорога', sidewalk: 'Тротуар', both: bothThings, nothing: 'Ничего' },
      ],
      touches_wires: ['Касается ли проводов?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Что задевают или закрывают ветки?' },
    'tree-removal': {
      what_is_left: ['Это стоящее дерево или пень?', { tree: 'Стоящее дерево', stump: 'Пень' }],
    },
    'tree-new': { empty_pit: ['Есть ли уже в тротуаре пустое место для дерева?', yesNoUnsure] },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'Это мусор на земле или полная урна?',
        { litter: 'Мусор на земле', barrel: 'Полная урна', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Что сломано?',
      someone_could_get_hurt: ['Может ли кто-нибудь пораниться?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'В какой части парка фонарь?',
      pole_number: 'Есть ли номер на столбе?',
    },
    'park-improvement': { suggestion: 'Что вы хотели бы видеть?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Какой участок или какая могила?' },
    overgrown: { reaches_sidewalk: ['Мешает ли это проходу по тротуару?', yesNo] },
    'property-condition': { occupied: ['Там кто-нибудь живёт или работает?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Что там продают?',
      time_of_day: 'В какие дни и часы они там?',
    },
    'abandoned-building': { can_get_in: ['Открыто ли оно, можно ли туда войти?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Какая часть опасна?',
      over_public_way: ['Может ли она упасть на тротуар или улицу?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Какие работы ведутся?',
      when: 'В какие дни и часы они работают?',
    },
    'zoning-use': { used_as: 'Как его используют?' },
    'unshoveled-sidewalk': {
      kind: ['Это снег, лёд или и то, и другое?', { snow: 'Снег', ice: 'Лёд', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'Нужно убрать снег или посыпать солью?',
        { plow: 'Убрать снег', salt: 'Соль или песок', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Что завалено снегом?' },
    'blocked-sidewalk': { blocked_by: 'Что мешает проходу по тротуару?' },
    'student-move-in': { what_is_left: 'Что там оставили?' },
    noise: {
      noise_kind: [
        'Какой это шум?',
        {
          people: 'Вечеринка, музыка или люди',
          construction: 'Стройка',
          vehicle: 'Машины или мотоциклы',
          animal: 'Животное',
          machine: 'Механизм или сигнализация',
          other: 'Другое',
        },
      ],
      time_of_day: 'В какие дни и часы это бывает?',
    },
    'aircraft-noise': { time_of_day: 'В какие дни и часы вы его слышите?' },
    heat: {
      unit,
      indoor_temperature: 'Какая температура внутри, если вы знаете?',
      vulnerable_person: ['Живёт ли там младенец, пожилой или больной человек?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'В чём проблема и с какого времени?',
      landlord_told: ['Знает ли об этом хозяин жилья?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Что отключено?', { gas: 'Газ', electricity: 'Электричество', water: 'Вода' }],
      since_when: 'С какого времени?',
    },
    'bed-bugs': { unit, other_units: ['Есть ли они и в других квартирах?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Каких вредителей вы видели?',
      landlord_told: ['Знает ли об этом хозяин жилья?', yesNo],
    },
    'short-term-rental': { listing: 'Где размещено объявление? Ссылка поможет.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Что вы купили и сколько с вас взяли?',
    },
    'accessible-parking': {
      request_kind: [
        'Что вам нужно?',
        {
          new: 'Новый знак',
          repair: 'Починить знак',
          removal: 'Убрать знак',
          barrier: 'Проверить препятствие',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Какая линия, маршрут или станция?' },
    'external-usps': {
      box_kind: 'Это синий почтовый ящик, зелёный ящик почтальонов или дело в доставке?',
    },
    'police-matter': { when: 'Когда это бывает?' },
    comment: { about: 'О какой программе, отделе или сотруднике речь?' },
    'lost-item': { item: 'Что это и как выглядит?', when: 'Когда потеряли или нашли?' },
    general: { request: 'Что вам нужно?' },
  },
}
