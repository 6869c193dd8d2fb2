import type { Questions } from './shape.ts'

const yesNo = { yes: 'Haa', no: 'Maya' }
const yesNoUnsure = { ...yesNo, unsure: 'Ma hubo' }
const bothThings = 'Labadaba'
const inPark = 'Meeshee ayay beerta kaga taal?'
const unit = 'Waa guri lambarkee ama dabaqee?'
const business = 'Waa maxay magaca ganacsigu?'

/** Somali. */
export const so: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Meeshee ayuu waddada kaga yaal: haadka baabuurta, haadka baaskiilka, meesha laga tallaabo mise meesha baabuurta la dhigo?',
      size: 'Intee buu le’eg yahay?',
    },
    'sidewalk-repair': { injury: ['Cid ma ku dhaawacantay?', yesNo] },
    'utility-cover': { marking: 'Xarfo noocee ah ayaa ku qoran daboolka?' },
    'manhole-missing': { guarded: ['Ma jiraa wax godka hareerihiisa ah oo dadka uga digaya?', yesNo] },
    'construction-complaint': {
      company: 'Shirkaddee ayaa shaqada haysa, haddii aad ogtahay?',
      permit: 'Lambar ruqsad ma ku dheggan yahay, waana maxay?',
    },
    'street-flooding': {
      depth: 'Biyuhu intee bay gun leeyihiin?',
      passable: ['Dadka iyo baabuurtu ma gudbi karaan?', yesNo],
    },
    'fire-hydrant': { running: ['Biyo hadda ma ka soo baxayaan?', yesNo] },
    'water-sewer-general': { account: 'Haddii ay biil ku saabsan tahay: waa maxay lambarka koontadu?' },
    'street-light-out': { pole: 'Lambarkee ayaa ku qoran tiirka?', lights: 'Immisa nal ayaa dansan?' },
    'street-lights-out-many': {
      from_to: 'Halkee ilaa halkee ayay nalalku ka dansan yihiin?',
      lights: 'Qiyaastii immisa nal ayaa dansan?',
    },
    'street-light-damaged': {
      wires: ['Ma arkaysaa fiilooyin qaawan? Fadlan ha u dhowaan.', yesNo],
      pole: 'Lambarkee ayaa ku qoran tiirka?',
    },
    'traffic-signal': {
      trouble: [
        'Maxaa ka khaldan nalka?',
        {
          dark: 'Waa dansan yahay',
          stuck: 'Ma beddelmo ama wuu bidhaamayaa',
          damaged: 'Jaban, leexday ama laalaada',
          walk: 'Nalka ama badhanka dadka lugeeya',
          timing: 'Wakhtiga nalka',
        },
      ],
    },
    'sign-repair': { sign: 'Maxaa ku qoran calaamadda, ama maxaa ku qornaan lahaa?' },
    'sign-new': { wish: 'Maxaa halkaas la dhigi lahaa?' },
    'illegal-parking': {
      plate: 'Waa maxay taargadu, haddii aad akhrin karto?',
      vehicle: 'Waa midab iyo nooc gaari oo noocee ah?',
    },
    'abandoned-vehicle': {
      plate: 'Waa maxay taargadu, mise ma laha?',
      vehicle: 'Waa midabkee, shirkaddee iyo nooceed?',
      days: 'Immisa maalmood ayuu halkaas yaallay?',
    },
    'parking-meter': { meter: 'Lambarkee ayaa ku qoran mitirka?' },
    'parking-lot': {
      lot_kind: [
        'Goobta baarkinka ma Magaalada ayaa leh mise waa gaar?',
        { city: 'Magaalada', private: 'Gaar', unknown: 'Ma hubo' },
      ],
    },
    valet: { business: 'Ganacsigee ayay u shaqeeyaan kuwa baabuurta dhiga?' },
    'missed-pickup': {
      material: [
        'Maxaan la qaadin?',
        {
          trash: 'Qashinka',
          recycling: 'Dib-u-warshadaynta',
          yard: 'Qashinka daaradda',
          food: 'Haraaga cuntada',
          bulk: 'Shay weyn',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Haddii aad aragtay cidda samaysay: taargaddee ama magac shirkadeed ayaad aragtay?',
    },
    'bulk-item': { items: 'Waa maxay alaabtu, waana immisa?' },
    'recycling-cart': {
      request: [
        'Ma rabtaa weel cusub, mid lagu beddelo mise celin?',
        { new: 'Cusub', replace: 'Beddel', return: 'Celin' },
      ],
      size: 'Cabbirkee, weyn mise yar?',
    },
    'recycling-sticker': { count: 'Immisa istiikar ayaad u baahan tahay?' },
    graffiti: {
      surface: [
        'Ma hanti gaar ah, mid dadweyne mise mid shirkad adeeg ayuu ku yaal?',
        {
          private: 'Hanti gaar ah',
          public: 'Hanti dadweyne',
          utility: 'Shirkad adeeg',
          unknown: 'Ma hubo',
        },
      ],
      offensive: ['Ma nacayb baa mise waa wax fool xun?', yesNo],
    },
    'dead-animal': { animal: 'Waa xayawaan noocee ah?' },
    'animal-domestic': {
      animal: 'Xayawaanku muuqaal ahaan waa sidee?',
      state: 'Ma lumay, ma la helay, ma iska socdaa mise dhib buu ku jiraa?',
    },
    'animal-wild': { animal: 'Waa xayawaankee, muxuuse samaynayaa?' },
    rodents: {
      seen: ['Maxaad aragtay?', { animals: 'Xayawaan', burrows: 'Godad', droppings: 'Saxaro' }],
      bite: ['Cid ma la qaniinay?', yesNo],
    },
    needle: {
      needle_qty: ['Qiyaastii immisa irbadood ayaa jira?', { one: 'Hal', few: 'Dhowr', many: 'Badan' }],
      needle_loc_type: [
        'Ma hanti dadweyne mise mid gaar ah ayay taal?',
        { public: 'Dadweyne', private: 'Gaar' },
      ],
    },
    'human-waste': { surface: 'Xaggee bay taal: marinka lugta, albaab hortiis, luuq?' },
    encampment: {
      people_count: 'Qiyaastii immisa qof ama teendho ayaa jira?',
      needs_outreach: ['Qof halkaas jooga ma u muuqdaa mid caawimaad u baahan?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Goorma ayay dhacday?',
      people_sick: 'Immisa qof ayaa jirratay, haddii ay jiraan?',
    },
    'air-pollution': {
      source_kind: 'Xaggee bay ka timaaddaa: gaari, ganacsi mise goob dhisme?',
      time_of_day: 'Saacadahee bay dhacdaa?',
    },
    'tree-emergency': {
      blocking: [
        'Maxay xirtay?',
        { road: 'Waddada', sidewalk: 'Marinka lugta', both: bothThings, nothing: 'Waxba' },
      ],
      touches_wires: ['Fiilooyin ma taabanaysaa?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Laamuhu maxay ku dhacayaan ama xirayaan?' },
    'tree-removal': {
      what_is_left: ['Ma geed taagan baa mise jirrid?', { tree: 'Geed taagan', stump: 'Jirrid' }],
    },
    'tree-new': {
      empty_pit: ['Ma jiraa meel geed oo bannaan oo marinka lugta ku taal?', yesNoUnsure],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'Ma qashin dhulka yaal baa mise qashinqub buuxa?',
        { litter: 'Qashin dhulka yaal', barrel: 'Qashinqub buuxa', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'Maxaa jaban?',
      someone_could_get_hurt: ['Cid ma ku dhaawacmi kartaa?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Meeshee ayuu nalku beerta kaga yaal?',
      pole_number: 'Lambar ma ku yaal tiirka?',
    },
    'park-improvement': { suggestion: 'Maxaad jeclaan lahayd inaad aragto?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Waa qaybtee ama qabrigee?' },
    overgrown: { reaches_sidewalk: ['Ma xirtaa marinka lugta?', yesNo] },
    'property-condition': { occupied: ['Cid ma ku nool tahay ama ma ka shaqaysaa halkaas?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'Maxay iibinayaan?',
      time_of_day: 'Maalmahee iyo saacadahee ayay halkaas joogaan?',
    },
    'abandoned-building': { can_get_in: ['Ma furan yahay, oo dadku ma geli karaan?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Qaybtee ayaan ammaan ahayn?',
      over_public_way: ['Ma ku soo dhici kartaa marinka lugta ama waddada?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Shaqo noocee ah ayaa la qabanayaa?',
      when: 'Maalmahee iyo saacadahee ayay shaqeeyaan?',
    },
    'zoning-use': { used_as: 'Maxaa loo isticmaalayaa?' },
    'unshoveled-sidewalk': {
      kind: [
        'Ma baraf jilicsan, mid adag mise labadaba?',
        { snow: 'Baraf jilicsan', ice: 'Baraf adag', both: bothThings },
      ],
    },
    'snow-plowing': {
      what_it_needs: [
        'Ma u baahan tahay in barafka laga qaado mise cusbo?',
        { plow: 'Baraf ka qaadis', salt: 'Cusbo ama ciid', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'Barafku muxuu xiray?' },
    'blocked-sidewalk': { blocked_by: 'Maxaa xiray marinka lugta?' },
    'student-move-in': { what_is_left: 'Maxaa halkaas looga tegay?' },
    noise: {
      noise_kind: [
        'Waa buuq noocee ah?',
        {
          people: 'Xaflad, muusig ama dad',
          construction: 'Dhisme',
          vehicle: 'Baabuur ama mootooyin',
          animal: 'Xayawaan',
          machine: 'Mishiin ama qaylo-dhaan',
          other: 'Wax kale',
        },
      ],
      time_of_day: 'Maalmahee iyo saacadahee ayay dhacdaa?',
    },
    'aircraft-noise': { time_of_day: 'Maalmahee iyo saacadahee ayaad maqashaa?' },
    heat: {
      unit,
      indoor_temperature: 'Waa immisa heerkulka gudaha, haddii aad ogtahay?',
      vulnerable_person: ['Ma ku nool yihiin ilmo yar, qof da’ ah ama qof jirran?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'Maxaa khaldan, tan iyo goorma?',
      landlord_told: ['Milkiilaha guriga ma og yahay?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['Kee ayaa go’an?', { gas: 'Gaas', electricity: 'Koronto', water: 'Biyo' }],
      since_when: 'Tan iyo goorma?',
    },
    'bed-bugs': { unit, other_units: ['Guryaha kale ma leeyihiin sidoo kale?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Cayayaan ama jiir noocee ah ayaad aragtay?',
      landlord_told: ['Milkiilaha guriga ma og yahay?', yesNo],
    },
    'short-term-rental': { listing: 'Xaggee lagu xayaysiiyay? Link ayaa caawinaya.', unit },
    'weights-measures': {
      business_name: business,
      product: 'Maxaad iibsatay, immisase laguu dalacay?',
    },
    'accessible-parking': {
      request_kind: [
        'Maxaad u baahan tahay?',
        {
          new: 'Calaamad cusub',
          repair: 'Calaamad la hagaajiyo',
          removal: 'Calaamad la qaado',
          barrier: 'Caqabad la eego',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Waa khadkee, jidkee ama isteeshankee?' },
    'external-usps': {
      box_kind: 'Ma sanduuq boosto oo buluug ah, mid cagaaran mise waxay ku saabsan tahay gaarsiinta?',
    },
    'police-matter': { when: 'Goorma ayay dhacdaa?' },
    comment: { about: 'Waa barnaamijkee, waaxdee ama shaqaalahee?' },
    'lost-item': { item: 'Waa maxay, muuqaal ahaanse waa sidee?', when: 'Goorma ayuu lumay ama la helay?' },
    general: { request: 'Maxaad u baahan tahay?' },
  },
}
