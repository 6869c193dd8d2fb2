/**
 * Texts to try in the sandbox. Made up; a tap puts one into the message box, nothing is sent by itself.
 * @module
 */

export interface Try {
  /** What it shows, in a word or two. */
  readonly label: string
  readonly text: string
  /** BCP 47, where it is not English. */
  readonly language?: string
}

export const tries: readonly Try[] = [
  { label: 'Pothole', text: 'huge pothole in front of 123 Tremont St' },
  { label: 'Which one?', text: 'they missed my trash again on washington st' },
  { label: 'No address', text: 'the street light is out' },
  {
    label: 'Two problems',
    text: 'graffiti on the wall at 40 Bowdoin St in Dorchester and also rats in the alley at 35 Bowdoin St',
  },
  { label: 'Español', text: 'Hay un bache muy grande frente al 500 de Warren St en Roxbury', language: 'es' },
  {
    label: 'Kreyòl ayisyen',
    text: 'Gen yon gwo twou nan lari a devan 1200 Blue Hill Ave nan Mattapan',
    language: 'ht',
  },
  { label: 'Emergency', text: 'there is a strong smell of gas in my building at 100 Warren St' },
  { label: 'Fix the address', text: "no, it's 132 not 123" },
  { label: 'Status', text: 'status' },
  { label: 'A person, please', text: 'can i talk to a real person' },
  { label: 'Stop', text: 'STOP' },
  { label: 'Start', text: 'START' },
]
