import type { RecordedWords } from './words.ts'

/** Cabo Verdean Creole: scripts for the person who records them. */
export const kea: RecordedWords = {
  reviewedBy: 'none',
  voice: null,
  names: ['kriolu', 'cape verdean', 'cabo verdean', 'kabuverdianu', 'crioulo'],
  scripts: {
    hello: 'Li é Boston 3 1 1. Si é un imerjénsia, disliga y txoma 9 1 1.',
    notice: 'Karga na un tekla pa fla kal ki é prublema. Karga na 0 na kualker ora pa papia ku un algen.',
    'menu-1':
      'Pa karu mal stasionadu, karga na 1. Pa lixu o rua suju, karga na 2. Pa lixu mal postu, karga na 3. Pa agudja, karga na 4. Pa buraku na rua, karga na 5. Pa más, karga na 6.',
    'menu-2':
      'Pa lixu ki es ka rekodje, karga na 1. Pa kaza na mau stadu, karga na 2. Pa arvi, karga na 3. Pa limária mortu, karga na 4. Pa lus di rua pagadu, karga na 5. Pa otu kuza, karga na 6.',
    silence: 'Nu ka obi nada.',
    connecting: 'Spera un bokadu, nu sta ta liga-u ku un algen.',
    nobody: 'Diskulpa, ningen ka pode atende bu txomada.',
    record:
      'Bu pode dexa un mensajen. El ta ser gravadu. Dipos di sinal, fla undi ki é prublema, kuzé ki é, y modi ki nu pode txoma-u. Dipos disliga o karga na tekla kardinal.',
    recorded: 'Obrigadu. Bu mensajen sta guardadu, un algen ta obi-l. Txau.',
    nothingHeard: 'Nu ka obi ninhun mensajen. Bu pode txoma otu bes kualker ora. Txau.',
    goodbye: 'Obrigadu pa bu txomada. Txau.',
  },
}
