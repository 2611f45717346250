import type { Measure, ObjectiveDetail, Portfolio, ProjectAlignment, WindowDays } from '../../src/contract';
import { STANDINGS } from '../../src/domain/work/standing';
import { createFormat } from '../../static/src/shared/format';
import type { Opened } from '../../static/src/shared/counted/opened';
import { pointOpens, type TrendOf } from '../../static/src/shared/explain/trendPoint';
import { flowOpens, scopeOpens } from '../../static/src/surfaces/portfolio/objective/scope';
import type { Site } from '../site/site';
import { answered, browses, type Figure, projectsOf } from './openFigures';

type Look = { window: WindowDays; measure: Measure };

const format = createFormat('en_US', 'UTC');

/** A figure as a page shows it, if it opens to a list. */
const figure = (project: string | null, opened: Opened | null, shown: number): Figure[] =>
  opened === null ? [] : [{ project, asked: { counted: opened.counted, ...opened.look }, shown }];

const ofTrend = (project: string | null, { trend }: Pick<Portfolio, 'trend'>, of: TrendOf): Figure[] =>
  trend.flatMap((point) =>
    STANDINGS.flatMap((standing) => figure(project, pointOpens(point, standing, of, format), point[standing])),
  );

const ofObjective = ({ objective, basis, flow }: ObjectiveDetail): Figure[] => {
  const about = { key: objective.objective.key, basis };
  return [
    ...objective.trend.flatMap((point) => [
      ...figure(null, scopeOpens(point, 'added', about, format), point.total),
      ...figure(null, scopeOpens(point, 'finished', about, format), point.done),
    ]),
    ...flow.flatMap((week) => [
      ...figure(null, flowOpens(week, 'added', about, format), week.added),
      ...figure(null, flowOpens(week, 'finished', about, format), week.done),
    ]),
  ];
};

/** The figures that a person's pages show at a look, with the lists that the pages open them to. */
export const figuresOfPages = async (site: Site, person: string, look: Look): Promise<Figure[]> => {
  const ask = async <T>(call: string, payload: object, project: string | null = null): Promise<T> =>
    answered(
      await site.invoke(
        call,
        { ...look, ...payload },
        project === null
          ? { accountId: person, moduleKey: 'portfolio', extension: {} }
          : { accountId: person, moduleKey: 'project-alignment', extension: { project: { id: project } } },
      ),
    );
  const portfolio = await ask<Portfolio>('portfolio', {});
  const found = ofTrend(null, portfolio, { look, filter: null, today: portfolio.basis.to });
  for (const { objective } of portfolio.objectives)
    found.push(...ofObjective(await ask<ObjectiveDetail>('objectiveDetail', { key: objective.key })));
  for (const project of projectsOf(site).filter((id) => browses(site, person, id))) {
    const { trend, basis } = await ask<ProjectAlignment>('projectAlignment', { filter: {} }, project);
    found.push(...ofTrend(project, { trend: trend ?? [] }, { look, filter: {}, today: basis.to }));
  }
  return found;
};
