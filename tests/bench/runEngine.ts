import { type EngineName, mariadbEngine, openEngine, type SqlEngine } from '../site/platform/sql/engine';
import { type Change, changeOneByOne, drainHundred, moveLargeEpic, type TurnOfDay, turnDay } from './measure/changes';
import { analyze, databaseBytes, type StatementCosts, statementCosts, tableBytes } from './measure/database';
import { type FirstSync, measureFirstSync, stateStrategy } from './measure/firstSync';
import { type Gather, measureGather } from './measure/gather';
import { addSnapshotHistory } from './measure/history';
import { measurePages, type PageCosts } from './measure/pages';
import { makeWorld, type World } from './measure/world';

/** What is known of a site after its first sync. */
type Read = {
  /** when it was measured, ISO 8601 */
  date: string;
  engine: EngineName;
  issues: number;
  /** issues of the reference project, the largest and the gathered one, and below the epic that moves */
  referenceProject: number;
  largestProject: number;
  typicalProject: number;
  epicDescendants: number;
  firstSync: FirstSync;
  bytesPerIssue: number;
  /** bytes by table, if the database tells */
  tableBytes: Record<string, number>;
};

/** What is measured after the pages. */
type Lived = {
  drain100: Change;
  moveEpic: Change;
  /** the median of several drains of one change in the largest project */
  drainOne: Change;
  turnOfDay: TurnOfDay;
  /** `null` above 100,000 issues, where it takes too long */
  gather: Gather | null;
  /** the largest heap of the functions' process, in MiB */
  heapMB: number;
  /** `null`: the database does not tell */
  statementCosts: StatementCosts | null;
};

/** All measurements of one size on one engine: a column of the table. */
export type Measured = Read & { pages: PageCosts } & Lived;

/** Reports the progress at a size. */
export type Say = (issues: number, what: string) => void;

const MIB = 1024 * 1024;
const GATHERED_UP_TO = 100_000;
/** As for a database server with its working set in memory. */
const BUFFER_POOL_MB = 1024;

/**
 * Runs the benchmark on one engine. Sites of all sizes exist at the same time and their pages are viewed in turns, so
 * that other load on the machine slows all alike and they can be compared.
 * @param keep gets what was measured of each size, as soon as it is
 */
export async function runEngine(
  engine: EngineName,
  sizes: readonly number[],
  rounds: number,
  say: Say,
  keep: (measured: Measured) => void,
): Promise<void> {
  const read: { world: World; known: Read }[] = [];
  try {
    for (const issues of sizes) {
      say(issues, 'making the site');
      const world = await makeWorld(issues, await startEngine(engine));
      read.push({ world, known: await readSite(world, say) });
    }
    say(Math.max(...sizes), 'looking at pages, of all sizes in turns');
    const pages = await measurePages(
      read.map(({ world }) => world),
      rounds,
    );
    for (const [index, { world, known }] of read.entries()) {
      const costs = pages[index];
      if (!costs) throw new Error(`Nobody looked at the pages of ${known.issues} issues.`);
      const lived = await live(world, say);
      keep({ ...known, pages: costs, ...lived, heapMB: Math.max(known.firstSync.heapMB, lived.heapMB) });
    }
  } finally {
    for (const { world } of read) await world.close();
  }
}

const startEngine = (engine: EngineName): Promise<SqlEngine> =>
  engine === 'mariadb' ? mariadbEngine({ bufferPoolMB: BUFFER_POOL_MB }) : openEngine(engine);

async function readSite(world: World, say: Say): Promise<Read> {
  const { site, engine, issues, made } = world;
  say(issues, 'stating the strategy');
  await stateStrategy(world);
  say(issues, 'first sync');
  const firstSync = await measureFirstSync(world);
  await site.schedule('fiveMinute');
  await addSnapshotHistory(engine);
  await analyze(engine);
  return {
    date: new Date().toISOString(),
    engine: engine.name,
    issues,
    referenceProject: made.reference.size,
    largestProject: made.largest.size,
    typicalProject: made.typical.size,
    epicDescendants: made.largeEpic.descendants,
    firstSync,
    bytesPerIssue: (await databaseBytes(engine)) / issues,
    tableBytes: await tableBytes(engine),
  };
}

async function live(world: World, say: Say): Promise<Lived> {
  const { issues, functions } = world;
  say(issues, 'changing work');
  const drain100 = await drainHundred(world);
  const moveEpic = await moveLargeEpic(world);
  const ones = await changeOneByOne(world);
  const drainOne = ones[Math.floor(ones.length / 2)];
  if (!drainOne) throw new Error('The largest project has no issue to change.');
  say(issues, 'turning the day');
  const turnOfDay = await turnDay(world);
  if (issues <= GATHERED_UP_TO) say(issues, 'gathering by JQL');
  const { heap } = await functions.peakMemory();
  const gather = issues <= GATHERED_UP_TO ? await measureGather(world) : null;
  return {
    drain100,
    moveEpic,
    drainOne,
    turnOfDay,
    gather,
    heapMB: heap / MIB,
    statementCosts: await statementCosts(world.engine),
  };
}
