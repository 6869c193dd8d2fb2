import type { WrittenAnswer } from '../../../core/answers.ts'

/** Certificates and marriage. */
export const registry: readonly WrittenAnswer[] = [
  {
    id: 'birth-certificate',
    questions: {
      en: [
        'where do i get a birth certificate',
        'how do i get a birth certificate',
        'i need a copy of my birth certificate',
        'order a birth certificate online',
        'birth record for my baby born in boston',
        'can i pick up a birth certificate at city hall the same day',
        'birth certifcate for my son',
        'what id do i need for a birth certificate',
        'my parents were not married can i get my birth certificate',
      ],
      es: [
        'dónde consigo un acta de nacimiento',
        'cómo pido un certificado de nacimiento',
        'necesito la partida de nacimiento de mi hijo',
      ],
      ht: ['kote pou m jwenn yon batistè', 'kijan pou m jwenn ak nesans mwen'],
      pt: ['como consigo uma certidão de nascimento', 'onde peço a certidão de nascimento'],
      'zh-Hans': ['在哪里办出生证明', '怎么拿出生证'],
      'zh-Hant': ['在哪裡辦出生證明', '怎麼拿出生證'],
      vi: ['lấy giấy khai sinh ở đâu', 'làm sao xin giấy khai sinh'],
    },
    says: {
      en: 'For anyone born in Boston, or whose parents lived here then: order a birth certificate online, by mail, or at the Registry in City Hall, room 213. The page says what it costs and when ID is needed.',
      es: 'De quien haya nacido en Boston, o de padres con domicilio en Boston: pida el acta de nacimiento por internet, por correo o en el Registry, City Hall, sala 213. El sitio dice el precio y los documentos.',
      ht: 'Pou moun ki fèt nan Boston, oswa paran yo te rete isit: mande batistè a sou entènèt, pa lapòs, oswa nan Registry, City Hall, sal 213. Paj la di konbyen li koute.',
      pt: 'Peça online, por correio ou no City Hall, sala 213.',
      'zh-Hans': '在波士顿出生者可网上、邮寄或到市政厅213室办理出生证明。',
      'zh-Hant': '在波士頓出生者可網上、郵寄或到市政廳213室辦理出生證明。',
      vi: 'Xin giấy khai sinh qua mạng, qua thư hoặc tại City Hall, phòng 213.',
    },
    page: 'https://www.boston.gov/departments/registry/how-get-birth-certificate',
    checkedOn: '2026-11-20',
  },
  {
    id: 'death-certificate',
    questions: {
      en: [
        'someone in my family died how do we get the certificate',
        'how do i get a death certificate',
        'copy of a death record for my father',
        'where can i order death certificates',
        'i need a death certificate for insurance',
        'death certificate by mail',
        'my mother passed away in boston where do i get the papers',
      ],
      es: ['cómo consigo un acta de defunción', 'dónde pido un certificado de defunción'],
    },
    says: {
      en: 'For someone who died in Boston or had a home here: order a death certificate online, by mail, or at the Registry in City Hall, room 213. The page says what it costs; older records are ordered by mail.',
      es: 'De quien haya fallecido en Boston, o con domicilio en Boston: pida el acta por internet, por correo o en el Registry, City Hall, sala 213. El sitio dice el precio; las actas antiguas se piden por correo.',
    },
    page: 'https://www.boston.gov/departments/registry/how-get-death-certificate',
    checkedOn: '2026-11-20',
  },
  {
    id: 'marriage-license',
    questions: {
      en: [
        'what is the waiting period to marry',
        'how do i get a marriage license',
        'we want to get married what do we do',
        'where do we file a marriage intention',
        'how long is the wait for a marriage license',
        'get married at city hall',
        'do both of us have to come to get a marriage license',
        'marriage licence appointment',
      ],
      es: [
        'qué se necesita para casarse',
        'cómo saco una licencia de matrimonio',
        'queremos casarnos qué hacemos',
      ],
      ht: ['kijan pou nou jwenn yon lisans maryaj'],
      pt: ['como tiro uma licença de casamento'],
    },
    says: {
      en: 'Couples first file a marriage intention with the Registry in City Hall; the license can be picked up three days later. Make an appointment from this page, which also says what to bring.',
      es: 'Primero la pareja presenta su "marriage intention" en el Registry, City Hall; a las 72 horas puede recoger la licencia. Pida cita en este sitio, que dice qué llevar.',
    },
    page: 'https://www.boston.gov/departments/registry/how-get-married-boston',
    checkedOn: '2026-11-20',
  },
  {
    id: 'marriage-certificate',
    questions: {
      en: [
        'how do i get a copy of my marriage certificate',
        'who do i call about a marriage certificate',
        'we were married in boston and need the certificate',
        'order marriage certificate online',
        'proof of marriage record',
        'lost our marriage certificate how to replace it',
      ],
      es: ['cómo pido una copia del acta de matrimonio', 'perdí mi certificado de matrimonio'],
    },
    says: {
      en: 'If your license came from Boston, the Registry in City Hall, room 213, has your marriage certificate. You can order a copy online, by mail or in person; this page leads to it.',
      es: 'Si su licencia es de Boston, el Registry de City Hall, sala 213, tiene su acta de matrimonio. Puede pedir copia por internet, por correo o en persona.',
    },
    page: 'https://www.boston.gov/departments/registry/how-get-married-boston',
    checkedOn: '2026-11-20',
  },
]
