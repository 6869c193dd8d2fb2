import { afterAll, beforeAll } from 'vitest'
import { deskSurfaceContract } from '../contract/desk-surface.contract.ts'
import type { RealStage } from '../support/real-stage.ts'
import { realStage } from '../support/real-stage.ts'
import { harness as api } from './api.harness.ts'
import { harness as console } from './console.harness.ts'
import { harness as slack } from './slack.harness.ts'

let stage: RealStage
beforeAll(async () => {
  stage = await realStage()
})
afterAll(() => stage.close())

// The fake desk is worth what the real one says of it: every surface on both.
for (const harness of [console, api, slack])
  deskSurfaceContract(harness, async () => ({ ...stage, close: () => stage.clear() }))
