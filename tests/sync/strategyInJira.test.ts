import { isKeyOfIssue } from '../../src/domain/strategy/objectiveKey';
import { NO_STRATEGY_IN_JIRA } from '../../src/jira/fields';
import { siteReading } from '../../src/site/siteReading';
import type { Portfolio } from '../../src/contract';
import type { Site } from '../site/site';
import { type InitiativesWorld, nameTypes, ofType, withInitiatives } from '../insight/strategyInJira/initiatives';
import { dataOf } from '../resolvers/world';
import { decidedFigures } from './drift/decidedFigures';
import { heldFigures } from './drift/figures';

jest.setTimeout(120_000);

const LOOK = { window: 90, measure: 'items' } as const;
const MEMBER = { kind: 'user', accountId: 'member' } as const;

const isInStep = async (site: Site): Promise<void> =>
  expect(await heldFigures(site)).toEqual(await decidedFigures(site));

const look = async ({ onPortfolio }: InitiativesWorld): Promise<Portfolio> =>
  dataOf(await onPortfolio('member', 'portfolio', LOOK));

test('a strategy of twelve initiatives is aligned by naming their type, and nothing is left of it when it is named no more', async () => {
  const world = await withInitiatives();
  const { site } = world;
  const before = await look(world);
  expect(before.effort).toMatchObject({ aligned: 0, unlinked: 49 });
  await nameTypes(site, ['Initiative']);
  await isInStep(site);
  const named = await look(world);
  expect(named.effort).toMatchObject({ aligned: 48, unlinked: 1 });
  const ofIssues = named.objectives.filter(({ objective }) => isKeyOfIssue(objective.key));
  expect(ofIssues).toHaveLength(12);
  expect(ofIssues.every(({ objective, work }) => objective.status === 'active' && work.total === 6)).toBe(true);
  await nameTypes(site, []);
  await isInStep(site);
  const after = await look(world);
  expect({ ...after, basis: null }).toEqual({ ...before, basis: null });
  expect(NO_STRATEGY_IN_JIRA.types).toEqual((await site.runInApp(siteReading)).strategy.types);
  await site.close();
});

test('links join work to them, in either direction, and what Jira changes is followed', async () => {
  const world = await withInitiatives();
  const { site } = world;
  const { jira } = site;
  await nameTypes(site, ['Initiative'], ['Contributes']);
  const [first, second] = ofType(site, 'Initiative');
  const beside = ofType(site, 'Story').at(-1);
  if (!first || !second || !beside) throw new Error('The site lacks issues.');
  const unlinked = async (): Promise<number> => {
    await site.settle();
    site.clock.advance(60_000);
    await site.settle();
    await isInStep(site);
    return (await look(world)).effort.unlinked;
  };
  jira.links.link('Contributes', beside.id, second.id);
  expect(await unlinked()).toBe(0);
  jira.links.link('Contributes', first.id, beside.id);
  expect(await unlinked()).toBe(0);
  jira.editIssue(first.id, { type: 'Epic' }, MEMBER);
  // Below an epic there are epics now: what was below the initiative serves nothing.
  expect(await unlinked()).toBe(4);
  jira.deleteIssue(second.id, MEMBER);
  expect(await unlinked()).toBe(9);
  await site.close();
});
