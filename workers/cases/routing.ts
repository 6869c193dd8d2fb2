import type { CaseSystem } from '../../src/core/ports.ts'
import type { ServiceRequest } from '../../src/core/request.ts'

/** One routing rule, as data: the first that fits decides. Absent: fits all. */
export interface RoutingRule {
  /** Service codes. */
  readonly codes?: ReadonlySet<string>
  readonly neighborhoods?: ReadonlySet<string>
  readonly system: CaseSystem
}

/** Which case system takes a request; `otherwise` where no rule fits. Total: every request has one. */
export function routeBy(
  rules: readonly RoutingRule[],
  otherwise: CaseSystem,
): (request: ServiceRequest) => CaseSystem {
  return (request) => {
    const { service_code: code, place } = request
    const rule = rules.find(
      (r) =>
        (r.codes === undefined || (code !== null && r.codes.has(code))) &&
        (r.neighborhoods === undefined ||
          (place?.neighborhood != null && r.neighborhoods.has(place.neighborhood))),
    )
    return rule?.system ?? otherwise
  }
}
