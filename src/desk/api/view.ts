/**
 * Reviews as JSON. Names are those of GeoReport where it has one; dates are ISO 8601 in UTC.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { HistoryLine, ReviewFile, ReviewRow, ThreadLine } from '../../core/ports.ts'
import { masked } from '../../core/privacy.ts'
import { handed } from '../files.ts'
import { suggestionsOf } from './summary.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

/** `mediaUrl`: what the addresses of photos start with. */
export function reviewJson(
  review: ReviewRow,
  services: ReadonlyMap<string, Service>,
  mediaUrl: string,
): Readonly<Record<string, unknown>> {
  const {
    id,
    reason,
    pinned,
    openedAt,
    version,
    claim,
    askedAt,
    closed,
    request,
    resident,
    contact,
    photoIds,
    recordingIds,
    caseRef,
  } = review
  return {
    id,
    reference: request.reference,
    request_id: request.id,
    reason,
    pinned,
    opened_at: iso(openedAt),
    version,
    /** What `seen` of a decision wants. */
    updated_at: iso(Date.parse(request.updated_datetime)),
    asked_at: askedAt === null ? null : iso(askedAt),
    claim: claim === null ? null : { agent: claim.agent, until: iso(claim.until) },
    closed: closed === null ? null : { at: iso(closed.at), outcome: closed.outcome, by: closed.by },
    state: request.state,
    channel: request.channel,
    language: request.language,
    safety: request.safety,
    description: request.description,
    service_code: request.service_code,
    service_name: services.get(request.service_code ?? '')?.name ?? null,
    suggestions: suggestionsOf(review, services).map(({ code, name, confidence }) => ({
      service_code: code,
      name,
      confidence,
    })),
    place: request.place,
    place_suggestions: (request.location?.alternatives ?? []).map(({ value, confidence }) => ({
      text: value,
      confidence,
    })),
    place_confidence: request.location?.confidence ?? null,
    attributes: request.attributes,
    status_notes: request.status_notes,
    resident: masked(resident),
    /** Whether news reaches whoever left a contact in a form: `unasked`, `asked` or `proven`. */
    contact: contact === null ? null : { owner: contact.owner, asked_on: contact.askedOn },
    photos: photoIds.map((photo) => `${mediaUrl}/${photo}.jpg?review=${id}`),
    recordings: recordingIds.map(
      (recording) => `${mediaUrl.replace(/\/media$/, '/recordings')}/${recording}?review=${id}`,
    ),
    case: caseRef,
  }
}

export const threadJson = (thread: readonly ThreadLine[]) =>
  thread.map(({ at, who, text, messageId }) => ({ at: iso(at), who, text, message_id: messageId }))

export const historyJson = (history: readonly HistoryLine[]) =>
  history.map(({ at, actor, what, detail }) => ({ at: iso(at), actor, what, detail }))

/** All that came with the messages. `url` null: it is not handed out, and `problem` says why. */
export const filesJson = (files: readonly ReviewFile[], { id: review }: ReviewRow, root: string) =>
  files.map((file) => {
    const { id, role, state, kind, type, bytes, borrowed } = file
    const how = handed(file)
    return {
      ...{ id, role, state, kind, type, bytes, borrowed },
      url: how.ok ? `${root}/${id}?review=${review}` : null,
      problem: how.ok ? null : how.why,
    }
  })
