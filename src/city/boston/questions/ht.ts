import type { Questions } from './shape.ts'

const yesNo = { yes: 'Wi', no: 'Non' }
const yesNoUnsure = { ...yesNo, unsure: 'Mwen pa konnen' }
const bothThings = 'Tou de'
const inPark = 'Ki kote nan pak la li ye?'
const unit = 'Ki apatman oswa ki etaj?'
const business = 'Ki non biznis la?'

/** Haitian Creole. */
export const ht: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Ki kote nan lari a li ye: wout machin, wout bisiklèt, pasaj pyeton oswa kote machin estasyone?',
      size: 'Ki gwosè li ye?',
    },
    'sidewalk-repair': { injury: ['Èske yon moun te blese poutèt sa?', yesNo] },
    'utility-cover': { marking: 'Ki lèt ki sou kouvèti a?' },
    'manhole-missing': { guarded: ['Èske gen yon bagay toutotou twou a pou avèti moun?', yesNo] },
    'construction-complaint': {
      company: 'Ki konpayi k ap fè travay la, si w konnen?',
      permit: 'Èske yo afiche yon nimewo pèmi? Ki nimewo?',
    },
    'street-flooding': {
      depth: 'Ki pwofondè dlo a?',
      passable: ['Èske moun ak machin ka pase?', yesNo],
    },
    'fire-hydrant': { running: ['Èske dlo ap koule ladan l kounye a?', yesNo] },
    'water-sewer-general': { account: 'Si se pou yon bòdwo: ki nimewo kont lan?' },
    'street-light-out': { pole: 'Ki nimewo ki sou poto a?', lights: 'Konbyen limyè ki etenn?' },
    'street-lights-out-many': {
      from_to: 'Depi ki kote rive ki kote limyè yo etenn?',
      lights: 'Anviwon konbyen limyè ki etenn?',
    },
    'street-light-damaged': {
      wires: ['Èske w wè fil elektrik toutouni? Tanpri pa pwoche kote yo.', yesNo],
      pole: 'Ki nimewo ki sou poto a?',
    },
    'traffic-signal': {
      trouble: [
        'Ki pwoblèm limyè a genyen?',
        {
          dark: 'Li etenn',
          stuck: 'Li bloke oswa l ap flache',
          damaged: 'Li frape, vire oswa l ap pandye',
          walk: 'Siyal oswa bouton pou pyeton',
          timing: 'Tan limyè yo',
        },
      ],
    },
    'sign-repair': { sign: 'Ki sa ki ekri sou pano a, oswa ki sa ki ta dwe ekri?' },
    'sign-new': { wish: 'Ki sa yo ta dwe mete la?' },
    'illegal-parking': {
      plate: 'Ki nimewo plak la, si w ka li l?',
      vehicle: 'Ki koulè ak ki kalite machin li ye?',
    },
    'abandoned-vehicle': {
      plate: 'Ki nimewo plak la, oswa li pa gen plak?',
      vehicle: 'Ki koulè, ki mak ak ki modèl?',
      days: 'Li gen konbyen jou la?',
    },
    'parking-meter': { meter: 'Ki nimewo ki sou mèt la?' },
    'parking-lot': {
      lot_kind: [
        'Èske paking lan se pou Vil la oswa li prive?',
        { city: 'Pou Vil la', private: 'Prive', unknown: 'Mwen pa konnen' },
      ],
    },
    valet: { business: 'Pou ki biznis valè a travay?' },
    'missed-pickup': {
      material: [
        'Ki sa yo pa t ranmase?',
        {
          trash: 'Fatra',
          recycling: 'Resiklaj',
          yard: 'Fatra lakou',
          food: 'Rès manje',
          bulk: 'Gwo bagay',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Si w te wè moun ki fè l la: ki plak oswa ki non konpayi ou te wè?',
    },
    'bulk-item': { items: 'Ki bagay yo ye, epi konbyen?' },
    'recycling-cart': {
      request: [
        'Èske w vle yon bwat nèf, youn pou ranplase, oswa ou vle remèt li?',
        { new: 'Nèf', replace: 'Ranplase', return: 'Remèt' },
      ],
      size: 'Ki gwosè, gwo oswa piti?',
    },
    'recycling-sticker': { count: 'Konbyen etikèt ou bezwen?' },
    graffiti: {
      surface: [
        'Èske li sou pwopriyete prive, piblik oswa pou yon konpayi sèvis?',
        {
          private: 'Prive',
          public: 'Piblik',
          utility: 'Konpayi sèvis',
          unknown: 'Mwen pa konnen',
        },
      ],
      offensive: ['Èske l gen rayisman oswa vilgarite ladan l?', yesNo],
    },
    'dead-animal': { animal: 'Ki kalite bèt li ye?' },
    'animal-domestic': {
      animal: 'Kijan bèt la ye?',
      state: 'Èske l pèdi, yo jwenn li, li lage oswa l an difikilte?',
    },
    'animal-wild': { animal: 'Ki bèt li ye, epi ki sa l ap fè?' },
    rodents: {
      seen: ['Ki sa w wè?', { animals: 'Bèt yo', burrows: 'Twou yo', droppings: 'Poupou yo' }],
      bite: ['Èske yo mòde yon moun?', yesNo],
    },
    needle: {
      needle_qty: ['Anviwon konbyen zegwi ki genyen?', { one: 'Youn', few: 'Kèk', many: 'Anpil' }],
      needle_loc_type: ['Èske l sou pwopriyete piblik oswa prive?', { public: 'Piblik', private: 'Prive' }],
    },
    'human-waste': { surface: 'Sou ki sa li ye: twotwa a, yon antre kay, yon koridò?' },
    encampment: {
      people_count: 'Anviwon konbyen moun oswa tant ki genyen?',
      needs_outreach: ['Èske yon moun la sanble bezwen èd?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Kilè sa te rive?',
      people_sick: 'Konbyen moun ki te malad, si te genyen?',
    },
    'air-pollution': {
      source_kind: 'Ki kote l soti: yon machin, yon biznis, yon chantye?',
      time_of_day: 'A ki lè sa rive?',
    },
    'tree-emergency': {
      blocking: [
        'Ki sa l bloke?',
        { road: 'Lari a', sidewalk: 'Twotwa a', both: bothThings, nothing: 'Anyen' },
      ],
      touches_wires: ['Èske l touche fil elektrik?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Ki sa branch yo frape oswa bloke?' },
    'tree-removal': {
      what_is_left: ['Èske se yon pyebwa kanpe oswa yon chouk?', { tree: 'Pyebwa kanpe', stump: 'Chouk' }],
    },
    'tree-new': {
      empty_pit: ['Èske gen yon kare tè vid pou pyebwa nan twotwa a deja?', yesNoUnsure],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'Èske se fatra atè oswa yon poubèl plen?',
        { litter: 'Fatra atè', barrel: 'Poubèl plen', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Ki sa ki kase?',
      someone_could_get_hurt: ['Èske yon moun ka blese sou li?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Ki kote nan pak la limyè a ye?',
      pole_number: 'Èske gen yon nimewo sou poto a?',
    },
    'park-improvement': { suggestion: 'Ki sa w ta renmen wè?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Ki seksyon oswa ki tonm?' },
    overgrown: { reaches_sidewalk: ['Èske l bloke twotwa a?', yesNo] },
    'property-condition': { occupied: ['Èske yon moun rete oswa travay la?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Ki sa y ap vann?',
      time_of_day: 'Ki jou ak ki lè yo la?',
    },
    'abandoned-building': { can_get_in: ['Èske l louvri, pou moun ka antre ladan l?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Ki pati ki danjere?',
      over_public_way: ['Èske l ka tonbe sou yon twotwa oswa yon lari?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Ki travay y ap fè?',
      when: 'Ki jou ak ki lè yo travay?',
    },
    'zoning-use': { used_as: 'Pou ki sa y ap sèvi avè l?' },
    'unshoveled-sidewalk': {
      kind: ['Èske se nèj, glas oswa tou de?', { snow: 'Nèj', ice: 'Glas', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'Èske fòk yo retire nèj la oswa mete sèl?',
        { plow: 'Retire nèj', salt: 'Sèl oswa sab', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Ki sa nèj la bloke?' },
    'blocked-sidewalk': { blocked_by: 'Ki sa ki bloke twotwa a?' },
    'student-move-in': { what_is_left: 'Ki sa yo kite la?' },
    noise: {
      noise_kind: [
        'Ki kalite bri li ye?',
        {
          people: 'Fèt, mizik oswa moun',
          construction: 'Konstriksyon',
          vehicle: 'Machin oswa motosiklèt',
          animal: 'Yon bèt',
          machine: 'Yon aparèy oswa yon alam',
          other: 'Yon lòt bagay',
        },
      ],
      time_of_day: 'Ki jou ak ki lè sa rive?',
    },
    'aircraft-noise': { time_of_day: 'Ki jou ak ki lè ou tande l?' },
    heat: {
      unit,
      indoor_temperature: 'Ki tanperati li fè anndan an, si w konnen?',
      vulnerable_person: ['Èske yon tibebe, yon granmoun aje oswa yon moun malad ap viv la?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'Ki pwoblèm ki genyen, epi depi kilè?',
      landlord_told: ['Èske mèt kay la konnen?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Kilès ki koupe?', { gas: 'Gaz', electricity: 'Kouran', water: 'Dlo' }],
      since_when: 'Depi kilè?',
    },
    'bed-bugs': { unit, other_units: ['Èske lòt apatman genyen yo tou?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Ki ensèk oswa bèt ou wè?',
      landlord_told: ['Èske mèt kay la konnen?', yesNo],
    },
    'short-term-rental': { listing: 'Ki kote anons lan ye? Yon lyen ap ede.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Ki sa w te achte, epi konbyen yo fè w peye?',
    },
    'accessible-parking': {
      request_kind: [
        'Ki sa w bezwen?',
        {
          new: 'Yon pano nèf',
          repair: 'Repare yon pano',
          removal: 'Retire yon pano',
          barrier: 'Gade yon bagay ki bloke aksè',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Ki liy, ki wout oswa ki estasyon?' },
    'external-usps': {
      box_kind: 'Èske se yon bwat lapòs ble, yon bwat vèt faktè yo, oswa livrezon lapòs?',
    },
    'police-matter': { when: 'Kilè sa rive?' },
    comment: { about: 'Sou ki pwogram, ki depatman oswa ki anplwaye?' },
    'lost-item': { item: 'Ki sa l ye, epi kijan l ye?', when: 'Kilè li te pèdi oswa yo te jwenn li?' },
    general: { request: 'Ki sa w bezwen?' },
  },
}
