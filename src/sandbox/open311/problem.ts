import type { Dialect } from './types.ts'
import { contentTypes, type Format, write } from './write.ts'

/** An error of the specification: 404 unknown service or request, 403 key, 400 everything else. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 405 | 406 | 429 | 500 | 502 | 503 | 504
  readonly description: string
}
export interface Written {
  readonly status: number
  readonly type: string
  readonly body: string
}

const page = ({ status, description }: Problem): string =>
  `<!DOCTYPE html>\n<html><head><title>${status} ${description}</title></head><body><h1>${description}</h1></body></html>`

/** The same error in the way a server of this dialect says it. */
export function say(problem: Problem, format: Format, dialect: Dialect): Written {
  const { status, description } = problem
  const error = { code: status, description }
  const other: Format = format === 'json' ? 'xml' : 'json'
  const json = (value: unknown, at: number = status) => ({
    status: at,
    type: contentTypes.json,
    body: JSON.stringify(value),
  })
  switch (dialect) {
    case 'spec':
      return { status, type: contentTypes[format], body: write(format, 'errors', [error]) }
    case 'other-format':
      return { status, type: contentTypes[format], body: write(other, 'errors', [error]) }
    case 'ok-200':
      return { status: 200, type: contentTypes[format], body: write(format, 'errors', [error]) }
    case 'errors':
      return json({ errors: [error] })
    case 'error':
      return json({ error: description })
    case 'message':
      return json({ message: description })
    case 'html':
      return { status, type: 'text/html', body: page(problem) }
    case 'text':
      return { status, type: 'text/plain', body: description }
  }
}
