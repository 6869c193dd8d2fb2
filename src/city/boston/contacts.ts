/** Numbers a resident of Boston may be sent to. Display text, as people dial it. */
export const contacts = {
  /** Inside the city, day and night (cityofboston.gov/news/Default.aspx?id=20283). */
  hotline: '311',
  /** The same hotline from anywhere (same source). */
  hotlineFromAnywhere: '617-635-4500',
  emergency: '911',
  /** Suicide & Crisis Lifeline, calls and texts (988lifeline.org). */
  crisis: '988',
  /** Massachusetts Behavioral Health Help Line, calls and texts, day and night (mass211.org, mamh.org). */
  behavioralHealth: '833-773-2445',
} as const
