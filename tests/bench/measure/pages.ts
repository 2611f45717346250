import { Random } from '../../site/demo/random';
import type { Issue } from '../../site/jira/jiraSite';
import type { Asked } from '../meter';
import { ADMIN, READER } from '../site/buildSite';
import { DAY_MS } from '../site/projectStream';
import { forgetSpending, rowsRead } from './database';
import { call, onPortfolio, type World } from './world';

const WARM_UPS = 10;

/** The cost of a page: means, except the percentiles and maxima. */
type PageCost = {
  p50: number;
  p95: number;
  /** ms in which at least one statement was under way */
  sqlMs: number;
  /**
   * the most SQL statements of a view, after the viewer's permissions are known; asking for those, every five minutes,
   * takes one more
   */
  statements: number;
  /** the most Jira calls of a view */
  calls: number;
  /** the most rate points of a view after the viewer's permissions are known, and of a viewer's first view */
  points: number;
  firstPoints: number;
  /** rows that the database read; `null`: it does not tell */
  rowsRead: number | null;
  rows: number;
  sqlBytes: number;
  /** bytes that reach the page */
  pageBytes: number;
  /** the slowest statement of any view */
  slowest: Asked['slowest'];
};

/** The pages as they first show. */
export const PAGES = ['panel', 'projectPage', 'portfolio'] as const;
/** The pages, and the list of unlinked work, which the project page requests when its tab is opened. */
export const LOOKS = [...PAGES, 'unlinkedWork'] as const;
export type Page = (typeof LOOKS)[number];
/**
 * What pages ask for when somebody goes on: where the effort goes (which adds up parts of the work, of which there may
 * be more on a larger site), where to start, a page of what is undecided, what suggestions are made from, the review,
 * and a day of the past.
 */
const FURTHER = [
  'functionMatrix',
  'triage',
  'undecidedInProject',
  'undecidedInPortfolio',
  'pastLinks',
  'review',
  'pastPortfolio',
] as const;
const VIEWS = [...LOOKS, ...FURTHER] as const;
type Viewed = (typeof VIEWS)[number];
/** Further calls are absent from results that are older than their measuring. */
export type PageCosts = Record<Page, PageCost> & Partial<Record<(typeof FURTHER)[number], PageCost>>;
type View = (world: World, random: Random, issues: readonly Issue[]) => Promise<unknown>;

const measure = 'items';
const window = 90;
const filter = {};
const part = 'all';
const cursor = null;
/** A day of which the app holds a record. */
const DAYS_AGO = 30;

// The project of a random issue, not a random project: people look where they work.
const onProject = (issues: readonly Issue[], random: Random) => {
  const { id, key } = anyOf(issues, random).project;
  return { accountId: READER, moduleKey: 'project-alignment', extension: { project: { id, key } } };
};

/** The calls of each page's first view. */
const views: Record<Viewed, View> = {
  panel: (world, random, issues) => {
    const { id, key, project } = anyOf(issues, random);
    const extension = { issue: { id, key }, project: { id: project.id, key: project.key } };
    const viewer = { accountId: READER, moduleKey: 'alignment-panel', extension };
    return call(world, viewer, 'issueAlignment', { measure });
  },
  projectPage: (world, random, issues) =>
    call(world, onProject(issues, random), 'projectAlignment', { window, measure, filter }),
  unlinkedWork: (world, random, issues) =>
    call(world, onProject(issues, random), 'unlinkedWork', { window, filter, part, cursor }),
  triage: (world, random, issues) => call(world, onProject(issues, random), 'triage', { window, measure, part }),
  undecidedInProject: (world, random, issues) =>
    call(world, onProject(issues, random), 'undecidedInProject', { window, measure, part, filter, cursor }),
  undecidedInPortfolio: (world) =>
    call(world, onPortfolio(READER), 'undecidedInPortfolio', { window, measure, part, cursor }),
  pastLinks: (world, random, issues) => call(world, onProject(issues, random), 'pastLinksInProject', {}),
  portfolio: (world) => call(world, onPortfolio(READER), 'portfolio', { window, measure }),
  functionMatrix: (world) => call(world, onPortfolio(READER), 'functionMatrix', { window, measure, by: 'component' }),
  review: (world) => call(world, onPortfolio(READER), 'review', { window, measure, since: null }),
  // As who sees all totals: over part of the projects a day is counted again, and refused on a site of more than 150,000 issues.
  pastPortfolio: (world) => {
    const day = Math.floor(world.site.clock.now() / DAY_MS) - DAYS_AGO;
    return call(world, onPortfolio(ADMIN), 'pastPortfolio', { window, measure, day });
  },
};

const anyOf = (issues: readonly Issue[], random: Random): Issue => {
  const found = issues[random.between(0, issues.length - 1)];
  if (!found) throw new Error('The site has no issue that the reader may see.');
  return found;
};

/**
 * Views each page of each site `rounds` times, each time on another issue or project, after some views that do not
 * count. The sites take turns. Answers in the order of the sites.
 */
export async function measurePages(worlds: readonly World[], rounds: number): Promise<PageCosts[]> {
  const lookers = worlds.map((world) => new Looker(world));
  const costs = new Map<Viewed, PageCost[]>();
  for (const page of VIEWS) costs.set(page, await measurePage(page, lookers, rounds));
  const costOf = (page: Viewed, index: number): PageCost => {
    const found = costs.get(page)?.[index];
    if (!found) throw new Error(`Nobody looked at the ${page}.`);
    return found;
  };
  return worlds.map((_, index) => ({
    panel: costOf('panel', index),
    projectPage: costOf('projectPage', index),
    portfolio: costOf('portfolio', index),
    unlinkedWork: costOf('unlinkedWork', index),
    ...Object.fromEntries(FURTHER.map((page) => [page, costOf(page, index)])),
  }));
}

async function measurePage(page: Viewed, lookers: readonly Looker[], rounds: number): Promise<PageCost[]> {
  for (let round = 0; round < WARM_UPS; round += 1) for (const looker of lookers) await looker.look(page);
  for (const looker of lookers) await looker.begin();
  for (let round = 0; round < rounds; round += 1) for (const looker of lookers) await looker.look(page);
  const costs: PageCost[] = [];
  for (const looker of lookers) costs.push(await looker.cost(page));
  return costs;
}

/** A viewer of a site's pages, with their costs. */
class Looker {
  private readonly random = new Random(3);
  private readonly issues: readonly Issue[];
  private seen: { asked: Asked; pageBytes: number }[] = [];
  private readBefore: number | null = null;
  /** points of the first view of each page, before anything is known of the viewer */
  private readonly firstPoints = new Map<Viewed, number>();

  constructor(private readonly world: World) {
    const { jira } = world.site;
    const reader = { kind: 'user', accountId: READER } as const;
    this.issues = [...jira.issues.all()].filter((issue) => jira.access.maySee(reader, issue));
  }

  async begin(): Promise<void> {
    this.seen = [];
    this.readBefore = await rowsRead(this.world.engine);
  }

  async look(page: Viewed): Promise<void> {
    const isFirst = !this.firstPoints.has(page);
    // As if the viewer was last here more than five minutes ago.
    if (isFirst)
      await this.world.functions.runModule(
        'src/store/runs/visitorAnswers.ts',
        'forgetAnswers',
        Number.MAX_SAFE_INTEGER,
        null,
      );
    await forgetSpending(this.world.engine);
    const { result, asked } = await this.world.meter.during(() => views[page](this.world, this.random, this.issues));
    if (isFirst) this.firstPoints.set(page, asked.points);
    this.seen.push({ asked, pageBytes: Buffer.byteLength(JSON.stringify(result)) });
  }

  async cost(page: Viewed): Promise<PageCost> {
    const { seen, readBefore } = this;
    const readAfter = await rowsRead(this.world.engine);
    const mean = (of: (one: (typeof seen)[number]) => number) =>
      seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
    const fewestCalls = Math.min(...seen.map(({ asked }) => asked.calls));
    const known = seen.filter(({ asked }) => asked.calls === fewestCalls);
    const times = seen.map(({ asked }) => asked.ms).sort((a, b) => a - b);
    return {
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      statements: Math.max(...known.map(({ asked }) => asked.statements)),
      calls: Math.max(...seen.map(({ asked }) => asked.calls)),
      points: Math.max(...seen.map(({ asked }) => asked.points)),
      firstPoints: this.firstPoints.get(page) ?? Number.NaN,
      rowsRead: readBefore === null || readAfter === null ? null : (readAfter - readBefore) / seen.length,
      sqlMs: mean(({ asked }) => asked.sqlMs),
      rows: mean(({ asked }) => asked.rows),
      sqlBytes: mean(({ asked }) => asked.sqlBytes),
      pageBytes: mean(({ pageBytes }) => pageBytes),
      slowest: seen.map(({ asked }) => asked.slowest).reduce((worst, one) => (one.ms > worst.ms ? one : worst)),
    };
  }
}

/** The smallest of these ascending values that at least this share of them does not exceed. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
