import { test } from 'vitest'
import { testApp } from '../support/app.ts'
import { resident } from '../support/resident.ts'
import { photo, brokenPhoto, otherFiles } from '../support/photos.ts'

test('try', async () => {
  const t0 = Date.now()
  const app = await testApp()
  console.log('up', Date.now() - t0)
  const scripts: (string | [string, ...{type:string,bytes:Uint8Array}[]])[][] = [
    [['huge pothole in front of 746 Centre St, Jamaica Plain', {type:'image/jpeg', bytes: await photo({position:{lat:42.3119,lon:-71.1142}})}], 'thanks!'],
    [['', {type:'image/jpeg', bytes: await photo()}], 'there is a huge pothole', '45 Elm St Jamaica Plain', 'status'],
    ['pothole at 45 Elm St Jamaica Plain. also the street light is out at 100 Centre St Jamaica Plain'],
    ['pothole on Washington St at 100', 'Dorchester'],
    ['pothole at 100 washington st', 'roxbury'],
    ['pothole at 45 Elm St Jamaica Plain', "no, it's 54 not 45", 'status', 'cancel', 'status'],
    ['pothole at 45 Elm St Jamaica Plain', 'agent', 'graffiti on the wall at 40 Westville St dorchester'],
    ['pothole at 45 Elm St Jamaica Plain', 'please stop texting me', 'pothole at 12 Elm St Jamaica Plain', 'start'],
    ['STOP','START','HELP','help me please what can you do'],
    ['the stop sign is missing at the corner of Centre St and South St in Jamaica Plain'],
    ['I smell gas really strong in the hallway at 12 Peverell St', 'pothole at 45 Elm St Jamaica Plain'],
    ['Hay un bache enorme en la calle frente a 45 Elm St, Jamaica Plain', 'gracias'],
    ['Gen yon gwo twou nan lari a devan 45 Elm St Jamaica Plain', 'wi'],
    [['pothole at 45 Elm St Jamaica Plain', {type:'image/jpeg', bytes: await brokenPhoto()}]],
    [['pothole at 45 Elm St Jamaica Plain', {type:'video/mp4', bytes: otherFiles.mp4()}, {type:'text/vcard', bytes: otherFiles.vcard()}]],
    [['pothole at 45 Elm St Jamaica Plain', {type:'image/heic', bytes: otherFiles.heic()}]],
    ['pothole at 100 Massachusetts Ave in Cambridge', 'ok'],
    ['status', 'status BOS-0000-0000', 'cancel', 'hello', 'xyzzy'],
    ['I want to kill myself'],
    ['rats in the alley', 'behind 76 Warren St Roxbury'],
  ]
  for (const script of scripts) {
    const r = resident(app)
    for (const line of script) {
      const [text, ...files] = typeof line === 'string' ? [line] : line
      const t = Date.now()
      console.log('> ', text, files.map(f => f.type))
      const replies = await r.say(text, ...files).catch((e) => [String(e)])
      for (const x of replies) console.log('     < ', x)
      console.log('       ', Date.now()-t, 'ms')
    }
    console.log('---')
  }
  console.log(await app.requests())
  await app.close()
}, 200_000)
