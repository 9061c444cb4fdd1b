import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import { openSession } from '#server/rooms/accounts/index.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { findChromium, launchChromium } from '#tests/setup/chromium.ts'
import { type TestDatabase, testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { atEnd } from '#tests/setup/endings.ts'
import { freePort } from '#tests/setup/start-server.ts'
import { watchPage, watchServer } from '#tests/setup/waiting.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How long a page may keep one waiting, in ms: within the test's own bound, so that what was waited for is said. */
const PATIENCE = 120_000

/** Whether there are pages and a browser to look at them: these tests are left out where one is missing. */
export const canBrowse = existsSync(new URL('../../dist/client/.vite/manifest.json', import.meta.url)) && findChromium() !== null

export interface Visit {
  locale?: 'en' | 'zh-Hans'
  /** 390×844 with touch; otherwise a desk, 1440×900. */
  phone?: boolean
  dark?: boolean
  /** Account id to be signed in as. */
  as?: string
  /** Whether scripts run. */
  scripts?: boolean
  /**
   * Whether the service worker is let in: only where it is what is tested. A page asked for while a worker was put in place waited for ever, in about
   * one of forty visits under remote control; whether a browser that nobody steers does so too is not known.
   */
  worker?: boolean
}

export interface Site {
  url: string
  ctx: Context
  browser: Browser
  /** A page of a fresh visitor; `errors` collects what the console and the page complain about. */
  newPage(visit?: Visit): Promise<{ page: Page; browsing: BrowserContext; errors: string[] }>
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
}

export interface Grounds {
  database: TestDatabase
  dataDir: string
}

/** What a site stands on that nobody used yet. */
export const newGrounds = async (): Promise<Grounds> => ({ database: await testDatabase(), dataDir: testFolder() })

/** A whole site with its pages, events and jobs on grounds of its own, and a browser. Needs a build. Ends with the test file. */
export async function openSite(before?: (ctx: Context) => Promise<unknown>, grounds?: Grounds): Promise<Site> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { database, dataDir } = grounds ?? (await newGrounds())
  let running = await serve(database, dataDir, url, port, before)
  const browser = await launchChromium()
  atEnd(async () => {
    await browser.close()
    await running.stop()
  })
  return {
    url,
    browser,
    get ctx() {
      return running.ctx
    },
    async restart() {
      await running.stop()
      running = await serve(database, dataDir, url, port)
    },
    async newPage(visit = {}) {
      const browsing = await browser.newContext({
        baseURL: url,
        locale: visit.locale === 'zh-Hans' ? 'zh-CN' : 'en-US',
        colorScheme: visit.dark ? 'dark' : 'light',
        javaScriptEnabled: visit.scripts ?? true,
        serviceWorkers: visit.worker ? 'allow' : 'block',
        ...(visit.phone
          ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
          : { viewport: { width: 1440, height: 900 } }),
      })
      // Playwright's half minute is less than a busy machine may need; what is waited for ends the wait.
      browsing.setDefaultTimeout(PATIENCE)
      if (visit.as) {
        const token = await openSession(running.ctx, visit.as)
        await browsing.addCookies([{ name: 'vermilion', value: token, url, httpOnly: true, sameSite: 'Lax' }])
      }
      const page = await browsing.newPage()
      watchPage(page)
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(String(error)))
      return { page, browsing, errors }
    },
  }
}

async function serve(database: TestDatabase, dataDir: string, url: string, port: number, before?: (ctx: Context) => Promise<unknown>) {
  const ctx = await testContext({ database, config: { dataDir, origin: url, port, demo: true } })
  await before?.(ctx)
  ctx.events.start(wiring)
  await ctx.jobs.start(jobs)
  const app = await buildApp(ctx, { pages: true, strict: true })
  watchServer(app)
  await app.listen({ port, host: 'localhost' })
  return {
    ctx,
    async stop() {
      await app.close()
      await ctx.stop()
    },
  }
}

/** Waits until the page answers taps. */
export const alive = (page: Page) => page.waitForSelector('html[data-ready]')

/** Waits until what moves has come to rest: colours on their way are nobody's colours. What moves for ever is let be. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(moving.map((one) => one.finished))
  })

/** What axe finds against WCAG 2.2 AA, as readable lines; none is right. */
export async function axe(page: Page): Promise<string[]> {
  await atRest(page)
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    interface Found {
      id: string
      nodes: { html: string; failureSummary?: string }[]
    }
    const { axe } = window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Found[] }> } }
    const { violations } = await axe.run(document, {
      // What is right needs no report.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} | ${n.failureSummary?.split('\n').at(1)?.trim() ?? ''}`),
    )
  })
}

/** Opens an address and waits until it is alive. */
export async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBeLessThan(400)
  await alive(page)
}
