import { WINDOW_DAYS } from '../../../src/domain/time/window';
import { MEASURES } from '../../../src/domain/work/tally';
import { objective } from '../../domain/build';
import { dataOf, DAY_MS } from '../../resolvers/world';
import { importStrategy } from '../../strategy/importStrategy';
import { quiet } from '../../sync/drift/quiet';
import { tagged as withTag } from '../../sync/drift/world';
import { type InitiativesWorld, nameTypes, ofType, TWELVE, withInitiatives } from './initiatives';

jest.setTimeout(120_000);

const ANN = { kind: 'user', accountId: 'member' } as const;

/** What a person gets of the strategy: the portfolio, the project, and each of the twelve objectives. */
const answersOf = async ({ onPortfolio, page }: InitiativesWorld): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  for (const window of WINDOW_DAYS)
    for (const measure of MEASURES) {
      const look = { window, measure };
      const portfolio = dataOf(await onPortfolio('member', 'portfolio', look));
      answers[`portfolio ${window} ${measure}`] = portfolio;
      answers[`project ${window} ${measure}`] = await page(look);
      const keys = portfolio.objectives.map((one) => one.objective.key).filter((key) => !key.startsWith('OBJ-'));
      expect(keys).toHaveLength(TWELVE);
      for (const [at, key] of keys.entries())
        answers[`objective ${at} ${window} ${measure}`] = dataOf(
          await onPortfolio('member', 'objectiveDetail', { ...look, key }),
        );
    }
  return answers;
};

/** When work was linked, and when objectives turned active, is history: who names a type links and states nothing. */
const HISTORY = new Set(['retags', 'activeSince']);

/** Every number in an answer, by its path. Keys of the twelve are told apart by their order. */
const numbersIn = (answers: unknown): Map<string, number> => {
  const found = new Map<string, number>();
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'number') found.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) if (!HISTORY.has(name)) look(one, `${path}/${name}`);
  };
  look(answers, '');
  return found;
};

/** The site in which nobody names a type: a person states the twelve, and tags the epics below each initiative. */
const taggedByHand = async (): Promise<InitiativesWorld> => {
  const world = await withInitiatives();
  const { site } = world;
  await site.runInApp(() =>
    importStrategy(Array.from({ length: TWELVE }, (_, at) => objective(`HAND-${at + 1}`, { title: `Aim ${at + 1}` }))),
  );
  for (const [at, initiative] of ofType(site, 'Initiative').entries())
    for (const epic of site.jira.issues.childrenOf(initiative.id))
      site.jira.editIssue(epic.id, withTag(`HAND-${at + 1}`), ANN);
  await quiet(site);
  return world;
};

test('twelve initiatives whose type is named give the figures of the same site tagged by hand, none of them different', async () => {
  const named = await withInitiatives();
  await nameTypes(named.site, ['Initiative']);
  const byHand = await taggedByHand();
  // Nobody is asked for notes in the first weeks.
  for (const { site } of [named, byHand]) {
    site.clock.advance(30 * DAY_MS);
    await quiet(site);
  }
  const [inJira, tagged] = [await answersOf(named), await answersOf(byHand)];
  const [ofJira, ofTags] = [numbersIn(inJira), numbersIn(tagged)];
  expect(ofJira.size).toBeGreaterThan(10_000);
  expect([...ofJira].filter(([path, value]) => ofTags.get(path) !== value)).toEqual([]);
  expect([...ofTags.keys()].filter((path) => !ofJira.has(path))).toEqual([]);
  // The one site has its objectives from a person, the other from Jira, of which nothing is stored.
  const [said, stated] = [JSON.stringify(inJira), JSON.stringify(tagged)];
  expect([stated.includes('HAND-12'), said.includes('HAND-'), said.includes('Aim ')]).toEqual([true, false, false]);
  await Promise.all([named.site.close(), byHand.site.close()]);
});
