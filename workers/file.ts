import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { CaseRef, CaseSystem, ClaimedEffect, EffectOutcome, Filing } from '../src/core/ports.ts'
import type { Contact, ServiceRequest } from '../src/core/request.ts'
import { isUncertain } from './retry.ts'

export interface Filings {
  /** Which case system takes a request. */
  readonly route: (request: ServiceRequest) => CaseSystem
  readonly systems: ReadonlyMap<string, CaseSystem>
  /** Public URLs of the request's photos without metadata. */
  readonly photosOf: (request: ServiceRequest) => Promise<readonly string[]>
  /** Whether somebody calls the resident back for this service. */
  readonly wantsContact: (code: string | null) => boolean
  readonly log: Log
}

/** Files a request, or tells its case of a change. After an unknown outcome it looks before it files again. */
export async function fileRequest(deps: Filings, claimed: ClaimedEffect): Promise<EffectOutcome> {
  const { effect, request } = claimed
  if (request === null) throw new AppError('bug', `effect ${effect.id} has no request`)
  const filing: Filing = {
    request,
    mediaUrls: await deps.photosOf(request),
    contact: deps.wantsContact(request.service_code) ? contactOf(claimed) : null,
  }
  if (effect.kind === 'file') {
    // Filed by another effect meanwhile: what this one was to file is a change of it now.
    if (claimed.caseRef !== null) return amend(deps, claimed.caseRef, filing, 'corrected')
    const system = deps.route(request)
    const withdrawn = request.state === 'cancelled' || request.state === 'refused'
    // Withdrawn while nobody knew whether it was filed: if it was, the case has to be withdrawn as well.
    const ref = withdrawn
      ? claimed.uncertain
        ? await system.find(request)
        : null
      : await fileOnce(system, filing, claimed.uncertain)
    if (ref === null) return { kind: 'suppressed', why: 'superseded' }
    deps.log('info', 'case.filed', { requestId: request.id, system: ref.system })
    return { kind: 'filed', ref }
  }
  if (effect.kind !== 'amend') throw new AppError('bug', `a ${effect.kind} in the file queue`)
  if (claimed.caseRef === null) return { kind: 'suppressed', why: 'superseded' }
  return amend(deps, claimed.caseRef, filing, effect.change)
}

async function amend(
  deps: Filings,
  ref: CaseRef,
  filing: Filing,
  change: 'corrected' | 'withdrawn' | 'added',
): Promise<EffectOutcome> {
  const system = deps.systems.get(ref.system)
  if (system === undefined) throw new AppError('misconfigured', `the case system ${ref.system} is off`)
  if ((await system.amend(ref, filing, change)) === 'not-offered') return { kind: 'by-hand' }
  deps.log('info', 'case.amended', { requestId: filing.request.id, system: system.name, change })
  return { kind: 'amended' }
}

async function fileOnce(system: CaseSystem, filing: Filing, mayExist: boolean): Promise<CaseRef> {
  if (mayExist) {
    const found = await system.find(filing.request)
    if (found !== null) return found
    // Without a look-up a second try could be a second case: an agent has to look.
    if (!system.can.find)
      throw new AppError('provider-refused', `${system.name} can't be asked whether it has the request`)
  }
  try {
    return await system.file(filing)
  } catch (thrown) {
    const error = asAppError(thrown)
    if (!isUncertain(error)) throw error
    // Sooner, a look-up proves nothing.
    const afterMs = Math.max(error.afterMs ?? 0, system.settlesWithinMs)
    throw new AppError(error.code, error.message, { cause: error, afterMs, ...providerCodeOf(error) })
  }
}

const providerCodeOf = ({ providerCode }: AppError) => (providerCode === null ? {} : { providerCode })

/** What the City can call or write to; an account id is neither. */
function contactOf({ contact, conversation: { resident } }: ClaimedEffect): Contact | null {
  if (contact !== null) return contact
  if (/^\+[1-9]\d{6,14}$/.test(resident)) return { name: null, phone: resident, email: null }
  // A SIP address looks like one of e-mail.
  return /^(?!sips?:)[^@\s]+@[^@\s]+$/.test(resident) ? { name: null, phone: null, email: resident } : null
}
