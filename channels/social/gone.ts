/**
 * Which posts are no longer there for us: deleted, or their author locked them away.
 * https://docs.x.com/x-api/posts/lookup/introduction
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { XApi } from './api.ts'
import type { Spend } from './spend.ts'

const Lookup = z.looseObject({
  data: z.array(z.looseObject({ id: z.string() })).default([]),
  errors: z
    .array(z.looseObject({ type: z.string().default(''), resource_id: z.string().optional() }))
    .default([]),
})
const gone = /\/(?:resource-not-found|not-authorized-for-resource)$/

/** Null: there is no money for it today. What X says nothing of is there. */
export const goneFrom =
  (api: XApi, spend: Spend) =>
  async (ids: readonly string[]): Promise<ReadonlySet<string> | null> => {
    const most = ids.length * spend.prices.post
    const paid = await spend.reserve(most, 'read')
    if (paid === null) return null
    let used = most
    try {
      const { body } = await api.read('tweets', { ids: ids.join(',') })
      const found = Lookup.safeParse(body)
      if (!found.success) throw new AppError('provider-away', 'X answered with another shape')
      const { data, errors } = found.data
      used = data.length * spend.prices.post
      return new Set(
        errors.flatMap(({ type, resource_id: id }) => (gone.test(type) && id !== undefined ? [id] : [])),
      )
    } finally {
      await paid.settle(used)
    }
  }
