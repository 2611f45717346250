import { embeddedEngine, mariadbEngine, type SqlEngine } from '../site/sql/engine';
import { type Change, drainHundred, moveLargeEpic, refreshProject, turnDay } from './measure/changes';
import { analyze, databaseBytes, tableBytes } from './measure/database';
import { type FirstSync, measureFirstSync, stateStrategy } from './measure/firstSync';
import { type Gather, measureGather } from './measure/gather';
import { addSnapshotHistory } from './measure/history';
import { measurePages, type Page, type PageCost } from './measure/pages';
import { makeWorld, type World } from './measure/world';
import type { Asked } from './meter';
import type { EngineName } from './options';

/** Everything that was measured of one size on one engine: a column of the table. */
export type Measured = {
  engine: EngineName;
  issues: number;
  /** issues of the project that changes, of the one that is gathered, and below the epic that moves */
  referenceProject: number;
  typicalProject: number;
  epicDescendants: number;
  firstSync: FirstSync;
  bytesPerIssue: number;
  /** bytes by table, where the database tells */
  tableBytes: Record<string, number>;
  pages: Record<Page, PageCost>;
  drain100: Change;
  moveEpic: Change;
  refresh: Change;
  turnOfDay: Asked;
  /** `null` above 100,000 issues, where it takes too long to wait for */
  gather: Gather | null;
  /** the most heap that the functions' process used at any time, in MiB */
  heapMB: number;
};

const MIB = 1024 * 1024;
const GATHERED_UP_TO = 100_000;
/** Like a database server that keeps what it works with in memory. */
const BUFFER_POOL_MB = 1024;

/** Runs the benchmark at one size on one engine. @param say is told what is being done */
export async function runSize(
  issues: number,
  engine: EngineName,
  rounds: number,
  say: (what: string) => void,
): Promise<Measured> {
  say('making the site');
  const world = await makeWorld(issues, await startEngine(engine));
  try {
    return await measureAll(world, rounds, say);
  } finally {
    await world.close();
  }
}

const startEngine = (engine: EngineName): Promise<SqlEngine> =>
  engine === 'mariadb' ? mariadbEngine({ bufferPoolMB: BUFFER_POOL_MB }) : Promise.resolve(embeddedEngine());

async function measureAll(world: World, rounds: number, say: (what: string) => void): Promise<Measured> {
  const { site, engine, issues, made, functions } = world;
  const { reference, typical, largeEpic } = made;
  say('stating the strategy');
  await stateStrategy(world);
  say('first sync');
  const firstSync = await measureFirstSync(world);
  await site.schedule('fiveMinute');
  await addSnapshotHistory(engine);
  await analyze(engine);
  const size = { bytesPerIssue: (await databaseBytes(engine)) / issues, tableBytes: await tableBytes(engine) };
  say('looking at pages');
  const pages = await measurePages(world, rounds);
  say('changing work');
  const drain100 = await drainHundred(world);
  const moveEpic = await moveLargeEpic(world);
  const refresh = await refreshProject(world);
  say('turning the day');
  const turnOfDay = await turnDay(world);
  if (issues <= GATHERED_UP_TO) say('gathering by JQL');
  const { heap } = await functions.peakMemory();
  return {
    engine: engine.name,
    issues,
    referenceProject: reference.size,
    typicalProject: typical.size,
    epicDescendants: largeEpic.descendants,
    firstSync,
    ...size,
    pages,
    drain100,
    moveEpic,
    refresh,
    turnOfDay,
    gather: issues <= GATHERED_UP_TO ? await measureGather(world) : null,
    heapMB: Math.max(firstSync.heapMB, heap / MIB),
  };
}
