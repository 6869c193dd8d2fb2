import type { RecordedWords } from './words.ts'

/** Haitian Creole: scripts for the person who records them. */
export const ht: RecordedWords = {
  reviewedBy: 'none',
  voice: null,
  names: ['kreyòl', 'kreyol', 'haitian creole', 'haitian', 'creole', 'kreyòl ayisyen'],
  scripts: {
    hello: 'Ou rele Boston 3 1 1. Si gen ijans, fèmen telefòn nan epi rele 9 1 1.',
    notice: 'Peze yon touch pou di ki pwoblèm ou genyen. Peze 0 nenpòt lè pou pale ak yon moun.',
    'menu-1':
      'Pou machin ki mal estasyone, peze 1. Pou fatra oswa lari sal, peze 2. Pou fatra ki mal mete deyò, peze 3. Pou zegwi, peze 4. Pou twou nan lari, peze 5. Pou plis chwa, peze 6.',
    'menu-2':
      'Pou fatra yo pa ranmase, peze 1. Pou kay an move eta, peze 2. Pou pyebwa, peze 3. Pou bèt mouri, peze 4. Pou limyè lari ki etenn, peze 5. Pou yon lòt bagay, peze 6.',
    silence: 'Nou pa tande anyen.',
    connecting: 'Tanpri tann pandan n ap konekte w ak yon moun.',
    nobody: 'Eskize nou, pèsonn pa t kapab pran apèl ou a.',
    record:
      'Ou ka kite yon mesaj. N ap anrejistre l. Apre siyal la, di ki kote pwoblèm nan ye, ki pwoblèm li ye, ak kijan pou nou jwenn ou. Apre sa, fèmen telefòn nan oswa peze touch dyèz la.',
    recorded: 'Mèsi. Mesaj ou a anrejistre, yon moun ap koute l. Orevwa.',
    nothingHeard: 'Nou pa tande okenn mesaj. Ou ka rele ankò nenpòt lè. Orevwa.',
    goodbye: 'Mèsi paske w rele. Orevwa.',
  },
}
