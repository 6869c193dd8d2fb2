import { deskSurfaceContract } from '../contract/desk-surface.contract.ts'
import { fakeDesk } from '../support/fake-desk.ts'
import { harness } from './slack.harness.ts'

deskSurfaceContract(harness, async () => fakeDesk())
