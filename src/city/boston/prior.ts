/**
 * How much more likely a service is among all requests than among the texts that were filed as "Other", from
 * which the category model learned its odds. Those texts hold almost none of the services that had a button of
 * their own on the web form of 2018 (pothole, street light, sign, signal, sidewalk: none among 10,208; needles
 * 24, dead animals 38), while each of the City's ten most frequent types of 2024 had more than 5,015 of about
 * 282,000 requests (1.8 %; rodents, with 5,015, are not among the ten). Five is below what that gives for any.
 */
export const prior: ReadonlyMap<string, number> = new Map(
  [
    'pothole',
    'street-light-out',
    'sign-repair',
    'traffic-signal',
    'sidewalk-repair',
    'needle',
    'dead-animal',
  ].map((code) => [code, 5]),
)
