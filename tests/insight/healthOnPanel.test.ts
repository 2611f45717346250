import type { Portfolio, WhyItMatters } from '../../src/contract';
import { answered } from './openFigures';
import { demoSite } from './sites';

jest.setTimeout(60_000);

test('the panel of an issue tells of its objective’s health and chance what the portfolio does', async () => {
  const { site, admin } = await demoSite();
  const portfolio = answered<Portfolio>(
    await site.invoke(
      'portfolio',
      { window: 90, measure: 'items' },
      { accountId: admin, moduleKey: 'portfolio', extension: {} },
    ),
  );
  const byKey = new Map(portfolio.objectives.map((one) => [one.objective.key, one]));
  const told = new Map<string, { health: unknown; chance: unknown }>();
  for (const { id, project, appValues } of site.jira.issues.all()) {
    const tag = Object.values(appValues)[0] as { key: string } | undefined;
    if (tag === undefined || told.has(tag.key)) continue;
    const extension = { issue: { id }, project: { id: project.id } };
    const context = { accountId: admin, moduleKey: 'alignment-panel', extension };
    const { objective } = answered<WhyItMatters>(await site.invoke('whyItMatters', {}, context));
    if (objective) told.set(objective.key, { health: objective.health, chance: objective.chance });
  }
  const shown = [...told.keys()].map((key) => {
    const { health = null, forecast = null } = byKey.get(key) ?? {};
    return [key, { health, chance: health === 'onTrack' ? (forecast?.chance ?? null) : null }];
  });
  expect([...told]).toEqual(shown);
  expect([...told.values()].filter(({ chance }) => chance !== null).length).toBeGreaterThan(1);
  await site.close();
});
