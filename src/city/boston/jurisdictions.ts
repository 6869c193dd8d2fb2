/** How Open311 clients name the City: its entry in the registry of servers (github.com/open311/open311.github.io, data/servers.yml). */
export const jurisdictions = ['cityofboston.gov'] as const
