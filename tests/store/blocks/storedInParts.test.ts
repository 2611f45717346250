import { outdatedProjects } from '../../../src/store/blocks/outdated';
import { portfolioTexts, readSums } from '../../../src/store/blocks/projectSums';
import { STORED_AT_ONCE, type Summary, storeSummaries } from '../../../src/store/blocks/summaries';
import { database } from '../../../src/store/sql/database';
import { migrate } from '../../../src/store/sql/migrations';
import { runWithSql } from '../../site/platform/forge/runWithSql';
import { embeddedEngine, type SqlEngine, SqlError } from '../../site/platform/sql/engine';

const PROJECT = 1;
const TODAY = 20_000;
/** As many as a row has texts. */
const STATEMENTS = 7;
const EACH = Array.from({ length: STATEMENTS }, (_, at) => at + 1);

const { bytes } = STORED_AT_ONCE;
beforeEach(() => (STORED_AT_ONCE.bytes = -1));
afterEach(() => (STORED_AT_ONCE.bytes = bytes));

/** Sums that say of which versions and day they are. */
const summary = (basis: number, today: number): Summary => {
  const text = `${basis} on ${today}`;
  return {
    id: PROJECT,
    typical: { median: 1000, low: 1000, high: 1000 },
    basis,
    sums: {
      cells: text,
      weeks_items: text,
      weeks_points: text,
      people: text,
      components: text,
      teams: text,
      retags: text,
    },
  };
};

const store = (basis: number, today = TODAY): Promise<void> =>
  storeSummaries([summary(basis, today)], { now: 1, today });

/** The texts of the project's row, each once. */
const stored = async (): Promise<string[]> => {
  const read = { ...summary(0, 0).sums };
  // As pages read them.
  for (const texts of [portfolioTexts('points'), ['components'], ['teams']] as const) {
    const [some] = await readSums(texts, [PROJECT]);
    for (const text of texts) if (some) read[text] = some[text];
  }
  const { cells, weeks_items, weeks_points, people, components, teams, retags } = read;
  return [...new Set([cells, weeks_items, weeks_points, people, components, teams, retags])];
};

/** Runs work in a database with a project whose blocks are counted at a version; `before` is called before each change of its row. */
const inDatabase = async (version: number, work: (before: (call: Before) => void) => Promise<void>): Promise<void> => {
  const engine = embeddedEngine();
  let called: Before | null = null;
  let nth = 0;
  const watched: SqlEngine = {
    ...engine,
    execute: async (query, params) => {
      // What is done meanwhile is not interrupted in its turn.
      const [call, at] = /^update `project`/i.test(query) && called !== null ? [called, (nth += 1)] : [null, 0];
      if (call !== null) {
        called = null;
        await call(at);
        called = call;
      }
      return engine.execute(query, params);
    },
  };
  await runWithSql(watched, async () => {
    await migrate();
    await database.insertInto('project').values({ id: PROJECT, project_key: 'P' }).execute();
    const none = { weeks_items: '', weeks_points: '', people: '', person_units: '', estimates: '' };
    await database
      .insertInto('block')
      .values({ ...none, project: PROJECT, serves: 1, items: 1, version, refreshed: version, due: null })
      .execute();
    await work((call) => {
      called = call;
      nth = 0;
    });
  });
  await engine.close();
};
type Before = (nth: number) => Promise<void>;

const crashAt =
  (statement: number): Before =>
  (nth) =>
    nth === statement ? Promise.reject(new SqlError('The function ended.', 'ENDED', 1, 'HY000')) : Promise.resolve();

const meanwhile =
  (statement: number, work: () => Promise<void>): Before =>
  (nth) =>
    nth === statement ? work() : Promise.resolve();

test('a row that is stored in parts has one statement for each text, and is up to date after the last', () =>
  inDatabase(5, async (before) => {
    let statements = 0;
    before((nth) => {
      statements = nth;
      return Promise.resolve();
    });
    await store(5);
    expect(statements).toBe(STATEMENTS);
    expect(await stored()).toEqual([`5 on ${TODAY}`]);
    expect(await outdatedProjects(TODAY)).toEqual([]);
  }));

test.each(EACH)(
  'ended before statement %d, the project is out of date, and right when it is stored again',
  (statement) =>
    inDatabase(5, async (before) => {
      await store(4);
      before(crashAt(statement));
      await expect(store(5)).rejects.toThrow();
      expect(await outdatedProjects(TODAY)).toEqual([PROJECT]);
      before(() => Promise.resolve());
      await store(5);
      expect(await stored()).toEqual([`5 on ${TODAY}`]);
      expect(await outdatedProjects(TODAY)).toEqual([]);
    }),
);

test.each(EACH)('ended before statement %d when the day turned, the project is out of date too', (statement) =>
  inDatabase(5, async (before) => {
    await store(5, TODAY - 1);
    before(crashAt(statement));
    await expect(store(5)).rejects.toThrow();
    expect(await outdatedProjects(TODAY)).toEqual([PROJECT]);
  }),
);

test.each(EACH.slice(1))(
  'where another function stores before statement %d, the sums of the newer versions or day stay, whole',
  async (statement) => {
    for (const bytesAtOnce of [-1, bytes])
      for (const [one, other] of [
        [{ basis: 5 }, { basis: 4 }],
        [{ basis: 4 }, { basis: 5 }],
        [{ basis: 5 }, { basis: 5, day: TODAY - 1 }],
        [
          { basis: 5, day: TODAY - 1 },
          { basis: 5, day: TODAY },
        ],
        [{ basis: 5 }, { basis: 5 }],
      ] as const)
        await inDatabase(5, async (before) => {
          before(
            meanwhile(statement, async () => {
              STORED_AT_ONCE.bytes = bytesAtOnce;
              await store(other.basis, 'day' in other ? other.day : TODAY);
              STORED_AT_ONCE.bytes = -1;
            }),
          );
          await store(one.basis, 'day' in one ? one.day : TODAY);
          expect(await stored()).toEqual([`5 on ${TODAY}`]);
          expect(await outdatedProjects(TODAY)).toEqual([]);
        });
  },
);
