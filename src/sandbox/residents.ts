/**
 * Six residents for the demo: what each texts, one message after the other. Words are our own; streets are real.
 * @module
 */

/** One resident. A step with `photo` sends the drawn sample of that name with it. */
export interface ScriptedResident {
  readonly title: string
  /** From the range that is never given to anyone. */
  readonly phone: string
  readonly steps: readonly {
    readonly text: string
    readonly photo?: 'pothole' | 'streetlight' | 'graffiti'
  }[]
}

export const residents: readonly ScriptedResident[] = [
  {
    title: 'A photo of a pothole, with the address',
    phone: '+16175550111',
    steps: [
      { text: 'huge pothole in front of 746 centre st jp, almost lost a wheel', photo: 'pothole' },
      { text: 'thank you!' },
    ],
  },
  {
    title: 'Photo first, words later, address last',
    phone: '+16175550112',
    steps: [
      { text: '', photo: 'graffiti' },
      { text: 'someone tagged the whole wall of our building' },
      { text: '40 Westville St dorchester' },
    ],
  },
  {
    title: 'A street that stands in several neighborhoods, and a correction',
    phone: '+16175550113',
    steps: [
      { text: 'street light is out at 100 washington st' },
      { text: 'dorchester' },
      { text: "no, it's 110 not 100" },
      { text: 'status' },
    ],
  },
  {
    title: 'Two problems in one text, in a hurry',
    phone: '+16175550114',
    steps: [
      { text: 'rats in the alley by 76 Warren St Roxbury. also a dead raccoon in the road at 15 Mora St' },
    ],
  },
  {
    title: 'In Haitian Creole',
    phone: '+16175550115',
    steps: [{ text: 'Gen yon gwo twou nan lari a devan 1100 Blue Hill Ave' }, { text: 'mèsi' }],
  },
  {
    title: 'An emergency, and someone who has had enough',
    phone: '+16175550116',
    steps: [
      { text: 'I smell gas really strong in the hallway at 12 Peverell St' },
      { text: 'please stop texting me' },
    ],
  },
]
