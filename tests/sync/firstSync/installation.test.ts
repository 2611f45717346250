import { latestRun } from '../../../src/store/runs/syncRuns';
import { SiteClock } from '../../site/clock';
import { createSite } from '../../site/site';
import { embeddedEngine } from '../../site/platform/sql/engine';
import { addToScore } from '../drift/score';

jest.setTimeout(600_000);
// Functions log each crash, as they should.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

/** A little more than a minute: what happens at one step and at the next is never in the same minute. */
const STEP_MS = 65_000;
/** As long as it takes until the lease of a first sync that was ended runs out, and the next five minutes come by. */
const STEPS = 21;
const MOST_CHANGES_A_MINUTE = 20;

/** Installs the app on a new database with a crash at a statement. Answers the schema, and how many changes a minute that took. */
const installWithCrash = async (at: number, when: 'before' | 'after') => {
  const engine = embeddedEngine();
  const site = await createSite({ engine, clock: new SiteClock(Date.UTC(2026, 4, 18, 10)), openapi: false });
  // Where Jira lists no project, the app takes it that it may not look yet.
  site.jira.addProject({ key: 'WEB', name: 'Web shop' });
  site.faults.atStatement(at, { when, what: 'functionEnds' });
  site.install();
  let most = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    site.statements.reset();
    await site.settle().catch(() => undefined);
    if (step % 5 === 0) await site.schedule('fiveMinute').catch(() => undefined);
    most = Math.max(most, site.statements.schemaChanges);
    site.clock.advance(STEP_MS);
  }
  const { statements } = site.faults;
  const { rows: schema } = await engine.execute('SELECT name, sql FROM sqlite_master ORDER BY name', []);
  const synced = (await site.runInApp(latestRun))?.finished != null;
  await site.close();
  return { statements, schema, most, synced };
};

test('wherever an installation is ended, the schema is made and the site read by itself, with at most 20 changes a minute', async () => {
  jest.spyOn(console, 'warn').mockReturnValue();
  const { statements, schema, most } = await installWithCrash(Infinity, 'before');
  expect(schema).not.toEqual([]);
  expect(most).toBeLessThanOrEqual(MOST_CHANGES_A_MINUTE);
  for (let at = 1; at <= statements; at += 1) {
    // Ended after one statement is as ended before the next, but where Jira is asked or work is pushed between them: every third time.
    for (const when of at % 3 === 0 ? (['before', 'after'] as const) : (['before'] as const)) {
      const installed = await installWithCrash(at, when);
      expect({ at, when, ...installed }).toMatchObject({ at, when, schema, synced: true });
      expect(installed.most).toBeLessThanOrEqual(MOST_CHANGES_A_MINUTE);
      addToScore({ engine: 'embedded', crashPoints: 1 });
    }
  }
});
