import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { SiteClock } from '../site/clock';
import { createDemoSite } from '../site/demo/createDemoSite';
import { type DemoPerson, demoPeople } from '../site/demo/people';
import { freePort, serveSite } from '../site/server/siteServer';
import { type Site, createSite } from '../site/site';
import { migrated } from '../site/platform/sql/migrated';
import { chromiumArgs, chromiumPath } from './chromium';

/** Noon of a Monday. */
const NOW = Date.UTC(2026, 4, 18, 12);
/** As late as Jira's events may be. */
export const EVENT_DELAY_MS = 180_000;

const TEST_MS = 60_000;
/** Long for a page to answer in, short to wait for a test that fails. */
const PATIENCE_MS = 20_000;

/** Forge's frames are of another origin than Jira. Those of the local site are not, of which Chrome warns. */
const SAME_ORIGIN_SANDBOX = /both allow-scripts and allow-same-origin/;

/** `data`: what is in the site before `load` adds to it */
type Options = { now?: number; data?: 'demo' | 'none'; load?: (site: Site) => Promise<void> };
type Theme = 'light' | 'dark';
export type Look = { as?: DemoPerson; theme?: Theme };

export type World = {
  readonly site: Site;
  /** Opens an address of the site in a browser of its own, by default as the site's first person and in light. */
  open(path: string, look?: Look): Promise<Page>;
  /** What a browser is expected to complain of in this test: requests that Jira refuses, say. */
  expectComplaint(complaint: RegExp): void;
};

/**
 * For the test file that calls it: a site with the app in it, its first sync done, its time standing still and its events
 * three minutes late. Fails every test in which a browser complained (errors, policies) or a function of the app failed.
 */
export function aWorld({ now = NOW, data = 'demo', load }: Options = {}): World {
  jest.setTimeout(TEST_MS);
  let site: Site;
  let browser: Browser;
  let stop: () => Promise<void>;
  const contexts = new Map<string, Promise<BrowserContext>>();
  let pages: Page[] = [];
  let complaints: string[] = [];
  let expected: RegExp[] = [];

  beforeAll(async () => {
    const baseUrl = `http://localhost:${await freePort()}`;
    const options = { baseUrl, openapi: false } as const;
    site =
      data === 'demo'
        ? await createDemoSite(now, options)
        : await createSite({ ...options, engine: await migrated(), clock: new SiteClock(now) });
    await load?.(site);
    site.install();
    await site.settle();
    site.eventDelayMs = EVENT_DELAY_MS;
    const server = await serveSite(site);
    stop = () => server.close();
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: await chromiumArgs() });
  });

  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    const unexpected = complaints.filter(
      (complaint) => ![SAME_ORIGIN_SANDBOX, ...expected].some((pattern) => pattern.test(complaint)),
    );
    [pages, complaints, expected] = [[], [], []];
    site.failures.raise();
    expect(unexpected).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await stop();
    await site.close();
  });

  // Who looks, and in which theme, is in a browser's cookies: each pair has its own.
  const contextOf = (look: string): Promise<BrowserContext> => {
    const context = contexts.get(look) ?? newContext();
    contexts.set(look, context);
    return context;
  };
  const newContext = async (): Promise<BrowserContext> => {
    const viewport = { width: 1400, height: 900 };
    const context = await browser.newContext({ baseURL: site.jira.baseUrl, viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };

  return {
    get site() {
      return site;
    },
    expectComplaint: (complaint) => expected.push(complaint),
    open: async (path, { as, theme = 'light' } = {}) => {
      const context = await contextOf(`${as} ${theme}`);
      const page = await context.newPage();
      pages.push(page);
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      const address = new URL(path, site.jira.baseUrl);
      address.searchParams.set('theme', theme);
      if (as !== undefined) address.searchParams.set('user', demoPeople[as].accountId);
      await page.goto(address.href);
      return page;
    },
  };
}
