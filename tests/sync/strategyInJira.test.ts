import { beginSyncAgain } from '../../src/sync/firstSync/firstSync';
import { applySettings } from '../../src/sync/applySettings';
import { siteSettings } from '../../src/settings/siteSettings';
import { findWorkItems } from '../../src/store/work/findWorkItems';
import { isKeyOfIssue } from '../../src/domain/strategy/objectiveKey';
import { NO_STRATEGY_IN_JIRA } from '../../src/jira/fields';
import { siteReading } from '../../src/site/siteReading';
import type { Portfolio } from '../../src/contract';
import type { Site } from '../site/site';
import { type InitiativesWorld, nameTypes, ofType, withInitiatives } from '../insight/strategyInJira/initiatives';
import { dataOf } from '../resolvers/world';
import { decidedFigures } from './drift/decidedFigures';
import { heldFigures } from './drift/figures';
import { quiet } from './drift/quiet';

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

describe('work that is linked to several objectives', () => {
  /** A story that links join to an initiative in a project AAA and to one in WEB: by key the first is that of AAA. */
  const withTwo = async () => {
    const world = await withInitiatives(({ jira }) => {
      jira.addProject({ key: 'AAA', name: 'First' });
      jira.createIssue({ project: 'AAA', type: 'Initiative', summary: 'Elsewhere' }, null);
    });
    const { jira } = world.site;
    await nameTypes(world.site, ['Initiative'], ['Contributes']);
    const [inWeb] = ofType(world.site, 'Initiative').filter(({ key }) => key.startsWith('WEB'));
    const beside = ofType(world.site, 'Story').at(-1);
    if (!inWeb || !beside) throw new Error('The site lacks issues.');
    jira.links.link('Contributes', beside.id, inWeb.id);
    jira.links.link('Contributes', beside.id, jira.issue('AAA-1').id);
    await quiet(world.site);
    /** Whether the story serves the initiative of AAA, of WEB, or none. */
    const serves = async (): Promise<string | null> => {
      await quiet(world.site);
      await isInStep(world.site);
      const item = (await world.site.runInApp(() => findWorkItems([Number(beside.id)])))[0];
      if (item?.serves == null) return null;
      const [held] = await world.site.runInApp(() => findWorkItems([Number(inWeb.id)]));
      return held?.own === item.serves ? 'WEB' : 'AAA';
    };
    return { ...world, serves, inWeb };
  };

  const exclude = (site: Site, ...keys: string[]): Promise<unknown> =>
    site.runInApp(async () => {
      const before = await siteSettings();
      const excludedProjects = keys.map((key) => ({ id: site.jira.project(key).id, key, name: key }));
      return applySettings(before, { ...before, excludedProjects }, site.clock.now());
    });

  const MINUTE_MS = 60_000;
  /** Once no function can be reading issues the old way. */
  const later = async (site: Site): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      site.clock.advance(16 * MINUTE_MS);
      await site.schedule('fiveMinute');
      await site.settle();
    }
  };

  test('serves the first by key that the app counts, however that changes', async () => {
    const { site, serves, inWeb } = await withTwo();
    expect(await serves()).toBe('AAA');
    await exclude(site, 'AAA');
    await later(site);
    expect(await serves()).toBe('WEB');
    await exclude(site);
    await later(site);
    expect(await serves()).toBe('AAA');
    site.jira.life.archiveProject('AAA');
    await site.schedule('hour');
    await later(site);
    expect(await serves()).toBe('WEB');
    site.jira.deleteIssue(inWeb.id, MEMBER);
    expect(await serves()).toBeNull();
    await site.close();
  });

  test('serves the same after the site is read anew', async () => {
    const { site, serves } = await withTwo();
    await exclude(site, 'AAA');
    await later(site);
    await site.runInApp(() => beginSyncAgain(site.clock.now()));
    await later(site);
    expect(await serves()).toBe('WEB');
    await exclude(site);
    await site.runInApp(() => beginSyncAgain(site.clock.now()));
    await later(site);
    expect(await serves()).toBe('AAA');
    await site.close();
  });
});
