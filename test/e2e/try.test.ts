import { it } from 'vitest'
import { callers, playSteps, spokenSeconds } from '../../src/sandbox/twilio-voice/index.ts'
import { testApp } from '../support/app.ts'
import { aRecording, dial, transcriptOf } from '../support/caller.ts'
it('try', async () => {
  const app = await testApp({ environment: process.env.NOAGENT ? {} : { AGENT_PHONE: '+16175550199' } })
  try {
    for (const caller of callers) {
      const call = await dial(app, { ...(caller.from ? { from: caller.from } : {}), answers: () => 'no-answer' })
      await playSteps(call, caller.steps, aRecording())
      const a = call.events.filter((e) => e.did === 'answer')
      console.log(`--- ${caller.title} (${call.state}) ${Math.round(spokenSeconds(call.events))} s, slowest ${Math.round(Math.max(...a.map((e) => e.ms)))} ms ${JSON.stringify(a.flatMap((e) => e.problems))} ${a.map((e) => e.status).join()}\n${transcriptOf(call)}`)
    }
    await app.settled()
    console.log(await app.sql(`SELECT r.reference, r.state, r.service_code, r.language, r.place->>'address' AS place, r.description, r.media_ids, (SELECT string_agg(reason,',') FROM reviews v WHERE v.request_id = r.id) AS reviews FROM service_requests r ORDER BY requested_at`))
    console.log(app.player.messages().map((m) => [m.direction, m.to, m.body]))
    console.log(app.events.filter((e) => e.level === 'error' || e.level === 'warn'))
  } finally {
    await app.close()
  }
}, 60000)
