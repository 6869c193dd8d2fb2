import type { WrittenAnswer } from '../../../core/answers.ts'

/** Property tax and excise; water bills, which are somebody else's. */
export const taxes: readonly WrittenAnswer[] = [
  {
    id: 'pay-property-tax',
    questions: {
      en: [
        'where do i send a check for my property tax',
        'how do i pay my property tax',
        'where do i pay real estate taxes online',
        'pay my house tax bill by phone',
        'can i pay the property tax in person',
        'i want to pay my real estate bill',
        'property tax payment website',
      ],
      es: ['cómo pago el impuesto de la propiedad', 'dónde pago los impuestos de mi casa'],
    },
    says: {
      en: 'Pay your real estate tax online, by phone, by mail or at City Hall. This page has all the ways and any card fee.',
      es: 'Puede pagar el impuesto de su propiedad por internet, por teléfono, por correo o en City Hall. Este sitio explica cada forma y el cargo por tarjeta.',
    },
    page: 'https://www.boston.gov/departments/tax-collection/how-pay-your-real-estate-taxes',
    checkedOn: '2026-11-20',
  },
  {
    id: 'property-tax-due',
    questions: {
      en: [
        'when are property taxes due',
        'due date of the third quarter tax bill',
        'what months do real estate tax bills come out',
        'is my property tax quarterly',
        'deadline to pay the real estate tax',
        'when do you mail tax bills',
      ],
      es: ['cuándo vence el impuesto de la propiedad', 'fechas de pago del impuesto predial'],
    },
    says: {
      en: 'Real estate tax is due four times a year: August 1, November 1, February 1 and May 1. If that is on a weekend, it is due the Monday after. Bills are mailed about 30 days before.',
      es: 'El impuesto vence cuatro veces al año: 1 de agosto, 1 de noviembre, 1 de febrero y 1 de mayo; si cae en fin de semana, el lunes siguiente.',
    },
    page: 'https://www.boston.gov/departments/tax-collection/how-pay-your-real-estate-taxes',
    checkedOn: '2026-11-20',
  },
  {
    id: 'residential-exemption',
    questions: {
      en: [
        'how do i apply for the residential exemption',
        'i live in the condo i own is there a tax discount',
        'homeowner tax break for living in my house',
        'residential exemption deadline',
        'my tax bill does not show the residential exemption',
        'who qualifies for the residential exemption',
      ],
      es: ['cómo pido la exención residencial', 'hay descuento de impuestos si vivo en mi casa'],
    },
    says: {
      en: 'If you own your home and it is your main residence, you may qualify for the residential exemption, which lowers your tax. Apply to the Assessing Department; who qualifies and until when is on this page.',
      es: 'Si usted vive en la casa que posee, puede tener derecho a la residential exemption, que baja su impuesto. Solicite al Assessing Department; el plazo y los requisitos aparecen en este sitio.',
    },
    page: 'https://www.boston.gov/departments/assessing/how-file-residential-exemption',
    checkedOn: '2026-11-20',
  },
  {
    id: 'tax-abatement',
    questions: {
      en: [
        'how do i file for a property tax abatement',
        'my property assessment is too high how do i appeal',
        'real estate tax abatement application',
        'dispute the assessed value of my house',
        'deadline for abatement',
        'can i get my property tax reduced',
      ],
      es: ['cómo pido una rebaja del impuesto de propiedad', 'la valuación de mi casa es muy alta'],
    },
    says: {
      en: 'If you think your property is valued too high, apply to the Assessing Department for an abatement, by mail or in person, between the third-quarter bill and the start of February. The page has the exact deadline.',
      es: 'Si cree que la tasa de su propiedad es demasiado alta, pida un "abatement" al Assessing Department, por correo o en persona, entre la factura del tercer trimestre y el inicio de febrero.',
    },
    page: 'https://www.boston.gov/departments/assessing/how-file-real-estate-tax-abatement',
    checkedOn: '2026-11-20',
  },
  {
    id: 'excise-tax',
    questions: {
      en: [
        'yearly tax on my car',
        'how do i pay my car excise tax',
        'excise tax bill',
        'motor vehicle excise payment',
        'i lost my excise bill how can i pay',
        'why did i get an excise tax on my car',
        'pay excise online with plate number',
        'how is the vehicle excise calculated',
      ],
      es: ['cómo pago el excise tax del carro', 'impuesto del auto dónde se paga'],
      ht: ['kijan pou m peye taks machin nan', 'kisa excise tax la ye'],
      pt: ['como pago o imposto do carro'],
    },
    says: {
      en: 'Every car registered in Boston is taxed once a year, by its value. Pay within 30 days of the bill: online with your last name and plate number, by phone, by mail or at City Hall.',
      es: 'Todo auto registrado en Boston paga este impuesto cada año, por su valor. Pague antes de la fecha de la factura: por internet con apellido y placa, por teléfono, por correo o en City Hall.',
    },
    page: 'https://www.boston.gov/departments/tax-collection/how-pay-your-motor-vehicle-excise-tax',
    checkedOn: '2026-11-20',
  },
  {
    id: 'excise-abatement',
    questions: {
      en: [
        'i sold my car but got an excise bill',
        'excise tax abatement',
        'i moved out of state do i still owe excise',
        'my car was stolen do i have to pay the excise tax',
        'i traded in my car can i get excise money back',
        'junked my car excise refund',
      ],
      es: ['vendí el carro y me llegó el excise', 'me mudé a otro estado y me cobran el impuesto del carro'],
    },
    says: {
      en: 'If the car was sold, traded or stolen, or you moved and registered it in another state, and the Massachusetts registration is canceled, you can file for an excise abatement with the Assessing Department.',
      es: 'Si el auto fue vendido, cambiado o robado, o usted se fue a otro estado, y el registro de Massachusetts se dio de baja, pida un excise abatement al Assessing Department.',
    },
    page: 'https://www.cityofboston.gov/assessing/motor_vehicle_excise.asp',
    checkedOn: '2026-11-20',
  },
  {
    id: 'water-bill',
    questions: {
      en: [
        'are sewer charges handled by 311 or someone else',
        'how do i pay my water bill',
        'do you guys handle boston water bills',
        'my water and sewer bill is too high who do i call',
        'who sends the water bill',
        'bwsc phone number',
        'set up an account for water service',
      ],
      es: ['dónde pago el agua', 'mi factura de agua es muy alta a quién llamo'],
    },
    says: {
      en: 'Water and sewer bills come from the Boston Water and Sewer Commission, not from 311. It answers for bills and accounts: its site has your account and the phone numbers.',
      es: 'Las facturas de agua son de Boston Water and Sewer Commission, no del 311. En su sitio tiene su cuenta y los teléfonos.',
    },
    page: 'https://www.bwsc.org/environment-education/green-programs/report-an-incident',
    checkedOn: '2026-11-20',
  },
]
