import { MOST_UNKNOWN_KEYS } from '../../src/domain/strategy/caps';
import { OTHER_KEYS } from '../../src/domain/strategy/objectiveKey';
import { database } from '../../src/store/sql/database';
import { dataOf, makeWorld } from '../resolvers/world';
import { DRAFT, FIELD } from './editing';

const MADE_UP = MOST_UNKNOWN_KEYS + 50;
const keyOf = (issue: number): string => `MADE-${issue}`;

/** A site whose issues each name a key that nobody stated. */
const makeSite = () =>
  makeWorld(({ jira }) => {
    for (let issue = 1; issue <= MADE_UP; issue += 1) {
      const appValues = { [FIELD]: { key: keyOf(issue), name: '' } };
      jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues }, null);
    }
  });

test('keys that issues make up take no more rows than the cap, and all their work counts as stale', async () => {
  const { site, page, panel } = await makeSite();
  const rows = await site.runInApp(() =>
    database.selectFrom('objective').select('objective_key').where('status', '=', 'unknown').execute(),
  );
  expect(rows).toHaveLength(MOST_UNKNOWN_KEYS + 1);
  expect(rows).toContainEqual({ objective_key: OTHER_KEYS });
  expect((await page()).planned).toMatchObject({ aligned: 0, stale: MADE_UP, unlinked: 0 });
  const { serves } = await panel(`WEB-${MADE_UP}`);
  expect(serves).toMatchObject({ kind: 'objective', chain: [{ objective: { key: OTHER_KEYS, status: 'unknown' } }] });
  await site.close();
});

test('a page that shows such an issue finds it in step, and does not read it again', async () => {
  const { site, panelBehind } = await makeSite();
  const costOf = async (key: string): Promise<number> => {
    await panelBehind(key);
    site.statements.reset();
    await panelBehind(key);
    return site.statements.sql;
  };
  expect(await costOf(`WEB-${MADE_UP}`)).toBe(await costOf('WEB-1'));
  await site.close();
});

test('an objective that is stated under such a key gets its work', async () => {
  const { site, page, panel, onPortfolio } = await makeSite();
  const objective = { ...DRAFT, title: 'Stated later' };
  dataOf(await onPortfolio('editor', 'saveObjective', { key: keyOf(MADE_UP), revision: null, objective }));
  for (let minutes = 0; minutes < 10; minutes += 5) {
    site.clock.advance(300_000);
    await site.settle();
  }
  expect((await page()).planned).toMatchObject({ aligned: 1, stale: MADE_UP - 1 });
  const { serves } = await panel(`WEB-${MADE_UP}`);
  expect(serves).toMatchObject({ kind: 'objective', chain: [{ objective: { key: keyOf(MADE_UP) } }] });
  await site.close();
});
