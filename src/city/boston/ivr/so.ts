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
  },
}
