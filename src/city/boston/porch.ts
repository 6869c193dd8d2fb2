/**
 * What a caller hears while the gateway is away. Fixed words: nothing is looked up and nothing is promised.
 * Danger first; then what is so; then a person, or a recording that is announced as one (Massachusetts asks
 * everybody's consent: M.G.L. c. 272, s. 99).
 * @module
 */

export interface PorchWords {
  /** BCP 47, and a voice of Twilio's that speaks it. */
  readonly language: string
  readonly voice: string
  readonly danger: string
  readonly away: string
  readonly transfer: string
  /** Nobody answered the transfer. */
  readonly nobody: string
  readonly record: string
  readonly thanks: string
  /** The recording was silent. */
  readonly nothingHeard: string
}

/** In the order in which they are said. */
export const porchWords: readonly PorchWords[] = [
  {
    language: 'en-US',
    voice: 'Polly.Joanna-Neural',
    danger: "If anyone is in danger, hang up and call 9 1 1 now. 3 1 1 can't send emergency help.",
    away: "This is Boston 3 1 1. Our automated system can't take your call right now.",
    transfer: 'Please hold while we try to reach a person for you.',
    nobody: 'Sorry, nobody could take your call.',
    record:
      'You can leave a message. It will be recorded. After the tone, tell us what the problem is and where, and how to reach you. Then hang up.',
    thanks: 'Thank you. Your message is saved and will be passed on. Goodbye.',
    nothingHeard: 'We heard no message. Please call again later. Goodbye.',
  },
  {
    language: 'es-US',
    voice: 'Polly.Lupe-Neural',
    danger:
      'Si alguien corre peligro, cuelgue y llame al 9 1 1 ahora. El 3 1 1 no puede enviar ayuda de emergencia.',
    away: 'Este es el 3 1 1 de Boston. Nuestro sistema automático no puede atender su llamada en este momento.',
    transfer: 'Espere, por favor, mientras tratamos de comunicarle con una persona.',
    nobody: 'Lo sentimos, nadie pudo atender su llamada.',
    record:
      'Puede dejar un mensaje. El mensaje se grabará. Después del tono, díganos cuál es el problema y dónde está, y cómo podemos comunicarnos con usted. Luego cuelgue.',
    thanks: 'Gracias. Su mensaje quedó guardado y será transmitido. Adiós.',
    nothingHeard: 'No escuchamos ningún mensaje. Por favor, llame más tarde. Adiós.',
  },
]
