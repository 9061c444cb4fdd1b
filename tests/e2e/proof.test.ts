import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { createAccount } from '#server/rooms/accounts/index.ts'
import { axe, canBrowse, open, openSite, type Site } from './site.ts'
import { idOf } from './town.ts'

const password = 'plum blossom soup'

describe.skipIf(!canBrowse)('showing that it is oneself', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite((ctx) => createAccount(ctx, { handle: 'tess', password, skipRules: true, demo: true }))
  })
  /** As five minutes do. */
  const forgetProof = () => site.ctx.db.run(sql`update session set proven_at = null`)
  const dialog = (page: Page) => page.locator('dialog[open]').last()
  const proof = (page: Page) => dialog(page).locator('[name=proof]')

  test('asks once in a dialog, keeps what was wanted, and goes on with it by itself', async () => {
    const { page, browsing } = await site.newPage({ as: await idOf(site.ctx, 'tess') })
    const cdp = await browsing.newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await open(page, '/settings/security')
    const turnOn = page.getByRole('button', { name: 'Turn on' })
    await turnOn.click()
    await proof(page).waitFor()
    await expect.poll(() => proof(page).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count(), 'turning away is no trouble').toBe(0)

    await turnOn.click()
    await proof(page).fill('not that one')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('The password is not right').first().waitFor()
    await proof(page).fill(password)
    await page.keyboard.press('Enter')
    await page.locator('img[src^="data:image/svg"]').waitFor()
    expect(await page.locator('dialog[open]').count()).toBe(0)

    await page.getByRole('button', { name: 'Add a passkey' }).click()
    const key = page.getByRole('button', { name: /^Remove the passkey/ })
    await key.waitFor()
    await page.getByText(/The passkey “.*” was added/).waitFor()
    await forgetProof()
    await key.click()
    await dialog(page).getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText(/The passkey “.*” was removed/).waitFor()
    await page.close()
  })

  test('loses nothing that was typed, in Chinese on a phone', async () => {
    await site.ctx.db.run(sql`update account set locale = 'zh-Hans'`)
    await site.ctx.db.run(sql`update account_secret set email = 'old@example.org'`)
    const { page } = await site.newPage({ as: await idOf(site.ctx, 'tess'), phone: true, locale: 'zh-Hans' })
    await open(page, '/settings/account')
    await page.locator('[name=email]').fill('new@example.org')
    await page.getByRole('button', { name: '保存' }).click()
    await dialog(page).getByRole('heading', { name: '确认是你本人' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
    expect(await page.locator('[name=email]').inputValue()).toBe('new@example.org')
    await page.getByRole('button', { name: '保存' }).click()
    await proof(page).fill(password)
    await dialog(page).getByRole('button', { name: '确认' }).click()
    await page.getByText('还未验证').waitFor()
    await page.close()
  })
})
