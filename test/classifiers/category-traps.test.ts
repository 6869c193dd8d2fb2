/**
 * Where the City's own sorting goes wrong: things that sound alike and go to different hands.
 */
import { describe, expect, test } from 'vitest'
import { categoryClassifier, loadCategoryModel } from '../../classifiers/category/index.ts'

const classify = categoryClassifier(loadCategoryModel())
const named = (text: string): string | null => classify(text, { language: 'en' }).value

const traps: readonly (readonly [string, readonly (readonly [text: string, service: string])[]])[] = [
  [
    'litter is not a litter basket',
    [
      ['paper cups and wrappers blowing all over the sidewalk', 'litter'],
      ['the city trash barrel at the bus stop is overflowing', 'litter-basket-full'],
      ['the lid of the public trash can was torn off, it needs a new one', 'litter-basket-broken'],
    ],
  ],
  [
    'one light is not five',
    [
      ['the street light in front of number 12 has been out for a week', 'street-light-out'],
      ['all the street lights on our road are out, at least eight of them', 'street-lights-out-many'],
      ['a truck hit the lamp post and it is leaning over', 'street-light-damaged'],
    ],
  ],
  [
    'graffiti is graffiti, whoever owns the wall',
    [
      ['graffiti on the side of my house', 'graffiti'],
      ['someone tagged the library wall with spray paint', 'graffiti'],
      ['the electrical box is covered in graffiti', 'graffiti'],
    ],
  ],
  [
    'a mattress has no type of its own',
    [
      ['how do I get my old mattress picked up', 'bulk-item'],
      ['a van drove up at night and dumped mattresses and tires in the alley', 'illegal-dumping'],
    ],
  ],
  [
    'human waste, needles and encampments are not "other"',
    [
      ['somebody defecated in our doorway', 'human-waste'],
      ['there are syringes on the ground by the swings', 'needle'],
      ['tents and people sleeping under the bridge', 'encampment'],
    ],
  ],
  [
    'missed is not early',
    [
      ['the truck went by and did not take our recycling', 'missed-pickup'],
      ['neighbors put their garbage bags out three days before trash day', 'trash-storage'],
    ],
  ],
  [
    'a cone that saves a space',
    [
      ['someone put a cone in the parking spot to save it after the storm', 'space-saver'],
      ['a trash barrel is holding a parking space on the street', 'space-saver'],
    ],
  ],
  [
    'another owner',
    [
      ['pothole on the on-ramp to i-93', 'external-massdot'],
      ['benches along the charles river esplanade path are broken, state park', 'external-dcr'],
      ['the escalator at the orange line station does not work', 'external-mbta'],
      ['the blue mailbox on the corner was knocked over', 'external-usps'],
      ['a cable is hanging low from the utility pole over the sidewalk', 'wires-down'],
    ],
  ],
]

describe.each(traps)('%s', (_, cases) => {
  test.each(cases)('%j is %s', (text, service) => {
    expect(named(text)).toBe(service)
  })
})
