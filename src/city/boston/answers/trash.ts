import type { ApprovedAnswer } from '../../../core/answers.ts'

/** Trash and recycling. */
export const trash: readonly ApprovedAnswer[] = [
  {
    id: 'trash-day',
    questions: {
      en: [
        'when is my trash day',
        'what day is trash pickup',
        'what day do they pick up garbage on my street',
        'when do they collect the trash and recycling',
        'trash schedule for my address',
        'which day does recycling go out',
      ],
      es: ['qué día recogen la basura', 'cuándo pasa la basura por mi calle'],
    },
    says: {
      en: 'Trash and recycling days depend on your address. Look yours up on the City’s trash day page.',
      es: 'El día de la basura depende de su dirección. Búsquelo en la página de la Ciudad.',
    },
    page: 'https://www.boston.gov/trash-day-schedule',
    checkedOn: '2026-11-20',
  },
]
