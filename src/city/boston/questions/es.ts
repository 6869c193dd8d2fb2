import type { Questions } from './shape.ts'

const yesNo = { yes: 'Sí', no: 'No' }
const yesNoUnsure = { ...yesNo, unsure: 'No sé' }
const bothThings = 'Las dos cosas'
const inPark = '¿En qué parte del parque está?'
const unit = '¿En qué apartamento o piso es?'
const business = '¿Cómo se llama el negocio?'
const daysAndTimes = '¿Qué días y a qué horas pasa?'

/** Spanish, with "usted". */
export const es: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: '¿En qué parte de la calle está: carril de autos, ciclovía, cruce peatonal o carril de estacionamiento?',
      size: '¿De qué tamaño es?',
    },
    'sidewalk-repair': { injury: ['¿Se ha lastimado alguien por esto?', yesNo] },
    'utility-cover': { marking: '¿Qué letras tiene la tapa?' },
    'manhole-missing': { guarded: ['¿Hay algo alrededor del hueco que avise a la gente?', yesNo] },
    'construction-complaint': {
      company: '¿Qué compañía hace la obra, si lo sabe?',
      permit: '¿Hay un número de permiso a la vista? ¿Cuál es?',
    },
    'street-flooding': {
      depth: '¿Qué tan profunda es el agua?',
      passable: ['¿Pueden pasar las personas y los autos?', yesNo],
    },
    'fire-hydrant': { running: ['¿Está saliendo agua ahora?', yesNo] },
    'water-sewer-general': { account: 'Si es por una factura: ¿cuál es el número de cuenta?' },
    'street-light-out': {
      pole: '¿Qué número tiene el poste?',
      lights: '¿Cuántas luces están apagadas?',
    },
    'street-lights-out-many': {
      from_to: '¿Desde dónde hasta dónde están apagadas las luces?',
      lights: '¿Cuántas luces están apagadas, más o menos?',
    },
    'street-light-damaged': {
      wires: ['¿Se ven cables pelados? No se acerque a ellos, por favor.', yesNo],
      pole: '¿Qué número tiene el poste?',
    },
    'traffic-signal': {
      trouble: [
        '¿Qué le pasa al semáforo?',
        {
          dark: 'Está apagado',
          stuck: 'No cambia o parpadea',
          damaged: 'Golpeado, girado o colgando',
          walk: 'Señal o botón peatonal',
          timing: 'Los tiempos',
        },
      ],
    },
    'sign-repair': { sign: '¿Qué dice la señal, o qué debería decir?' },
    'sign-new': { wish: '¿Qué se debería poner ahí?' },
    'illegal-parking': {
      plate: '¿Cuál es la placa, si la puede leer?',
      vehicle: '¿De qué color y qué tipo de vehículo es?',
    },
    'abandoned-vehicle': {
      plate: '¿Cuál es la placa, o no tiene?',
      vehicle: '¿De qué color, marca y modelo es?',
      days: '¿Cuántos días lleva ahí?',
    },
    'parking-meter': { meter: '¿Qué número tiene el parquímetro?' },
    'parking-lot': {
      lot_kind: [
        '¿El estacionamiento es de la Ciudad o privado?',
        { city: 'De la Ciudad', private: 'Privado', unknown: 'No sé' },
      ],
    },
    valet: { business: '¿De qué negocio es el servicio de valet?' },
    'missed-pickup': {
      material: [
        '¿Qué no recogieron?',
        {
          trash: 'Basura',
          recycling: 'Reciclaje',
          yard: 'Desechos de jardín',
          food: 'Restos de comida',
          bulk: 'Objeto grande',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Si vio quién lo hizo: ¿qué placa o qué nombre de compañía vio?',
    },
    'bulk-item': { items: '¿Qué objetos son y cuántos?' },
    'recycling-cart': {
      request: [
        '¿Quiere un carrito nuevo, un reemplazo o devolverlo?',
        { new: 'Nuevo', replace: 'Reemplazo', return: 'Devolución' },
      ],
      size: '¿De qué tamaño, grande o pequeño?',
    },
    'recycling-sticker': { count: '¿Cuántas etiquetas necesita?' },
    graffiti: {
      surface: [
        '¿Está en propiedad privada, pública o de una compañía de servicios?',
        {
          private: 'Privada',
          public: 'Pública',
          utility: 'De una compañía',
          unknown: 'No sé',
        },
      ],
      offensive: ['¿Expresa odio o es obsceno?', yesNo],
    },
    'dead-animal': { animal: '¿Qué tipo de animal es?' },
    'animal-domestic': {
      animal: '¿Cómo es el animal?',
      state: '¿Está perdido, lo encontró, anda suelto o tiene problemas?',
    },
    'animal-wild': { animal: '¿Qué animal es y qué está haciendo?' },
    rodents: {
      seen: [
        '¿Qué ha visto?',
        { animals: 'Animales', burrows: 'Madrigueras o huecos', droppings: 'Excremento' },
      ],
      bite: ['¿Ha mordido a alguien?', yesNo],
    },
    needle: {
      needle_qty: ['¿Cuántas agujas hay, más o menos?', { one: 'Una', few: 'Unas pocas', many: 'Muchas' }],
      needle_loc_type: ['¿Está en un lugar público o privado?', { public: 'Público', private: 'Privado' }],
    },
    'human-waste': { surface: '¿Dónde está: en la acera, en una entrada, en un callejón?' },
    encampment: {
      people_count: '¿Cuántas personas o carpas hay, más o menos?',
      needs_outreach: ['¿Parece que alguien ahí necesita ayuda?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: '¿Cuándo pasó?',
      people_sick: '¿Cuántas personas se enfermaron, si hubo alguna?',
    },
    'air-pollution': {
      source_kind: '¿De dónde viene: de un vehículo, de un negocio, de una obra?',
      time_of_day: '¿A qué horas pasa?',
    },
    'tree-emergency': {
      blocking: [
        '¿Qué bloquea?',
        { road: 'La calle', sidewalk: 'La acera', both: bothThings, nothing: 'Nada' },
      ],
      touches_wires: ['¿Toca algún cable?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: '¿Qué golpean o tapan las ramas?' },
    'tree-removal': {
      what_is_left: ['¿Es un árbol en pie o un tocón?', { tree: 'Árbol en pie', stump: 'Tocón' }],
    },
    'tree-new': {
      empty_pit: ['¿Ya hay en la acera un espacio de tierra vacío para un árbol?', yesNoUnsure],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        '¿Es basura tirada o un basurero lleno?',
        { litter: 'Basura tirada', barrel: 'Basurero lleno', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: '¿Qué está roto?',
      someone_could_get_hurt: ['¿Podría lastimarse alguien?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: '¿En qué parte del parque está la luz?',
      pole_number: '¿Tiene un número el poste?',
    },
    'park-improvement': { suggestion: '¿Qué le gustaría ver?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: '¿Qué sección o qué tumba es?' },
    overgrown: { reaches_sidewalk: ['¿Bloquea la acera?', yesNo] },
    'property-condition': { occupied: ['¿Alguien vive o trabaja ahí?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: '¿Qué venden?',
      time_of_day: '¿Qué días y a qué horas están ahí?',
    },
    'abandoned-building': { can_get_in: ['¿Está abierto, de modo que se puede entrar?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: '¿Qué parte es peligrosa?',
      over_public_way: ['¿Podría caer sobre una acera o una calle?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: '¿Qué obra están haciendo?',
      when: '¿Qué días y a qué horas trabajan?',
    },
    'zoning-use': { used_as: '¿Para qué lo están usando?' },
    'unshoveled-sidewalk': {
      kind: ['¿Es nieve, hielo o las dos cosas?', { snow: 'Nieve', ice: 'Hielo', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        '¿Hay que quitar la nieve o echar sal?',
        { plow: 'Quitar la nieve', salt: 'Sal o arena', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: '¿Qué bloquea la nieve?' },
    'blocked-sidewalk': { blocked_by: '¿Qué bloquea la acera?' },
    'student-move-in': { what_is_left: '¿Qué dejaron ahí?' },
    noise: {
      noise_kind: [
        '¿Qué tipo de ruido es?',
        {
          people: 'Fiesta, música o gente',
          construction: 'Construcción',
          vehicle: 'Autos o motos',
          animal: 'Un animal',
          machine: 'Una máquina o alarma',
          other: 'Otra cosa',
        },
      ],
      time_of_day: daysAndTimes,
    },
    'aircraft-noise': { time_of_day: '¿Qué días y a qué horas lo oye?' },
    heat: {
      unit,
      indoor_temperature: '¿Qué temperatura hay adentro, si lo sabe?',
      vulnerable_person: ['¿Vive ahí un bebé, una persona mayor o alguien enfermo?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: '¿Qué está mal y desde cuándo?',
      landlord_told: ['¿Lo sabe el dueño?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['¿Qué servicio falta?', { gas: 'Gas', electricity: 'Electricidad', water: 'Agua' }],
      since_when: '¿Desde cuándo?',
    },
    'bed-bugs': { unit, other_units: ['¿Las hay también en otros apartamentos?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: '¿Qué plagas ha visto?',
      landlord_told: ['¿Lo sabe el dueño?', yesNo],
    },
    'short-term-rental': { listing: '¿Dónde está anunciado? Un enlace ayuda.', unit },
    'weights-measures': {
      business_name: business,
      product: '¿Qué compró y cuánto le cobraron?',
    },
    'accessible-parking': {
      request_kind: [
        '¿Qué necesita?',
        {
          new: 'Una señal nueva',
          repair: 'Que reparen una señal',
          removal: 'Que quiten una señal',
          barrier: 'Que revisen un obstáculo',
        },
      ],
    },
    'external-mbta': { route_or_station: '¿Qué línea, ruta o estación?' },
    'external-usps': {
      box_kind: '¿Es un buzón azul, una caja verde del correo o se trata del reparto?',
    },
    'police-matter': { when: '¿Cuándo pasa?' },
    comment: { about: '¿De qué programa, departamento o empleado se trata?' },
    'lost-item': { item: '¿Qué es y cómo es?', when: '¿Cuándo se perdió o se encontró?' },
    general: { request: '¿Qué necesita?' },
  },
}
