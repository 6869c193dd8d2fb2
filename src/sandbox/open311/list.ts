import type { PlayedRequest, PlayerOptions } from './types.ts'

const mostOfTheSpecification = 1_000

/** The filters and pages of `GET requests`, newest first. Ids override all other filters. */
export function listed(
  all: readonly PlayedRequest[],
  query: (name: string) => string | null,
  options: PlayerOptions,
): readonly PlayedRequest[] {
  const ids = split(query('service_request_id'))
  if (ids !== null) {
    const wanted = options.idLists === 'first' ? ids.slice(0, 1) : ids
    return all.filter((request) => wanted.includes(request.id))
  }
  const codes = split(query('service_code'))
  const statuses = split(query('status'))
  const from = Date.parse(query('start_date') ?? '')
  const to = Date.parse(query('end_date') ?? '')
  const found = all.filter(
    (request) =>
      (codes === null || codes.includes(request.serviceCode)) &&
      (statuses === null || statuses.includes(request.status)) &&
      !(request.at < from) &&
      !(request.at > to),
  )
  return page(found.toReversed(), query, options)
}

function page(
  found: readonly PlayedRequest[],
  query: (name: string) => string | null,
  { pages = 'from-1', atMost = pages === 'none' ? mostOfTheSpecification : 100 }: PlayerOptions,
): readonly PlayedRequest[] {
  if (pages === 'none') return found.slice(0, atMost)
  const size = Math.min(atMost, Number(query('page_size') ?? query('per_page')) || atMost)
  const first = pages === 'from-0' ? 0 : 1
  const index = Math.max(0, Number(query('page') ?? first) - first)
  return found.slice(index * size, (index + 1) * size)
}

const split = (text: string | null): readonly string[] | null => (text ? text.split(',') : null)
