import { setTimeout as sleep } from 'node:timers/promises';
import { beginCounting } from '../../../src/store/blocks/beginCounting';
import { makeWorld } from '../../resolvers/world';
import type { SqlEngine } from '../../site/platform/sql/engine';
import { heldFigures, rightFigures } from '../drift/figures';

const STORIES = 10;
const TAG = { tag: { kind: 'objective', key: 'OBJ-2' }, measure: 'items' } as const;
/** Blocks counted, and projects added up. */
const COUNTS = /^insert into block \(|^update `project` set `cells`/i;

// Ten calls that take turns are slow.
beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

/** A database that answers after two milliseconds, so that calls at once meet at each statement as they do on Forge. */
const late = (engine: SqlEngine, counts: string[]): SqlEngine => ({
  ...engine,
  execute: async (query, params) => {
    await sleep(2);
    if (COUNTS.test(query.trim())) counts.push(query);
    return engine.execute(query, params);
  },
});

/** A project with stories, and the texts of the statements that store counted figures. */
const busyProject = async () => {
  const counts: string[] = [];
  const world = await makeWorld(
    ({ jira }) => {
      for (let made = 0; made < STORIES; made += 1) {
        jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
      }
    },
    (engine) => late(engine, counts),
  );
  counts.length = 0;
  return { ...world, counts };
};

test('when ten people tag issues of a project at once it is counted a few times, and each sees right figures', async () => {
  const { site, counts, onIssue } = await busyProject();
  const answers = await Promise.all(
    Array.from({ length: STORIES }, (_, at) => onIssue('member', `WEB-${at + 1}`, 'tagIssue', TAG)),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  // A count stores the figures of blocks, and the project's sums.
  expect(counts.length).toBeLessThanOrEqual(4);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});

test('a function that was ended while it counted keeps nobody from right figures', async () => {
  const { site, counts, onIssue } = await busyProject();
  const { id } = site.jira.project('WEB');
  await site.runInApp(() => beginCounting([Number(id)], Date.now(), 3000));
  const { ok } = await onIssue('member', 'WEB-1', 'tagIssue', TAG);
  expect({ ok, counts: counts.length }).toEqual({ ok: true, counts: 2 });
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
});
