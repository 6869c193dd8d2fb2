import { describe, expect, it } from 'vitest'
import { locationClassifier, placesFinder } from '../../classifiers/location/index.ts'
import { gazetteer } from './location-gazetteer.ts'

const classify = locationClassifier(gazetteer)
const read = (text: string) => classify(text, {})
const address = (text: string) => read(text).value?.address

describe('house numbers', () => {
  it.each([
    ['huge pothole in front of 100 Dudley St', '100 Dudley St'],
    ['HUGE POTHOLE 100 DUDLEY STREET!!', '100 Dudley St'],
    ['across from 29 goodrich rd there is a mattress', '29 Goodrich Rd'],
    ['the light next to 12A Acorn street flickers', '12A Acorn St'],
    ['snow behind 40-46 Elm St, Charlestown', '40-46 Elm St'],
    ['between 40 and 46 elm street in charlestown', '40-46 Elm St'],
    ['200 saint botolph street', '200 Saint Botolph St'],
    ['200 st botolph st', '200 Saint Botolph St'],
    ['350 w 4th st southie', '350 W Fourth St'],
    ['45 centre, jp', '45 Centre St'],
    ['rats at 1200 blue hill ave', '1200 Blue Hill Ave'],
    ['500 morrissey blvd', '500 William T Morrissey Blvd'],
  ])('reads %j as %s', (text, expected) => {
    expect(address(text)).toBe(expected)
    expect(read(text).value?.kind).toBe('address')
  })

  it('says which words name the place', () => {
    const text = 'please fix the hole at 100 Dudley St today'
    const said = read(text)
    expect(said.mention).toBe('100 Dudley St')
    expect(said.evidence.map(([start, end]) => text.slice(start, end))).toEqual(['Dudley St'])
  })

  it('sets an unseen number between its neighbors', () => {
    const street = gazetteer.streets.all.find(({ name }) => name === 'Adams St')
    expect(street).toBeDefined()
    const said = read('300 Adams St, Dorchester')
    expect(said.value?.neighborhood).toBe('Dorchester')
    expect(said.confidence).toBeGreaterThan(0.8)
    expect(said.value?.accuracyM).toBeLessThan(150)
  })

  it('trusts a number that the street does not have less', () => {
    const outside = read('2999 Acorn St')
    expect(outside.confidence).toBeLessThan(0.3)
  })
})

describe('nicknames and spelling', () => {
  it.each([
    ['couch at 900 dot ave', 'Dorchester Ave'],
    ['900 mass ave', 'Massachusetts Ave'],
    ['900 comm ave', 'Commonwealth Ave'],
    ['900 dorchestor ave', 'Dorchester Ave'],
    ['300 colmbus ave', 'Columbus Ave'],
    ['215 forrest hills street', 'Forest Hills St'],
    ['twelve thirty four dot ave', '1234 Dorchester Ave'],
    ['one oh five mass ave', '105 Massachusetts Ave'],
    ['one hundred dudley street', '100 Dudley St'],
  ])('reads %j as %s', (text, expected) => {
    expect(address(text)).toContain(expected)
  })

  it.each([
    ['bache en la calle Dudley 100', '100 Dudley St'],
    ['gwo twou nan 100 ri Dudley', 'Dudley St'],
    ['buraco na rua Dudley 100', '100 Dudley St'],
    ['ổ gà ở đường Dudley 100', '100 Dudley St'],
    ['100 Dudley街有個大洞', '100 Dudley St'],
  ])('reads the street in %j', (text, expected) => {
    expect(address(text)).toContain(expected)
  })
})

describe('corners and blocks', () => {
  it.each([
    'corner of Boylston and Tremont',
    'light out at Boylston St & Tremont St',
    'boylston @ tremont',
    'Boylston x Tremont',
    'Boylston/Tremont signal is stuck',
    'intersection of bolyston and tremont',
  ])('finds the corner in %j', (text) => {
    const said = read(text)
    expect(said.value?.kind).toBe('intersection')
    expect(said.value?.address.split(' & ').sort()).toEqual(['Boylston St', 'Tremont St'])
  })

  it('finds the block between two streets', () => {
    const said = read('trash all along Newbury St between Clarendon and Dartmouth')
    expect(said.value?.address).toBe('Newbury St between Clarendon St and Dartmouth St')
    expect(said.value?.neighborhood).toBe('Back Bay')
    expect(said.needs).toBeNull()
  })
})

describe('where the problem is', () => {
  it('prefers the corner to the home of the writer', () => {
    expect(address('I live at 25 Elm St in Charlestown but the hole is at Boylston and Tremont')).toContain(
      'Boylston',
    )
  })

  it('gives the home of the writer only where nothing else is named', () => {
    const find = placesFinder(gazetteer)
    expect(find('I live at 100 Dudley St. The hole is at 300 Adams St, Dorchester', {})).toHaveLength(1)
    expect(find('I live at 100 Dudley St and my trash was missed', {})[0]?.value?.address).toBe(
      '100 Dudley St',
    )
  })

  it('gives every place of a text, the telling one first', () => {
    const places = placesFinder(gazetteer)(
      'pothole at 100 Dudley St and a dead light at 300 Adams St Dorchester',
      {},
    )
    expect(places.map(({ value }) => value?.address)).toEqual(['100 Dudley St', '300 Adams St'])
    expect(places.every(({ span: [start, end] }) => end > start)).toBe(true)
  })
})

describe('ambiguity', () => {
  it('asks for the neighborhood where the number stands on several streets of the name', () => {
    const said = read('pothole at 450 Washington St')
    expect(said.needs).toBe('neighborhood')
    expect(said.confidence).toBeLessThan(0.65)
    const all = [said.value, ...said.alternatives.map(({ value }) => value)]
    const neighborhoods = all.map((place) => place?.neighborhood)
    expect(new Set(neighborhoods).size).toBe(neighborhoods.length)
    expect(neighborhoods).toEqual(expect.arrayContaining(['Brighton', 'Dorchester', 'Downtown']))
  })

  it.each([
    ['450 Washington St in Brighton', 'Brighton'],
    ['450 Washington st 02135', 'Brighton'],
    ['450 washington st dorchester', 'Dorchester'],
    ['4000 washington st', 'Roslindale'],
    ['3500 Washington St', 'Jamaica Plain'],
  ])('knows where %j is', (text, neighborhood) => {
    const said = read(text)
    expect(said.value?.neighborhood).toBe(neighborhood)
    expect(said.needs).toBeNull()
    expect(said.confidence).toBeGreaterThan(0.8)
  })

  it('asks for the number on a long street', () => {
    const said = read('the trees on Blue Hill Ave need water')
    expect(said.value?.kind).toBe('street')
    expect(said.needs).toBe('number')
    expect(said.confidence).toBeLessThan(0.3)
  })

  it.each([
    ['Washington St, Dorchester', 'Washington St', 'Dorchester'],
    ['streetlight out on Adams St, Dorchester', 'Adams St', 'Dorchester'],
    ['Warren St, Roxbury', 'Warren St', 'Roxbury'],
  ])(
    'takes the neighborhood behind a comma in %j for what it is, not for a street of its name',
    (text, address, neighborhood) => {
      const said = read(text)
      expect(said.value).toMatchObject({ kind: 'street', address, neighborhood })
      expect(said.needs).toBe('number')
    },
  )

  it('knows a corner with a street that is called like a neighborhood', () => {
    expect(read('corner of Adams St and Dorchester Ave').value?.kind).toBe('intersection')
    expect(read('Washington St & Dorchester').value?.kind).toBe('intersection')
  })

  it('lets the photo break the tie', () => {
    const brighton = read('450 Washington St in Brighton').value
    const point = { lat: brighton?.lat ?? 0, lon: brighton?.lon ?? 0, accuracyM: 20, from: 'photo' } as const
    const said = classify('450 Washington St', { point })
    expect(said.value?.neighborhood).toBe('Brighton')
    expect(said.confidence).toBeGreaterThan(0.8)
    expect(said.needs).toBeNull()
  })
})

describe('places and neighborhoods', () => {
  it.each([
    ['graffiti in Franklin Park', 'Franklin Park'],
    ['the escalator at Forest Hills station', 'Forest Hills'],
    ['dog off leash on the Common', 'Boston Common'],
    ['South Station', 'South Station'],
  ])('finds the place in %j', (text, expected) => {
    expect(read(text).value).toMatchObject({ kind: 'place', address: expected })
  })

  it.each([
    ['trash all over JP', 'Jamaica Plain'],
    ['rats everywhere in southie', 'South Boston'],
    ['eastie', 'East Boston'],
  ])('knows the neighborhood in %j but is not sure of the spot', (text, neighborhood) => {
    const said = read(text)
    expect(said.value).toMatchObject({ kind: 'neighborhood', neighborhood })
    expect(said.confidence).toBeLessThan(0.1)
  })
})

describe('other towns', () => {
  it('is the middle of the town, not a place of ours that is called like it', () => {
    expect(read('its in quincy center')).toMatchObject({ value: null, outside: { name: 'Quincy' } })
    expect(read('at the quincy community center').value?.kind).toBe('place')
  })

  it.each([
    ['pothole in Quincy', 'Quincy'],
    ['5 Elm St, Somerville', 'Somerville'],
    ['street light out at 12 Harvard St in Cambridge MA', 'Cambridge'],
  ])('names the town of %j and no place', (text, town) => {
    const said = read(text)
    expect(said.value).toBeNull()
    expect(said.outside?.name).toBe(town)
  })

  it.each([
    'Brookline Ave is flooded',
    'Quincy St',
    'hole on Cambridge St in Allston',
    'milton ave',
    '100 Chelsea St',
  ])('reads %j as a street of the city', (text) => {
    expect(read(text).outside).toBeNull()
    expect(read(text).value).not.toBeNull()
  })
})

describe('false friends', () => {
  it.each([
    '',
    '   ',
    'there are 2 cars on the sidewalk',
    '311 never answers',
    '15 bags of trash since 10 am',
    'the street light is out',
    'he hit the street sign',
    'there is water in the street',
    'they park in front of my house every night',
    'no parking sign is bent',
    'the green line is late',
    'the school bus blocks main street',
    'thank you so much',
    'a 4 way stop',
    'a 2 way street',
    'no way',
    'hilly road',
    'dot com',
    'the high street lights flicker',
    'there are 12 oak trees down',
    'sincerely, Harrison Ford',
    'Best, Elizabeth Warren',
    'next to 7 eleven',
    'I have 4 green bins',
    'street cleaning is 1st and 3rd tuesdays',
    '7 eleven never shovels',
    'missed trash for the 3rd week, second time I write',
  ])('claims no place in %j', (text) => {
    expect(read(text).value).toBeNull()
  })

  it('does not fall back to City Hall', () => {
    for (const text of ['99 Nowhere Blvd', 'corner of Foo and Bar', 'xyzzy street'])
      expect(read(text).value).toBeNull()
  })
})
