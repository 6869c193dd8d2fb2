/**
 * Who hears a reply `e` of the conversation `c`: its resident, or the same one in another conversation. For
 * `LATERAL (…) h`.
 */
export const hearerSql = `
  SELECT coalesce(e.payload #>> '{elsewhere,channel}', c.channel) AS channel,
    coalesce(e.payload #>> '{elsewhere,resident}', c.resident) AS resident,
    coalesce(e.payload #>> '{elsewhere,ours}', c.ours) AS ours`
