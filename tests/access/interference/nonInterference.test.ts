import fc from 'fast-check';
import { saveSettings, siteSettings } from '../../../src/settings/siteSettings';
import { DAY_MS, makeWorld, type Person } from '../../resolvers/world';
import { addToScore } from '../score';
import { anyHistory, edit, fill, type History } from './history';
import { answersTo } from './questions';

jest.setTimeout(300_000);

/** They may browse none of the hidden projects: the outsider no project at all, the editor without all totals. */
const VIEWERS = ['reader', 'outsider', 'editor'] as const satisfies Person[];
const HISTORIES = 10;

/** Plays a history and collects what the viewers are answered, before and after its steps. */
const answers = async ({ issues, beside, steps }: History, withHidden: boolean) => {
  const world = await makeWorld((site) => {
    fill(site, issues, false);
    if (withHidden) fill(site, beside, true);
  });
  const { site } = world;
  const told: { question: string; answer: string }[] = [];
  const ask = async () => {
    for (const viewer of VIEWERS) told.push(...(await answersTo(world, viewer)));
  };
  try {
    const leaders = site.jira.addGroup('leaders', ['owner']);
    const totalsGroups = [{ id: leaders.groupId, name: leaders.name }];
    await site.runInApp(async () => saveSettings({ ...(await siteSettings()), totalsGroups }));
    await site.schedule('day');
    await ask();
    for (const { step, beside: edits } of steps) {
      if (step.kind === 'edit') edit(site, step.edit, false);
      if (step.kind === 'strategy') await state(world, step.status);
      if (step.kind === 'time') site.clock.advance(step.days * DAY_MS);
      if (withHidden) for (const one of edits) edit(site, one, true);
      await site.settle();
      for (const schedule of ['fiveMinute', 'hour', 'day'] as const) await site.schedule(schedule);
      await site.settle();
    }
    await ask();
    return told;
  } finally {
    await site.close();
  }
};

/** Gives OBJ-2 a status. */
const state = async (
  { onPortfolio }: Awaited<ReturnType<typeof makeWorld>>,
  status: 'active' | 'dropped',
): Promise<void> => {
  const strategy = await onPortfolio('admin', 'strategy', {});
  const found = strategy.ok ? strategy.data.objectives.find(({ key }) => key === 'OBJ-2') : undefined;
  if (!found || found.status === status) return;
  const stated = await onPortfolio('admin', 'statedObjective', { key: found.key });
  if (!stated.ok) return;
  const { key, revision, archived, ...objective } = stated.data;
  if (!archived) await onPortfolio('admin', 'saveObjective', { key, revision, objective: { ...objective, status } });
};

test('projects that a viewer may not browse change none of their answers, whatever happens there', async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, async (history) => {
      const [without, besides] = [await answers(history, false), await answers(history, true)];
      pairs += without.length;
      const differ = without.filter(({ answer }, at) => answer !== besides[at]?.answer).length;
      addToScore({ pairs: without.length, differ });
      expect(besides).toEqual(without);
    }),
    { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 20_261_129) },
  );
  expect(pairs).toBeGreaterThanOrEqual(5_000);
});
