import { describe, expect, it } from 'vitest'
import { placesFinder } from '../../classifiers/location/index.ts'
import { gazetteer } from './location-gazetteer.ts'

const find = placesFinder(gazetteer)

describe('where a text says it is', () => {
  it('believes "in" a town next door, whatever is named after it', () => {
    const [first] = find('pothole in cambridge on mass ave near harvard sq', {})
    expect(first).toMatchObject({ value: null, outside: { name: 'Cambridge' } })
  })

  it('tells where the writer works from where the problem is', () => {
    const [first] = find('I work in Cambridge but the pothole is at 123 Tremont St', {})
    expect(first?.value?.address).toBe('123 Tremont St')
  })

  it('stays in the city where the text says so', () => {
    const [first] = find('came from a job in quincy, pothole in boston at 40 westville st', {})
    expect(first?.value?.address).toBe('40 Westville St')
  })

  it('knows Quincy Market for what it is', () => {
    expect(find('trash all over quincy market', {})[0]?.outside).toBeNull()
  })

  it('takes a house number for the answer to which part of a street', () => {
    const [asked] = find('car on a hydrant on commonwealth ave', {})
    const candidates = [asked?.value ?? [], ...(asked?.alternatives.map((one) => one.value) ?? [])].flat()
    const hints = {
      expecting: 'neighborhood' as const,
      candidates,
      ...(candidates[0] ? { place: candidates[0] } : {}),
    }
    expect(find('near 1200', hints)[0]?.value).toMatchObject({
      address: '1200 Commonwealth Ave',
      neighborhood: 'Allston',
    })
  })
})
