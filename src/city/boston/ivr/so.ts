import type { RecordedWords } from './words.ts'

/** Somali: scripts for the person who records them. */
export const so: RecordedWords = {
  reviewedBy: 'none',
  voice: null,
  names: ['soomaali', 'af soomaali', 'somali'],
  scripts: {
    hello: 'Waa Boston 3 1 1. Haddii ay tahay xaalad degdeg ah, xir telefoonka oo wac 9 1 1.',
    notice: 'Riix badhan si aad u sheegto dhibaatada. Riix 0 wakhti kasta si aad qof ula hadasho.',
    'menu-1':
      'Baabuur si khaldan loo dhigay, riix 1. Qashin ama waddo wasakh ah, riix 2. Qashin si khaldan dibadda loo dhigay, riix 3. Irbad, riix 4. God waddada ku yaal, riix 5. Wax kale, riix 6.',
    'menu-2':
      'Qashin aan la qaadin, riix 1. Guri xaalad xun ku jira, riix 2. Geed, riix 3. Xayawaan dhintay, riix 4. Nal waddo oo damay, riix 5. Wax kale, riix 6.',
    silence: 'Waxba ma maqlin.',
    connecting: 'Fadlan sug inta aan qof kugu xireyno.',
    nobody: 'Waan ka xunnahay, cid wicitaankaaga qaadda lama helin.',
    record:
      'Farriin waad dhaafi kartaa. Waa la duubi doonaa. Dhawaaqa ka dib, sheeg meesha, dhibaatada, iyo sida aan kula soo xiriirno. Kadib xir telefoonka ama riix badhanka pound.',
    recorded: 'Mahadsanid. Farriintaada waa la kaydiyay, qof baa dhegeysan doona. Nabad gelyo.',
    nothingHeard: 'Farriin ma maqlin. Mar kasta dib ayaad u wici kartaa. Nabad gelyo.',
    goodbye: 'Mahadsanid wicitaankaaga. Nabad gelyo.',
    notUnderstood: 'Waan ka xunnahay, badhankaas halkan kama shaqeeyo.',
    where:
      'Halkee ayay dhibaatadu ku taal? Si aad cinwaanka badhamada ugu geliso, riix 1. Geeska waddo, riix 2. Si aad farriin u dhaafto, riix 3.',
    houseKeys: 'Geli lambarka guriga, kadib riix pound. Si aad u noqoto, riix xiddigta.',
    streetKeys:
      'Geli magaca waddada. Riix hal mar badhanka xaraf kasta, shan xaraf ama ka badan, kadib riix pound.',
    cornerKeys:
      'Geli magaca waddada koowaad. Riix hal mar badhanka xaraf kasta, shan xaraf ama ka badan, kadib riix pound.',
    crossKeys: 'Hadda waddada ka gudubta, si la mid ah.',
    noHouse: 'Kaasi ma aha lambar guri.',
    noStreet: 'Waddadaas ma helin.',
    moreLetters: 'Waddooyin badan ayaa sidaas ku bilaabma. Fadlan geli xarfo badan.',
    moreStreets: 'Waddooyin kale, riix 6.',
    spellAgain: 'Si aad mar kale u qorto, riix xiddigta.',
    zipOffer: 'Si aad ZIP code-ka u geliso, riix 9.',
    zipKeys: 'Geli shanta lambar ee ZIP code-ka.',
    choose: 'Waa kuwee midkood?',
    'choice-1': 'Haddii ay tahay tan, riix 1.',
    'choice-2': 'Haddii ay tahay tan, riix 2.',
    'choice-3': 'Haddii ay tahay tan, riix 3.',
    'choice-4': 'Haddii ay tahay tan, riix 4.',
    'choice-5': 'Haddii ay tahay tan, riix 5.',
    'choice-6': 'Haddii ay tahay tan, riix 6.',
    'choice-7': 'Haddii ay tahay tan, riix 7.',
    heard: 'Goobta aan fahamnay waa:',
    yesOrNo: 'Haddii ay sax tahay, riix 1. Haddii kale, riix 2.',
    correction:
      'Maxaa khaldan? Si aad cinwaanka u geliso, riix 1. Geeska waddo, riix 2. Dhibaato kale, riix 3.',
    corrected: 'Waan beddelnay. Mahadsanid.',
    filed: 'Mahadsanid. Warbixintaada waa la diiwaangeliyay.',
    personLooks: 'Mahadsanid. Qof 3 1 1 ka tirsan ayaa eegi doona.',
    dropped: 'Waa hagaag. Waxba lama diiwaangelin.',
    number: 'Lambarkaagu waa:',
    again: 'Si aad lambarka mar kale u maqasho, riix xiddigta.',
    textOffer: 'Si aad farriin qoraal ah ugu hesho, riix 1.',
    textSent: 'Farriinta qoraalka waa la diray. Haddii aad sawir haysato, kaga jawaab.',
    textNotSent: 'Waan ka xunnahay, farriin qoraal uma diri karno telefoonkan.',
    wrong: 'Haddii wax khaldan yihiin, riix 2.',
    queueNext: 'Adiga ayaa ku xiga.',
    queueStay: 'Fadlan khadka ku sug.',
    queueLeave: 'Si aad farriin u dhaafto, riix 1.',
    technical: 'Waan ka xunnahay, cilad ayaa naga dhacday.',
  },
  figures: ['eber', 'kow', 'laba', 'saddex', 'afar', 'shan', 'lix', 'toddoba', 'siddeed', 'sagaal'],
}
