import type { Questions } from './shape.ts'

const yesNo = { yes: 'Sin', no: 'Nau' }
const yesNoUnsure = { ...yesNo, unsure: 'N ka sabe' }
const bothThings = 'Tudu dos'
const inPark = 'Na ki parti di parki?'
const unit = 'Na ki apartamentu o andar?'
const business = 'Modi ki txoma kel negósiu?'

/** Cabo Verdean Creole (Santiago, ALUPEC spelling). */
export const kea: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Na ki parti di strada: undi karu ta pasa, faxa di bisikleta, pasadera o undi karu ta stasiona?',
      size: 'Ki tamanhu?',
    },
    'sidewalk-repair': { injury: ['Algen dja fika feridu pamodi kel-li?', yesNo] },
    'utility-cover': { marking: 'Ki létra ki sta na tanpa?' },
    'manhole-missing': { guarded: ['Ten algun kuza na roda di buraku pa avisa algen?', yesNo] },
    'construction-complaint': {
      company: 'Ki konpanhia ki sta ta faze obra, si bu sabe?',
      permit: 'Ten un númeru di lisensa na vista? Kal?',
    },
    'street-flooding': {
      depth: 'Águ sta ki fundura?',
      passable: ['Algen y karu pode pasa?', yesNo],
    },
    'fire-hydrant': { running: ['Águ sta ta sai gosi?', yesNo] },
    'water-sewer-general': { account: 'Si é un fatura: kal ki é númeru di konta?' },
    'street-light-out': { pole: 'Ki númeru ki sta na posti?', lights: 'Kantu lus ki sta pagadu?' },
    'street-lights-out-many': {
      from_to: 'Di undi ti undi ki lus sta pagadu?',
      lights: 'Mas o menus kantu lus ki sta pagadu?',
    },
    'street-light-damaged': {
      wires: ['Bu ta odja fiu diskubertu? Pur favor, ka bu txiga pertu.', yesNo],
      pole: 'Ki númeru ki sta na posti?',
    },
    'traffic-signal': {
      trouble: [
        'Kuzé ki ten semáforu?',
        {
          dark: 'Pagadu',
          stuck: 'Paradu o ta piska',
          damaged: 'Batedu, viradu o penduradu',
          walk: 'Sinal o butan di pion',
          timing: 'Ténpu di lus',
        },
      ],
    },
    'sign-repair': { sign: 'Kuzé ki plaka ta fla, o kuzé ki debe fla?' },
    'sign-new': { wish: 'Kuzé ki debe podu la?' },
    'illegal-parking': {
      plate: 'Kal ki é matríkula, si bu pode le-l?',
      vehicle: 'Ki kor y ki tipu di karu?',
    },
    'abandoned-vehicle': {
      plate: 'Kal ki é matríkula, o ka ten?',
      vehicle: 'Ki kor, marka y modelu?',
      days: 'Kantu dia ki el sta la?',
    },
    'parking-meter': { meter: 'Ki númeru ki sta na parkímetru?' },
    'parking-lot': {
      lot_kind: [
        'Parki di karu é di Sidadi o privadu?',
        { city: 'Di Sidadi', private: 'Privadu', unknown: 'N ka sabe' },
      ],
    },
    valet: { business: 'Valet é di ki negósiu?' },
    'missed-pickup': {
      material: [
        'Kuzé ki ka rekodjedu?',
        {
          trash: 'Lixu',
          recycling: 'Risiklajen',
          yard: 'Lixu di kintal',
          food: 'Restu di kumida',
          bulk: 'Kuza grandi',
        },
      ],
    },
    'illegal-dumping': { plate: 'Si bu odja kenha ki faze-l: ki matríkula o nómi di konpanhia bu odja?' },
    'bulk-item': { items: 'Ki kuzas, y kantu?' },
    'recycling-cart': {
      request: [
        'Bu kre un karu nobu, troka o divolve?',
        { new: 'Nobu', replace: 'Troka', return: 'Divolve' },
      ],
      size: 'Ki tamanhu, grandi o pikinoti?',
    },
    'recycling-sticker': { count: 'Kantu etiketa ki bu mesti?' },
    graffiti: {
      surface: [
        'Sta na propriedadi privadu, públiku o di konpanhia di sirvisu?',
        {
          private: 'Privadu',
          public: 'Públiku',
          utility: 'Konpanhia di sirvisu',
          unknown: 'N ka sabe',
        },
      ],
      offensive: ['É di ódiu o obsénu?', yesNo],
    },
    'dead-animal': { animal: 'Ki tipu di limária?' },
    'animal-domestic': {
      animal: 'Modi ki limária é?',
      state: 'Sta perdidu, atxadu, soltu o na difikuldadi?',
    },
    'animal-wild': { animal: 'Ki limária, y kuzé ki sta ta faze?' },
    rodents: {
      seen: ['Kuzé ki bu odja?', { animals: 'Limária', burrows: 'Buraku', droppings: 'Koko' }],
      bite: ['Ratu morde algen?', yesNo],
    },
    needle: {
      needle_qty: ['Mas o menus kantu agudja ki ten?', { one: 'Un', few: 'Algun', many: 'Txeu' }],
      needle_loc_type: ['Sta na propriedadi públiku o privadu?', { public: 'Públiku', private: 'Privadu' }],
    },
    'human-waste': { surface: 'Undi ki sta: na paseiu, na un porta, na un béku?' },
    encampment: {
      people_count: 'Mas o menus kantu algen o tenda ki ten?',
      needs_outreach: ['Ta parse ma algen la mesti ajuda?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Ki dia ki kontise?',
      people_sick: 'Kantu algen ki fika duenti, si ten?',
    },
    'air-pollution': {
      source_kind: 'Di undi ki ta ben: di un karu, di un negósiu, di un obra?',
      time_of_day: 'Ki ora ki ta kontise?',
    },
    'tree-emergency': {
      blocking: [
        'Kuzé ki sta tapadu?',
        { road: 'Strada', sidewalk: 'Paseiu', both: bothThings, nothing: 'Nada' },
      ],
      touches_wires: ['Sta ta toka na fiu?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Undi ki ramu ta bate o kuzé ki ta tapa?' },
    'tree-removal': {
      what_is_left: ['É un arvi di pé o un toku?', { tree: 'Arvi di pé', stump: 'Toku' }],
    },
    'tree-new': { empty_pit: ['Dja ten un kobu baziu pa arvi na paseiu?', yesNoUnsure] },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'É lixu na txon o baldi xeiu?',
        { litter: 'Lixu na txon', barrel: 'Baldi xeiu', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Kuzé ki sta kebradu?',
      someone_could_get_hurt: ['Algen pode fika feridu?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Na ki parti di parki lus sta?',
      pole_number: 'Ten númeru na posti?',
    },
    'park-improvement': { suggestion: 'Kuzé ki bu kreba odja?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Ki parti o ki kóba?' },
    overgrown: { reaches_sidewalk: ['Ta tapa paseiu?', yesNo] },
    'property-condition': { occupied: ['Algen ta mora o ta trabadja la?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Kuzé ki es sta ta bende?',
      time_of_day: 'Ki dia y ki ora ki es ta sta la?',
    },
    'abandoned-building': { can_get_in: ['Sta abertu, ki algen pode entra?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Ki parti ki é pirigozu?',
      over_public_way: ['Pode kai na un paseiu o na un rua?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Ki obra ki sta ta fazedu?',
      when: 'Ki dia y ki ora ki es ta trabadja?',
    },
    'zoning-use': { used_as: 'Pa kuzé ki sta ta uzadu?' },
    'unshoveled-sidewalk': {
      kind: ['É nevi, jelu o tudu dos?', { snow: 'Nevi', ice: 'Jelu', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'Mesti tra nevi o poi sal?',
        { plow: 'Tra nevi', salt: 'Sal o areia', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Kuzé ki nevi sta ta tapa?' },
    'blocked-sidewalk': { blocked_by: 'Kuzé ki sta ta tapa paseiu?' },
    'student-move-in': { what_is_left: 'Kuzé ki es dexa la?' },
    noise: {
      noise_kind: [
        'Ki tipu di baruliu?',
        {
          people: 'Fésta, múzika o algen',
          construction: 'Obra',
          vehicle: 'Karu o mota',
          animal: 'Un limária',
          machine: 'Un mákina o alarmi',
          other: 'Otu kuza',
        },
      ],
      time_of_day: 'Ki dia y ki ora ki ta kontise?',
    },
    'aircraft-noise': { time_of_day: 'Ki dia y ki ora ki bu ta obi-l?' },
    heat: {
      unit,
      indoor_temperature: 'Ki tenperatura sta la dentu, si bu sabe?',
      vulnerable_person: ['Mininu nobu, algen bedju o duenti ta mora la?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'Kuzé ki sta mal, y disdi ki dia?',
      landlord_told: ['Donu di kaza sabe?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Kuzé ki sta kortadu?', { gas: 'Gás', electricity: 'Lus', water: 'Águ' }],
      since_when: 'Disdi ki dia?',
    },
    'bed-bugs': { unit, other_units: ['Otus apartamentu ten tanbe?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Ki bixu ki bu odja?',
      landlord_told: ['Donu di kaza sabe?', yesNo],
    },
    'short-term-rental': { listing: 'Undi ki sta anunsiadu? Un link ta djuda.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Kuzé ki bu kunpra, y kantu ki es kobra-u?',
    },
    'accessible-parking': {
      request_kind: [
        'Kuzé ki bu mesti?',
        {
          new: 'Un plaka nobu',
          repair: 'Konpo un plaka',
          removal: 'Tra un plaka',
          barrier: 'Odja un kuza ki ta tapa asesu',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Ki linha, ki kareira o ki stason?' },
    'external-usps': { box_kind: 'É un kaxa azul di karta, un kaxa verdi di koreiu, o é sobri intréga?' },
    'police-matter': { when: 'Ki ora ki ta kontise?' },
    comment: { about: 'É sobri ki prugrama, dipartamentu o enpregadu?' },
    'lost-item': { item: 'Kuzé ki é, y modi ki é?', when: 'Ki dia ki perde o ki atxadu?' },
    general: { request: 'Kuzé ki bu mesti?' },
  },
}
