import { waitingMarks } from '../../../src/store/runs/dirtyIssues';
import { rateState } from '../../../src/site/rateBudget';
import { SiteClock } from '../../site/clock';
import { createSite } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';
import { heldFigures, rightFigures } from '../drift/figures';

jest.setTimeout(300_000);

const START = Date.UTC(2026, 4, 18, 12);
const FIELD = 'strategic-objective';
const ANN = { kind: 'user', accountId: 'ann' } as const;
const CHANGED = 5000;
/** Jira sends the events of a bulk edit over some time. */
const EVENTS_A_SECOND = 100;

test('a bulk edit of 5,000 issues costs a few pushes, little more than a statement an event, and one drain', async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  const { jira, clock, statements } = site;
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  for (const key of ['WEB', 'POS', 'STO']) jira.addProject({ key, name: key });
  for (let made = 0; made < CHANGED; made += 1) {
    jira.createIssue({ project: ['WEB', 'POS', 'STO'][made % 3] ?? '', type: 'Story', summary: 'S' }, null);
  }
  site.install();
  await site.settle();
  const keys = [...jira.issues.all()].map(({ key }) => key);
  const before = await site.runInApp(() => rateState(clock.now()));
  statements.reset();

  for (let from = 0; from < CHANGED; from += EVENTS_A_SECOND) {
    for (const key of keys.slice(from, from + EVENTS_A_SECOND)) {
      jira.editIssue(key, { appValues: { [FIELD]: { key: 'OBJ-1', name: 'Win the market' } }, status: 'Done' }, ANN);
    }
    clock.advance(1000);
    await site.settle();
  }
  const marked = (await site.runInApp(() => waitingMarks(CHANGED))).length;
  clock.advance(10_000);
  await site.settle();

  // The site itself refuses more than 500 pushed events, and more than 7,000 calls of functions, in a minute.
  expect(statements.pushed).toBeLessThanOrEqual(12);
  expect(statements.invocations).toBeLessThanOrEqual(CHANGED + 12);
  // One mark for each event. Drains ran meanwhile and took earlier marks.
  expect(marked).toBeLessThan(CHANGED);
  const drains = statements.invocations - CHANGED;
  expect(statements.jira).toBeLessThanOrEqual(CHANGED / 100 + drains);
  const { spent } = await site.runInApp(() => rateState(clock.now()));
  expect(spent - before.spent).toBeLessThanOrEqual(1.02 * CHANGED + drains);
  // A batch of a hundred takes some twenty statements, in however many projects it lies.
  expect(statements.sql).toBeLessThanOrEqual(1.1 * CHANGED + (CHANGED / 100) * 30);
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});

test('one drain goes through 5,000 marks in one run', async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(START), openapi: false });
  const { jira, clock, statements } = site;
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  jira.addProject({ key: 'WEB', name: 'Web' });
  for (let made = 0; made < CHANGED; made += 1) {
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  }
  site.install();
  await site.settle();
  clock.advance(10_000);
  await site.settle();
  statements.reset();
  // All at once, as after an outage of the events.
  for (const { key } of [...jira.issues.all()]) jira.editIssue(key, { status: 'In Progress' }, ANN);
  await site.settle();
  // One mark each, and the first event asks for the drain.
  expect(statements.sql).toBe(CHANGED + 1);
  expect(statements.pushed).toBe(1);
  statements.reset();
  clock.advance(10_000);
  await site.settle();
  expect([statements.invocations, statements.jira]).toEqual([1, CHANGED / 100]);
  expect(await site.runInApp(() => waitingMarks(1))).toEqual([]);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  expect(statements.sql).toBeLessThanOrEqual((CHANGED / 100) * 20 + 5);
  await site.close();
});
