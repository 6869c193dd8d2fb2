import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smsChannel } from '../../channels/sms/index.ts'
import { readConfig } from '../../src/app/config.ts'
import { keysIn } from '../../src/app/sandbox.ts'
import { Recording, signerOf } from '../../src/app/signers.ts'
import { account, ours, root } from './sms.harness.ts'

let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'intake311-signers-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Signs as `npm run replay` does, and lets the channel judge. */
async function verified(recording: Recording, set: Record<string, string>, authTokens: readonly string[]) {
  const url = `${root}${recording.path}`
  const signed = await signerOf(recording.path)?.(
    readConfig({ DATA_DIR: dataDir, ...set }, 'all'),
    recording,
    url,
  )
  if (signed == null) throw new Error('nothing signs it')
  const channel = smsChannel({
    accountSid: account.accountSid,
    authTokens,
    from: null,
    messagingServiceSid: null,
    apiUrl: 'http://127.0.0.1:9',
    publicUrl: root,
    statusCallback: false,
  })
  return channel.verify({ method: 'POST', url, ...signed })
}

describe('a recorded delivery', () => {
  const folder = join(import.meta.dirname, '../../fixtures/sms')
  const twilio = {
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: `${account.authToken}, an-older-token`,
    TWILIO_SMS_FROM: ours,
  }
  const read = async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
    return Promise.all(
      files.map(async (file) => Recording.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
    )
  }

  it('of Twilio is signed so that the channel takes it, with the account or the sandbox', async () => {
    const { authToken } = await keysIn(dataDir)
    for (const recording of await read()) {
      expect((await verified(recording, twilio, [account.authToken])).body).toContain(account.accountSid)
      expect((await verified(recording, {}, [authToken])).body).toContain('MessageSid')
      await expect(verified(recording, {}, [account.authToken])).rejects.toMatchObject({
        code: 'bad-signature',
      })
    }
  })
  it('of Twilio without a form says so', async () => {
    await expect(verified({ path: '/webhooks/twilio/sms', text: 'x' }, {}, [])).rejects.toMatchObject({
      code: 'malformed',
    })
  })
  it('of nobody we know has no signer', () => {
    expect(signerOf('/webhooks/nobody/sms')).toBeNull()
  })
  it.each([
    [{ path: '/webhooks/a', form: { a: '1' } }, true],
    [{ path: '/webhooks/a', json: { a: [1, null] } }, true],
    [{ path: '/webhooks/a', json: null }, true],
    [{ path: '/webhooks/a', text: '' }, true],
    [{ path: '/webhooks/a' }, false],
    [{ path: '/webhooks/a', form: {}, json: {} }, false],
    [{ path: '/open311/v2', form: {} }, false],
  ])('%j is one: %s', (content, is) => {
    expect(Recording.safeParse(content).success).toBe(is)
  })
})
