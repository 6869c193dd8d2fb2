import type { WrittenAnswer } from '../../../core/answers.ts'

/** Trees, pets, pests, noise, needles. */
export const outdoors: readonly WrittenAnswer[] = [
  {
    id: 'plant-tree',
    questions: {
      en: [
        'put a tree in an empty tree pit',
        'how do i get a tree planted in front of my house',
        'can the city plant a street tree here',
        'who plants trees on the sidewalk',
        'can i choose the kind of tree the city plants',
        'what are the rules for a new street tree',
        'is my sidewalk wide enough for a tree',
      ],
      es: ['cómo pido que planten un árbol en mi calle', 'la ciudad planta árboles en la acera'],
    },
    says: {
      en: 'Ask for a street tree with a text to us (address and "new tree") or at 617-635-8733. The sidewalk must be at least six feet wide and the spot 10 feet from poles, driveways and hydrants. All rules are on this page.',
      es: 'Para pedir un arbolito en la acera, escriba el domicilio y "new tree", o llame al 617-635-8733. La acera debe medir seis pies o mayor ancho, y el lugar quedar a 10 pies de postes y entradas de auto.',
    },
    page: 'https://www.boston.gov/departments/parks-and-recreation/how-request-have-tree-planted-city-street',
    checkedOn: '2026-11-20',
  },
  {
    id: 'lost-pet',
    questions: {
      en: [
        'found a stray who takes it',
        'i lost my dog who do i call',
        'my cat is missing',
        'how do i check if the shelter has my dog',
        'number of the animal shelter',
        'whats the number for animal control',
        'what do i do if my pet ran away',
        'i found a dog where do i take it',
      ],
      es: ['perdí a mi perro a quién llamo', 'mi gato se escapó', 'teléfono del refugio de animales'],
    },
    says: {
      en: 'Lost or found a pet? Call the Boston Animal Shelter, 617-635-1800 or 617-635-1913, and the Animal Rescue League, 617-426-9170. Have a description ready. More tips are on this page.',
      es: 'Si su mascota se fue, o si hallaron una, llame al Boston Animal Shelter, 617-635-1800 o 617-635-1913, y a Animal Rescue League, 617-426-9170. Tenga lista una foto o los detalles.',
    },
    page: 'https://www.boston.gov/departments/animal-care-and-control/how-find-your-lost-pet',
    checkedOn: '2026-11-20',
  },
  {
    id: 'rat-tips',
    questions: {
      en: [
        'how can i rat proof my house',
        'how do i keep rats out of my yard',
        'tips to get rid of mice at home',
        'what can i do against rodents',
        'how to prevent rats around my house',
        'do i have to hire my own exterminator for rats',
        'what attracts rats to my property',
      ],
      es: ['cómo evito las ratas en mi casa', 'qué hago contra los ratones'],
    },
    says: {
      en: 'Against rodents: seal holes around pipes, keep trash in hard barrels with tight lids, cut grass, leave no pet or bird food outside. In your home, a licensed exterminator helps; to report rats, text us where.',
      es: 'Contra ratas y ratones: selle huecos en tubos, use barriles duros con tapa, corte el pasto y no deje comida de animales afuera. Para reportar ratas, escriba el lugar.',
    },
    page: 'https://www.boston.gov/departments/inspectional-services/dealing-pests-and-rodents',
    checkedOn: '2026-11-20',
  },
  {
    id: 'noise-rules',
    questions: {
      en: [
        'what are the quiet hours in boston',
        'how loud is too loud',
        'noise ordinance',
        'until what time can neighbors play loud music',
        'what hours is noise not allowed',
        'is there a decibel limit at night',
        'who do i call about a loud party',
      ],
      es: ['cuáles son las horas de silencio', 'hasta qué hora se permite música alta'],
    },
    says: {
      en: 'More than 50 decibels from 11 p.m. to 7 a.m., or 70 at any time, is unreasonable, except permitted construction. For a loud party or car alarm now, the City says call 911; for other noise, text us.',
      es: 'De 11 p.m. a 7 a.m. se permite hasta 50 decibeles, y a otras horas hasta 70, salvo obras con permiso. Por una fiesta ruidosa o alarma de auto ahora, llame al 911; por otro ruido, escriba al 311.',
    },
    page: 'https://www.boston.gov/departments/environment/air-pollution-control-commission/rules-noise-boston',
    checkedOn: '2026-11-20',
  },
  {
    id: 'needle-found',
    questions: {
      en: [
        'what do i do if i find a needle',
        'can i touch a syringe i found on the sidewalk',
        'who picks up needles',
        'do you collect needles on private property',
        'what happens when i report a syringe in the park',
        'is it safe to pick up a needle myself',
      ],
      es: ['qué hago si encuentro una jeringa', 'quién recoge las jeringas'],
    },
    says: {
      en: 'Do not touch it. On public property, text us where it is, with a landmark, and the Mobile Sharps Team is asked to pick it up. The team does not go inside private homes.',
      es: 'No la toque. Si fue en un lugar de la Ciudad, escriba el sitio exacto y se lo pedimos al Mobile Sharps Team. El equipo no entra en casas privadas.',
    },
    page: 'https://www.boston.gov/311',
    checkedOn: '2026-11-20',
  },
  {
    id: 'power-outage',
    questions: {
      en: [
        'who do i call when the power is out',
        'my electricity went out is it the city',
        'how do i report a power outage',
        'no power in my building who fixes it',
        'number for an electric outage',
        'does 311 handle blackouts',
      ],
      es: ['se fue la luz a quién llamo', 'cómo reporto un apagón'],
    },
    says: {
      en: 'Report a power outage to your utility company; its number is on your bill. If a wire is down, stay away and call 911.',
      es: 'Si se fue la luz, avise a la empresa que se la vende; su teléfono aparece en la factura. Si hay un cable en el suelo, no se acerque y llame al 911.',
    },
    page: 'https://www.boston.gov/dealing-natural-disasters',
    checkedOn: '2026-11-20',
  },
]
