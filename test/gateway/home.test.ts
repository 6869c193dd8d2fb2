import { describe, expect, it } from 'vitest'
import { homeRoutes } from '../../src/gateway/home.ts'

describe('the first page', () => {
  it('leads to the sandbox only where there is one', async () => {
    const withIt = await (await homeRoutes(true).request('/')).text()
    const without = await (await homeRoutes(false).request('/')).text()
    expect(withIt).toContain('href="/sandbox"')
    expect(without).not.toContain('/sandbox')
    expect(without).toContain('call 911')
  })
})
