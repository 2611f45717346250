import type { AlignmentPoint, Portfolio, ProjectAlignment } from '../../src/contract';
import { createDemoSite } from '../site/demo/createDemoSite';
import { demoPeople } from '../site/demo/people';
import type { Site } from '../site/site';
import { dataOf, NOW } from './world';

jest.setTimeout(60_000);

const LOOKS = (['items', 'points'] as const).flatMap((measure) =>
  ([30, 90] as const).map((window) => ({ measure, window })),
);

let site: Site;
beforeAll(async () => {
  site = await createDemoSite(NOW, { openapi: false });
});
afterAll(() => site.close());

const ask = async <T>(call: string, moduleKey: string, extension: object, payload: object): Promise<T> =>
  dataOf((await site.invoke(call, payload, { accountId: demoPeople.admin.accountId, moduleKey, extension })) as never);

test.each(LOOKS)(
  'the trends of the projects add up to that of the portfolio: $measure of $window days',
  async (look) => {
    const portfolio = await ask<Portfolio>('portfolio', 'portfolio', {}, look);
    expect(portfolio.basis).toMatchObject({ covers: 'all', hiddenProjects: 0 });
    const trends: AlignmentPoint[][] = [];
    for (const { project } of portfolio.projects) {
      const extension = { project: { id: project?.id, key: project?.key } };
      const page = await ask<ProjectAlignment>('projectAlignment', 'project-alignment', extension, {
        ...look,
        filter: {},
      });
      trends.push(page.trend ?? []);
    }
    expect(trends.length).toBeGreaterThan(3);
    expect(new Set(portfolio.trend.map(({ recorded }) => recorded)).size).toBe(2);
    portfolio.trend.forEach((point, at) => {
      for (const standing of ['aligned', 'run', 'stale', 'unlinked'] as const) {
        expect(trends.reduce((sum, trend) => sum + (trend[at]?.[standing] ?? NaN), 0)).toBeCloseTo(point[standing], 9);
      }
      for (const trend of trends) expect(trend[at]).toMatchObject({ day: point.day, recorded: point.recorded });
    });
  },
);
