import type { WrittenAnswer } from '../../../core/answers.ts'

/** Licenses and permits. */
export const permits: readonly WrittenAnswer[] = [
  {
    id: 'dog-license',
    questions: {
      en: [
        'how do i license my dog',
        'do i need a dog license',
        'where do i register my puppy',
        'dog tag renewal',
        'how much is a dog license',
        'when do dog licenses expire',
        'what papers do i need to register a dog',
        'is a dog lisence required in boston',
      ],
      es: ['cómo saco la licencia de mi perro', 'tengo que registrar a mi perro'],
      ht: ['kijan pou m pran lisans pou chen mwen', 'èske chen mwen bezwen lisans'],
      pt: ['como registro meu cachorro', 'preciso de licença para cachorro'],
      'zh-Hans': ['怎么给狗上牌照', '养狗要登记吗'],
      'zh-Hant': ['怎麼給狗上牌照', '養狗要登記嗎'],
      vi: ['làm sao đăng ký cho chó', 'nuôi chó có cần giấy phép không'],
    },
    says: {
      en: 'Dogs older than six months need a Boston license each year, by April 1. Apply online, by mail or in person, with a rabies certificate and, if so, proof of spaying or neutering. The page says what it costs.',
      es: 'Los perros de seis meses o mayores necesitan licencia de Boston cada año, antes del 1 de abril. Solicite por internet, por correo o en persona, con certificado de la rabia y, si aplica, de castrado.',
      ht: 'Chen ki gen plis pase sis mwa bezwen lisans Boston chak ane, anvan 1 avril. Aplike sou entènèt, pa lapòs oswa an pèsòn, ak sètifika vaksen raj la. Paj la di konbyen li koute.',
      pt: 'A cada ano, até 1 de abril. Leve o certificado da raiva.',
      'zh-Hans': '六个月以上的狗每年4月1日前须办牌照，需狂犬疫苗证明。',
      'zh-Hant': '六個月以上的狗每年4月1日前須辦牌照，需狂犬疫苗證明。',
      vi: 'Chó trên 6 tháng phải có giấy phép mỗi năm, trước 1/4.',
    },
    page: 'https://www.boston.gov/departments/animal-care-and-control/how-license-your-dog',
    checkedOn: '2026-11-20',
  },
  {
    id: 'business-certificate',
    questions: {
      en: [
        'how do i register a business in boston',
        'dba certificate',
        'where do i get a business certificate',
        'renew my business certificate',
        'do i need to file my business name with the city',
        'i am starting a small company what do i file with the city clerk',
      ],
      es: ['cómo registro un negocio', 'dónde saco el certificado de negocio'],
    },
    says: {
      en: 'Businesses in Boston file a business certificate with the City Clerk and renew it every four years. The signature must be notarized, which the Clerk can do. Form and fee are on this page.',
      es: 'Los negocios de Boston presentan un business certificate al City Clerk y lo renuevan cada cuatro años. La firma va notarizada; el Clerk puede hacerlo. Formulario y precio en este sitio.',
    },
    page: 'https://www.boston.gov/departments/city-clerk/how-apply-business-certificate',
    checkedOn: '2026-11-20',
  },
  {
    id: 'building-permit',
    questions: {
      en: [
        'how do i get a building permit',
        'do i need a permit to redo my kitchen',
        'short form permit',
        'where do i apply for an electrical or plumbing permit',
        'permit to build a deck',
        'what permits do i need to renovate my house',
        'isd permit counter hours',
      ],
      es: ['cómo saco un permiso de construcción', 'necesito permiso para remodelar la cocina'],
    },
    says: {
      en: 'Building, electrical, plumbing and gas permits come from Inspectional Services, 1010 Massachusetts Ave, 5th floor. Small jobs may need only a short form; larger ones need plans. The steps are on this page.',
      es: 'Los permisos de obra, electricidad, agua y gas los da Inspectional Services, 1010 Massachusetts Ave, piso 5. Obras menores: formulario corto; obras mayores: planos. Los pasos, en este sitio.',
    },
    page: 'https://www.boston.gov/node/4161',
    checkedOn: '2026-11-20',
  },
  {
    id: 'park-permit',
    questions: {
      en: [
        'how do i reserve a field in a park',
        'can i have a birthday party in the park do i need a permit',
        'permit for a wedding in the public garden',
        'book a baseball field',
        'reserve a picnic spot in franklin park',
        'who do i ask about holding an event in a city park',
      ],
      es: ['cómo reservo un campo en un parque', 'necesito permiso para una fiesta en el parque'],
    },
    says: {
      en: 'To reserve an athletic field, or hold an event such as a wedding or party in a City park, ask Parks and Recreation for a permit. Its page leads to the permitting site.',
      es: 'Para reservar una cancha, o hacer un evento como boda o fiesta en un parque de la Ciudad, pida permiso a Parks and Recreation. Su sitio lleva a la solicitud.',
    },
    page: 'https://www.boston.gov/departments/parks-and-recreation',
    checkedOn: '2026-11-20',
  },
]
