/**
 * GeoReport's errors: 404 for what is unknown, 400 for everything else a client got wrong.
 * https://wiki.open311.org/GeoReport_v2/#errors
 * @module
 */
import { asAppError, errorTable } from '../../core/errors.ts'
import type { Answer } from './xml.ts'

/** A client's mistake. `message` is shown to it. */
export class GeoReportError extends Error {
  readonly status: 400 | 404 | 405

  constructor(status: 400 | 404 | 405, message: string) {
    super(message)
    this.name = 'GeoReportError'
    this.status = status
  }
}

/** The HTTP status and the list of errors for anything thrown. Our own failures say no more than their kind. */
export function problem(thrown: unknown): { readonly status: number; readonly errors: Answer } {
  const { status, description } = said(thrown)
  return { status, errors: [{ code: status, description }] }
}

function said(thrown: unknown): { readonly status: number; readonly description: string } {
  if (thrown instanceof GeoReportError) return { status: thrown.status, description: thrown.message }
  const { http, means } = errorTable[asAppError(thrown).code]
  return { status: http, description: `${means}.`.replace(/^./, (first) => first.toUpperCase()) }
}
