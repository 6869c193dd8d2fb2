import { describe, expect, it } from 'vitest'
import { locationClassifier, placesFinder } from '../../classifiers/location/index.ts'
import { gazetteer } from './location-gazetteer.ts'

const find = placesFinder(gazetteer)
const classify = locationClassifier(gazetteer)
const read = (text: string) => classify(text, {})

describe('a house number', () => {
  it.each([
    // Units, letters, floors.
    ['3rd floor 40 Westville St', '40 Westville St'],
    ['second floor, 40 westville st', '40 Westville St'],
    ['40 Westville St 3rd floor', '40 Westville St'],
    ['apt 3 40 Westville St', '40 Westville St'],
    ['unit 2B, 40 Westville St', '40 Westville St'],
    ['40A Westville St', '40A Westville St'],
    ['40 b westville st', '40B Westville St'],
    ['40-44 Westville St', '40-44 Westville St'],
    // Beside, behind, across.
    ['across from 45 Westville St', '45 Westville St'],
    ['next to 45 westville', '45 Westville St'],
    ['behind 45 westville st', '45 Westville St'],
    ['between 40 and 46 Westville St', '40-46 Westville St'],
    // A word between number and street.
    ['opposite number 45 on westville street', '45 Westville St'],
    ['the hydrant in front of 45 on Westville St', '45 Westville St'],
    ['Westville Street, near number 45', '45 Westville St'],
    ['Westville Street across from 45', '45 Westville St'],
    ['500 block of Tremont', '500 Tremont St'],
    // Spoken.
    ['twelve thirty four dot ave', '1234 Dorchester Ave'],
    ['one oh five mass ave', '105 Massachusetts Ave'],
    ['two twenty one b westville st', '221B Westville St'],
    ['forty five fifty washington street', '4550 Washington St'],
    ['one hundred and five westville street', '105 Westville St'],
    // As it sounds, as it is misspelled.
    ['100 deadly street', '100 Dudley St'],
    ['15 barkley street', '15 Berkeley St'],
    ['30 gloster street', '30 Gloucester St'],
    ['56 Marlboro street', '56 Marlborough St'],
    ['200 Boylstone street', '200 Boylston St'],
    ['12 Landsdowne', '12 Lansdowne St'],
    ['one thousand two hundred blue hill avenue', '1200 Blue Hill Ave'],
    ['1 2 3 tremont street', '123 Tremont St'],
    // St and Saint.
    ['20 st botolph street', '20 Saint Botolph St'],
    ['200 St James Ave', '200 Saint James Ave'],
    // Other languages.
    ['frente a 45 Centre St', '45 Centre St'],
    ['gen yon twou devan 45 Blue Hill Ave', '45 Blue Hill Ave'],
    ['buraku na Dudley St dianti di 45', '45 Dudley St'],
    ['em frente ao 45 Dudley St', '45 Dudley St'],
    ['hố trước nhà số 45 Blue Hill Ave', '45 Blue Hill Ave'],
    ['在 45 Harrison Ave 门口有垃圾', '45 Harrison Ave'],
    ['Harrison Ave 45号门口', '45 Harrison Ave'],
    ['напротив 45 Blue Hill Ave', '45 Blue Hill Ave'],
    ['حفرة أمام 45 Blue Hill Ave', '45 Blue Hill Ave'],
    ['god wayn oo ku yaal 45 Blue Hill Ave hortiisa', '45 Blue Hill Ave'],
    ['en face du 45 Blue Hill Ave', '45 Blue Hill Ave'],
    ['frente al 20 de la calle Maverick', '20 Maverick St'],
    ['devant le 20 rue Hancock', '20 Hancock St'],
    ['số 20 đường Hancock', '20 Hancock St'],
    ['20号Beach街', '20 Beach St'],
    ['возле дома 20 на Beacon Street', '20 Beacon St'],
    ['شارع Beacon رقم 20', '20 Beacon St'],
  ])('%j is %s', (text, address) => {
    expect(read(text).value).toMatchObject({ kind: 'address', address })
  })

  it.each([
    '2 cars on Westville St',
    'I saw 45 on Westville',
    'they left 3 bags on westville street',
    'parked at 10 on Westville St',
  ])('is not read into %j', (text) => {
    expect(read(text).value?.kind).not.toBe('address')
  })

  it.each([
    ['leak at 40 Westville St apt 3, all night', '40 Westville St apt 3'],
    ['no heat: apt 3, 40 Westville St', 'apt 3, 40 Westville St'],
    ['3rd floor 40 Westville St', '3rd floor 40 Westville St'],
    ['40 Westville St #2 has no heat', '40 Westville St #2'],
    ['40 Westville St 2nd floor', '40 Westville St 2nd floor'],
    ['the unit is broken at 40 Westville St', '40 Westville St'],
  ])('keeps the unit of %j', (text, mention) => {
    expect(read(text)).toMatchObject({ mention, value: { address: '40 Westville St' } })
  })

  it('of a range is as wide as the range', () => {
    const one = read('40 Westville St').value?.accuracyM ?? 0
    expect(read('40-140 Westville St').value?.accuracyM).toBeGreaterThan(one + 50)
  })
})

describe('a corner', () => {
  it.each([
    ['corner of Westville and Draper', ['Draper St', 'Westville St']],
    ['Westville & Draper', ['Draper St', 'Westville St']],
    ['Westville @ Draper', ['Draper St', 'Westville St']],
    ['westville x draper', ['Draper St', 'Westville St']],
    ['Westville/Draper', ['Draper St', 'Westville St']],
    ['westville st at draper', ['Draper St', 'Westville St']],
    ['saint botolph and west newton', ['Saint Botolph St', 'W Newton St']],
    ['A St and W Broadway', ['A St', 'W Broadway']],
    ['mass ave and melnea cass', ['Massachusetts Ave', 'Melnea Cass Blvd']],
    ['hole at Boylstun & Dartmoth', ['Boylston St', 'Dartmouth St']],
    ['corner of Claredon and Malborough', ['Clarendon St', 'Marlborough St']],
    ['Ashmont at Dorchester', ['Ashmont St', 'Dorchester Ave']],
    ['K and 4th', ['E Fourth St', 'K St']],
    ['the light at columbia and quincy', ['Columbia Rd', 'Quincy St']],
    ['Columbia Rd where it meets Quincy St', ['Columbia Rd', 'Quincy St']],
    ['la calle Meridian con la calle Saratoga', ['Meridian St', 'Saratoga St']],
    ['na esquina da Bowdoin St com a Hancock St', ['Bowdoin St', 'Hancock St']],
    ['Beach街和Harrison街交界', ['Beach St', 'Harrison Ave']],
    ['basura en la esquina de Dudley y Warren', ['Dudley St', 'Warren St']],
    ['buraco na esquina da Dudley com Warren', ['Dudley St', 'Warren St']],
    ['twou nan kwen Dudley ak Warren', ['Dudley St', 'Warren St']],
    ['nid de poule au coin de Dudley et Warren', ['Dudley St', 'Warren St']],
    ['ổ gà góc đường Dudley và Warren', ['Dudley St', 'Warren St']],
    ['яма, угол Dudley и Warren', ['Dudley St', 'Warren St']],
    ['حفرة عند تقاطع Dudley و Warren', ['Dudley St', 'Warren St']],
    ['Dudley和Warren路口有个坑', ['Dudley St', 'Warren St']],
    ['god ku yaal Dudley iyo Warren', ['Dudley St', 'Warren St']],
  ])('stands in %j', (text, streets) => {
    const { value } = read(text)
    expect(value?.kind).toBe('intersection')
    expect(value?.address.split(' & ').sort()).toEqual(streets)
  })

  it('lies where the house numbers meet, in the neighborhood that was named', () => {
    const said = read('Centre St & South St, Jamaica Plain')
    expect(said.value).toMatchObject({ kind: 'intersection', neighborhood: 'Jamaica Plain' })
    expect(said.value?.accuracyM).toBeGreaterThan(80)
  })

  it('that stands in two neighborhoods is not taken for granted', () => {
    const said = read('Centre and South')
    expect(said.confidence).toBeLessThan(0.8)
    expect(
      [said.value, ...said.alternatives.map(({ value }) => value)].map((one) => one?.neighborhood),
    ).toEqual(expect.arrayContaining(['Roslindale', 'Jamaica Plain']))
  })
})

describe('a block', () => {
  it.each([
    ['Westville St between Draper and Bowdoin', 'Westville St between Draper St and Bowdoin St'],
    ['between Clarendon and Dartmouth on Newbury', 'Newbury St between Clarendon St and Dartmouth St'],
    ['newbury from clarendon to dartmouth', 'Newbury St between Clarendon St and Dartmouth St'],
  ])('stands in %j', (text, address) => {
    const { value, needs } = read(text)
    expect(value).toMatchObject({ kind: 'street', address })
    expect(needs).toBeNull()
  })

  it('has its point in its middle and a radius of its length', () => {
    const { value } = read('Newbury St between Clarendon and Dartmouth')
    const [from, to] = ['Newbury & Clarendon', 'Newbury & Dartmouth'].map((text) => read(text).value)
    const middle = ((from?.lon ?? 0) + (to?.lon ?? 0)) / 2
    expect(value?.lon).toBeCloseTo(middle, 3)
    expect(value?.accuracyM).toBeGreaterThan(60)
    expect(value?.accuracyM).toBeLessThan(200)
  })
})

describe('a street by itself', () => {
  it.each([
    ['park drive', 'Park Dr'],
    ['A st', 'A St'],
    ['Main street', 'Main St'],
    ['1st Ave', 'First Ave'],
    ['e 3rd st', 'E Third St'],
    ['public alley 441', 'Public Alley No 441'],
    ['trash in alley 441', 'Public Alley No 441'],
  ])('%j is %s', (text, address) => {
    expect(read(text).value).toMatchObject({ kind: 'street', address })
  })

  it('that is nearly written right counts where we asked for it', () => {
    expect(classify('Aplleton', { expecting: 'location' }).value?.address).toBe('Appleton St')
    expect(read('Aplleton').value).toBeNull()
    expect(classify('friday', {}).value).toBeNull()
  })

  it('has a radius that reaches its namesakes', () => {
    const said = read('Washington St')
    expect(said.needs).toBe('neighborhood')
    expect(said.value?.accuracyM).toBeGreaterThan(3000)
    expect(read('Westville St').value?.accuracyM).toBeLessThan(1000)
  })

  it.each(['trash on 2nd floor', 'SOP at Dot Court'])('is not read into %j', (text) => {
    expect(read(text).value?.kind).not.toBe('street')
  })
})

describe('places', () => {
  it.each([
    ['Savin Hill T stop', 'Savin Hill'],
    ['trash at Ringer Park', 'Ringer Playground'],
    ['M Street park', 'Christopher Lee Playground'],
    ['Logan airport', 'Logan Airport'],
    ['needles at mass and cass', 'Mass And Cass'],
    ['trash in rozzie square', 'Adams Park'],
    ['across from city hall', 'City Hall Plaza'],
    ['South Bay Mall', 'South Bay Mall'],
    ['trash all over Fields Corner', 'Fields Corner'],
    ['rats in codman sq', 'Codman Sq'],
    ['JP library', 'Jamaica Plain Branch, Boston Public Library'],
    ['Mildred Ave community center', 'Mildred Avenue'],
    ['JFK station', 'JFK/UMass'],
  ])('%j is %s', (text, address) => {
    expect(read(text).value).toMatchObject({ kind: 'place', address })
  })

  it.each(['I called city hall and nobody answered', 'Dear City Hall, please fix the lights'])(
    'are not the addressee of %j',
    (text) => {
      expect(read(text).value).toBeNull()
    },
  )
})

describe('a street told as near', () => {
  it('tells which of its namesakes the other is, and is no place of its own', () => {
    const alone = read('450 Washington St')
    expect(alone.needs).toBe('neighborhood')
    for (const [text, neighborhood] of [
      ['450 Washington St near Melville Ave', 'Dorchester'],
      ['450 Washington St, close to Melville', 'Dorchester'],
      ['450 Washington St by Winter St', 'Downtown'],
    ] as const) {
      const told = find(text, {})
      expect(told).toHaveLength(1)
      expect(told[0]).toMatchObject({ value: { address: '450 Washington St', neighborhood }, needs: null })
      expect(told[0]?.confidence).toBeGreaterThan(alone.confidence)
    }
  })
})

describe('coordinates', () => {
  it.each(['42.30040, -71.07060', 'see https://maps.google.com/?q=42.30040,-71.07060 please'])(
    'in %j are the place',
    (text) => {
      expect(read(text)).toMatchObject({
        value: { neighborhood: 'Dorchester', lat: 42.3004, lon: -71.0706 },
      })
    },
  )

  it.each(['1.250, 3.750', '48.85341, 2.34880', 'version 42.3004'])('are not read into %j', (text) => {
    expect(read(text).value).toBeNull()
  })
})

describe('the place of the problem', () => {
  it.each([
    ['I live at 5 Elm but the hole is at Elm and Main', 'Elm St & Main St'],
    ['my house is 12 Westville St, the pothole is in front of 40', '40 Westville St'],
    ['I live at 12 Westville St, the trash is across from number 40', '40 Westville St'],
    ['I live at 12 Westville St, the trash is at 100 Dudley St', '100 Dudley St'],
    ["calling from 12 Glenway St, there's a couch at 100 Dudley St", '100 Dudley St'],
    ['her address is 40 Westville St; the pothole is at Dudley and Warren', 'Dudley St & Warren St'],
    ['vivo en 12 Westville St, el hueco está en la esquina de Dudley y Warren', 'Dudley St & Warren St'],
    ['mwen rete nan 12 Westville St, twou a nan kwen Dudley ak Warren', 'Dudley St & Warren St'],
    ['tôi sống ở 12 Westville St, ổ gà ở góc Dudley và Warren', 'Dudley St & Warren St'],
    ['Я живу на 12 Westville St, яма на углу Dudley и Warren', 'Dudley St & Warren St'],
    ['我住在12 Westville St，Dudley和Warren路口有坑', 'Dudley St & Warren St'],
    ['J’habite 12 Westville St, le trou est au coin de Dudley et Warren', 'Dudley St & Warren St'],
  ])('comes first in %j', (text, address) => {
    expect(find(text, {})[0]?.value?.address).toBe(address)
  })
})
