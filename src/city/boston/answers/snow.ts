import type { WrittenAnswer } from '../../../core/answers.ts'

/** Snow: parking, space savers, shoveling. */
export const snow: readonly WrittenAnswer[] = [
  {
    id: 'snow-parking',
    questions: {
      en: [
        'where can i park in a snow emergency',
        'is my street a snow emergency route',
        'will i be towed in a parking ban',
        'snow emergency parking rules',
        'which streets have no parking during a snow emergency',
        'do i have to move my car when it snows',
        'what happens if i stay parked on a snow artery',
        'how do i know my street is part of the snow ban',
      ],
      es: [
        'dónde estaciono en una emergencia de nieve',
        'puedo estacionar en mi calle cuando nieva',
        'me remolcan por la nieve',
      ],
      ht: ['ki kote pou m pake lè gen ijans nèj', 'èske yo ap remoke machin mwen lè gen nèj'],
      pt: ['onde estaciono na emergência de neve', 'posso estacionar na minha rua quando neva'],
      'zh-Hans': ['雪灾紧急状态可以停在哪里', '下雪要移车吗'],
      'zh-Hant': ['雪災緊急狀態可以停在哪裡', '下雪要移車嗎'],
      vi: ['tình trạng khẩn cấp tuyết đậu xe ở đâu', 'tuyết rơi có phải dời xe không'],
    },
    says: {
      en: 'In a declared snow emergency, cars on posted snow emergency streets are ticketed and towed. Signs on the street, and the map on this page, show which they are. Everywhere, keep 20 feet from corners.',
      es: 'En una emergencia de nieve, los autos en calles con letrero "snow emergency" reciben multa y se remolcan. El mapa de esas calles aparece en este sitio. En todas partes, deje 20 pies libres en las esquinas.',
      ht: 'Lè gen ijans nèj, yo bay tikè epi yo remoke machin nan lari ki gen pano "snow emergency". Gade pano yo ak kat ki sou paj sa a. Toupatou, rete 20 pye lwen kwen yo.',
      pt: 'Na emergência, carros em ruas com placa "snow emergency" levam multa e guincho. Veja o mapa no site.',
      'zh-Hans': '宣布雪灾紧急状态时，停在有“snow emergency”标志街道的车会被罚款并拖走。地图见此网页。',
      'zh-Hant': '宣布雪災緊急狀態時，停在有「snow emergency」標誌街道的車會被罰款並拖走。地圖見此網頁。',
      vi: 'Khi có khẩn cấp tuyết, xe đậu ở đường có bảng "snow emergency" sẽ bị phạt và kéo. Bản đồ trên trang này.',
    },
    page: 'https://www.boston.gov/winter-boston',
    checkedOn: '2026-11-20',
  },
  {
    id: 'snow-garages',
    questions: {
      en: [
        'which garages have discounted parking in a snow emergency',
        'is there free parking for residents during a snowstorm',
        'cheap garage when there is a parking ban',
        'list of snow emergency lots',
        'where do i put my car during the blizzard if my street is banned',
        'how long can i stay in the discount garage after the snow ban ends',
      ],
      es: ['qué garajes tienen descuento cuando nieva', 'hay estacionamiento gratis en emergencia de nieve'],
    },
    says: {
      en: 'Some lots and garages take residents at a discount or free in a declared snow emergency. The list, and until when you must leave, is on this page.',
      es: 'Algunos lotes y garajes cobran menos, o nada, a residentes en una emergencia de nieve. La lista, y hasta qué hora debe salir, en este sitio.',
    },
    page: 'https://www.boston.gov/departments/311/snow-emergency-parking',
    checkedOn: '2026-11-20',
  },
  {
    id: 'space-savers',
    questions: {
      en: [
        'when are space savers thrown out',
        'are space savers legal',
        'can i save my parking spot with a chair after i shovel it',
        'how long can a space saver stay out',
        'when do they throw away the cones in parking spaces',
        'are space savers allowed in the south end',
        'can i use a trash barrel to hold the spot i dug out',
      ],
      es: [
        'puedo guardar mi espacio con una silla después de palear',
        'cuánto tiempo se permite apartar el lugar',
      ],
    },
    says: {
      en: 'Space savers are allowed only when a snow emergency is declared, and until 48 hours after it ends; then crews may remove them. They are banned in the South End and Bay Village.',
      es: 'Puede apartar un espacio solo en una emergencia de nieve y hasta 48 horas luego de su fin; luego la Ciudad puede retirar los objetos. Nunca se permite en South End ni Bay Village.',
    },
    page: 'https://www.boston.gov/winter-boston',
    checkedOn: '2026-11-20',
  },
  {
    id: 'shoveling',
    questions: {
      en: [
        'how many hours do homeowners have to shovel',
        'do i have to shovel my sidewalk',
        'how long do i have to clear snow after a storm',
        'who is responsible for shoveling in front of a house',
        'how wide does the shoveled path need to be',
        'snow removal rules for property owners',
        'can i shovel snow into the street',
        'is the tenant or the landlord supposed to shovel',
        'what is the fine for not shoveling',
      ],
      es: [
        'tengo que palear la nieve de mi acera',
        'cuánto tiempo tengo para limpiar la nieve',
        'quién debe palear la acera',
      ],
      ht: ['èske m dwe netwaye nèj sou twotwa a', 'konbyen tan m genyen pou m retire nèj la'],
      pt: ['tenho que limpar a neve da calçada', 'quanto tempo tenho para tirar a neve'],
      'zh-Hans': ['我要铲人行道的雪吗', '雪停后多久要铲雪'],
      'zh-Hant': ['我要鏟人行道的雪嗎', '雪停後多久要鏟雪'],
      vi: ['tôi có phải xúc tuyết trên vỉa hè không', 'phải dọn tuyết trong bao lâu'],
    },
    says: {
      en: 'Property owners must clear sidewalks and curb ramps next to their property within three hours after snow ends, or three hours after sunrise if it ends at night: a path at least 42 inches wide. Snow may not go into the street.',
      es: 'El dueño debe limpiar acera y rampas en tres horas desde que deja de nevar, o tres horas desde que sale el sol si nieva de noche: un paso de 42 pulgadas de ancho. La nieve no va a la calle.',
      ht: 'Pwopriyetè dwe netwaye twotwa ak ranp bò kay yo nan twa zèdtan apre nèj la fini, oswa twa zèdtan apre solèy leve si li fini lannwit: yon chemen 42 pous lajè. Pa voye nèj nan lari.',
      pt: 'O dono deve limpar a calçada até 3 horas após a neve (ou após o nascer do sol).',
      'zh-Hans':
        '业主须在雪停后3小时内（夜间停雪则日出后3小时内）清出至少42英寸宽的人行道，不可把雪推到街上。',
      'zh-Hant':
        '業主須在雪停後3小時內（夜間停雪則日出後3小時內）清出至少42英寸寬的人行道，不可把雪推到街上。',
      vi: 'Chủ nhà phải dọn lối đi 42 inch trong 3 giờ sau khi tuyết ngừng, hoặc sau khi mặt trời mọc.',
    },
    page: 'https://www.boston.gov/winter-boston',
    checkedOn: '2026-11-20',
  },
]
