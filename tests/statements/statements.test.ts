import { ADMIN, type BenchSite, buildSite } from '../bench/site/buildSite';
import { SiteClock } from '../site/clock';
import { checkingShapes } from '../site/platform/forge/statementShapes';
import { createSite, type Site } from '../site/site';
import { findTidb, type SqlEngine, tidbEngine } from '../site/platform/sql/engine';
import { migrated } from '../site/platform/sql/migrated';
import { doEverything, prepare } from './everything';
import { forgetStatements, type RunStatement, runStatements, scannedWhole } from './plans';
import { type RecordingEngine, recordingEngine } from './recordingEngine';

jest.setTimeout(900_000);
beforeAll(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const NOW = Date.UTC(2026, 4, 18, 12);
/** Well below the 16 MiB that Forge SQL gives a statement. */
const MOST_MB = 12;

/** Statements that may go through a growing table, with why. */
const ALLOWED: { statement: RegExp; because: string }[] = [
  {
    statement: /^\s*select `p`.`id` from `project` as `p` where \(|from `block` group by `project`/i,
    because: 'every five minutes, and every hour, all blocks are looked through: there is one for some hundred issues',
  },
  {
    statement: /AS title_updates/i,
    because: 'an admin opens the operations view, which says how many projects are out of date',
  },
  {
    statement: /FROM block b JOIN work_item w ON w.block = b.id\s+WHERE b.unknown_parents/i,
    because: 'once a day',
  },
  {
    statement:
      /SUM\(b.todo_items \+ b.doing_items\) AS units FROM block b JOIN objective o ON o.id = b.serves\s+WHERE 1 = 1/i,
    because: 'a strategy editor changes several objectives at once',
  },
  {
    statement: /STREAM_AGG\(\) \*\/ w\.project, COUNT\(\*\)/i,
    because:
      'the daily comparison with Jira counts the work items by project, in the order of an index and without their rows',
  },
  {
    statement: /select `id`, `tag` from `work_item`/i,
    because: 'a rename goes through the work items by id, a hundred that carry the objective at a time',
  },
  {
    statement: /from `dirty_issue` where `set_aside` is null order by `id` limit/i,
    because: 'the marks are what is to be done: the first hundred of them are read in their order',
  },
  {
    statement: /update `dirty_issue` set `set_aside` = NULL/i,
    because: 'once a day; of the marks there are few but while much changes',
  },
  {
    statement: /select `id` from `account` where `seen`/i,
    because: 'once a day it looks for people whom nothing names any more',
  },
  {
    statement: /from `proposal` as `c`.* order by case/is,
    because: 'the portfolio lists proposed epics, of which there are few: people write each by hand',
  },
  {
    statement: /delete from `removed_issue` where `removed_at` </i,
    because: 'once a day; it holds what was removed since the day before',
  },
];

const isAllowed = ({ text }: RunStatement): boolean => ALLOWED.some(({ statement }) => statement.test(text));

const TABLES = ['work_item', 'block', 'project', 'objective', 'dirty_issue'];
const analyze = async (engine: SqlEngine): Promise<void> => {
  for (const table of TABLES) await engine.execute(`ANALYZE TABLE ${table}`, []);
};

/** What the optimizer knows of the tables: what they were when they were empty, nothing, or what they are. */
const STATISTICS: Record<string, (engine: SqlEngine) => Promise<void>> = {
  stale: () => Promise.resolve(),
  absent: async (engine) => {
    for (const table of TABLES) await engine.execute(`DROP STATS ${table}`, []);
  },
  fresh: analyze,
};

const withTidb = findTidb() === null ? describe.skip : describe;

withTidb.each([10_000, 100_000])('on TiDB with Forge’s limits, with %d issues', (issues) => {
  let engine: RecordingEngine;
  let site: Site;
  let made: BenchSite;
  beforeAll(async () => {
    engine = recordingEngine(await migrated(await tidbEngine()));
    await analyze(engine);
    site = await createSite({ clock: new SiteClock(NOW), engine, openapi: false });
    made = buildSite(site.jira, issues);
    prepare(site, made);
    site.install();
    await site.settle();
    const viewer = { accountId: ADMIN, moduleKey: 'portfolio', extension: {} };
    await site.invoke('importStrategy', { csv: made.strategy, apply: true }, viewer);
    await site.settle();
    await forgetStatements(engine);
    await checkingShapes(() => engine.record(() => doEverything(site, made, engine)));
  }, 1_500_000);
  afterAll(() => site.close());

  // What the app does takes minutes, so it is done once; then its statements are sent again.
  test.each(Object.entries(STATISTICS))(
    'every statement runs within its memory, and reads no table whole that grows, with statistics %s',
    async (statistics, set) => {
      if (statistics !== 'stale') {
        await set(engine);
        await forgetStatements(engine);
        await engine.replay();
      }
      const statements = await runStatements(engine);
      expect(statements.length).toBeGreaterThan(80);
      expect(statements.filter(({ mb }) => mb > MOST_MB).map(({ text, mb }) => ({ text, mb }))).toEqual([]);
      const scanning = statements.filter((one) => scannedWhole(one).length > 0 && !isAllowed(one));
      expect(scanning.map(({ text, plan }) => `${text}\n${plan}`)).toEqual([]);
    },
  );
});
