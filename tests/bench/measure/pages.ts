import { Random } from '../../site/demo/random';
import type { Issue } from '../../site/jira/jiraSite';
import type { Asked } from '../meter';
import { READER } from '../site/buildSite';
import { rowsRead } from './database';
import { call, onPortfolio, type World } from './world';

const WARM_UPS = 10;

/** What a page costs. Means, but for the percentiles and the most. */
export type PageCost = {
  p50: number;
  p95: number;
  /** the most SQL statements of a view */
  statements: number;
  /** the most Jira calls of a view */
  calls: number;
  /** rows that the database read; `null` where it does not tell */
  rowsRead: number | null;
  rows: number;
  sqlBytes: number;
  /** bytes that reach the page */
  pageBytes: number;
  /** the slowest statement of any view */
  slowest: Asked['slowest'];
};

export const PAGES = ['panel', 'projectPage', 'portfolio'] as const;
export type Page = (typeof PAGES)[number];
type View = (world: World, random: Random, issues: readonly Issue[]) => Promise<unknown>;

const measure = 'items';
const window = 90;
const filter = {};

/** Everything that a page asks for its first view, in the order in which it asks. */
const views: Record<Page, View> = {
  panel: (world, random, issues) => {
    const { id, key, project } = anyOf(issues, random);
    const extension = { issue: { id, key }, project: { id: project.id, key: project.key } };
    const viewer = { accountId: READER, moduleKey: 'alignment-panel', extension };
    return call(world, viewer, 'issueAlignment', { measure });
  },
  // The project of an issue, not any project: where people work is where they look.
  projectPage: async (world, random, issues) => {
    const { id, key } = anyOf(issues, random).project;
    const viewer = { accountId: READER, moduleKey: 'project-alignment', extension: { project: { id, key } } };
    const first = await Promise.all([
      call(world, viewer, 'projectAlignment', { window, measure, filter }),
      call(world, viewer, 'projectFilters', {}),
    ]);
    return [...first, await call(world, viewer, 'unlinkedWork', { window, filter, part: 'all', cursor: null })];
  },
  portfolio: (world) => call(world, onPortfolio(READER), 'portfolio', { window, measure }),
};

const anyOf = (issues: readonly Issue[], random: Random): Issue => {
  const found = issues[random.between(0, issues.length - 1)];
  if (!found) throw new Error('The site has no issue that the reader may see.');
  return found;
};

/** Looks at each page so many times, each time at another issue or project, after some times that do not count. */
export async function measurePages(world: World, rounds: number): Promise<Record<Page, PageCost>> {
  const { jira } = world.site;
  const reader = { kind: 'user', accountId: READER } as const;
  const issues = [...jira.issues.all()].filter((issue) => jira.access.maySee(reader, issue));
  return {
    panel: await measurePage(world, 'panel', issues, rounds),
    projectPage: await measurePage(world, 'projectPage', issues, rounds),
    portfolio: await measurePage(world, 'portfolio', issues, rounds),
  };
}

async function measurePage(world: World, page: Page, issues: readonly Issue[], rounds: number): Promise<PageCost> {
  const random = new Random(3);
  const view = () => views[page](world, random, issues);
  for (let round = 0; round < WARM_UPS; round += 1) await view();
  const before = await rowsRead(world.engine);
  const asked: Asked[] = [];
  let pageBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const seen = await world.meter.during(view);
    asked.push(seen.asked);
    pageBytes += Buffer.byteLength(JSON.stringify(seen.result));
  }
  const after = await rowsRead(world.engine);
  const mean = (of: (one: Asked) => number) => asked.reduce((sum, one) => sum + of(one), 0) / rounds;
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    statements: Math.max(...asked.map(({ statements }) => statements)),
    calls: Math.max(...asked.map(({ calls }) => calls)),
    rowsRead: before === null || after === null ? null : (after - before) / rounds,
    rows: mean(({ rows }) => rows),
    sqlBytes: mean(({ sqlBytes }) => sqlBytes),
    pageBytes: pageBytes / rounds,
    slowest: asked.map(({ slowest }) => slowest).reduce((worst, one) => (one.ms > worst.ms ? one : worst)),
  };
}

/** The smallest of some ascending values that at least this share of them does not exceed. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
