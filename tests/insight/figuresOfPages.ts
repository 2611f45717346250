import type {
  FunctionMatrix,
  Measure,
  ObjectiveDetail,
  Portfolio,
  ProjectAlignment,
  Retagged,
  UnlinkedEpics,
  WhyItMatters,
  WindowDays,
} from '../../src/contract';
import { FUNCTION_KINDS } from '../../src/domain/work/functionMatrix';
import { strategicIn } from '../../src/domain/work/mix';
import { STANDINGS } from '../../src/domain/work/standing';
import { createFormat } from '../../static/src/shared/format';
import {
  alignedByLinking,
  effortOf,
  openBelow,
  type Listed,
  type Opened,
} from '../../static/src/shared/counted/opened';
import { explainMix, mixOpens } from '../../static/src/shared/explain/explanation';
import { pointOpens, type TrendOf } from '../../static/src/shared/explain/trendPoint';
import { lateOpens, massOpens } from '../../static/src/shared/retags/explainRetags';
import { WORK_KINDS, type WorkKind } from '../../static/src/shared/words';
import { shareOpens } from '../../static/src/surfaces/portfolio/explain/allocation';
import { explainFinding } from '../../static/src/surfaces/portfolio/findings/evidence';
import { flowOf } from '../../static/src/surfaces/portfolio/effort/flow';
import { matrixOf } from '../../static/src/surfaces/portfolio/effort/matrix';
import { matrixOpens } from '../../static/src/surfaces/portfolio/effort/matrixOpens';
import { projectOpens } from '../../static/src/surfaces/portfolio/objective/projectOpens';
import { flowOpens, scopeOpens } from '../../static/src/surfaces/portfolio/figures/scope';
import type { Site } from '../site/site';
import { answered, browses, type Figure, projectsOf } from './openFigures';

type Look = { window: WindowDays; measure: Measure };

type Mixes = Pick<Portfolio, WorkKind>;

const format = createFormat('en_US', 'UTC');

/** A figure as a page shows it, if it opens to a list. */
const figure = (project: string | null, opened: Opened | null, shown: number | string): Figure[] =>
  opened === null
    ? []
    : [{ project, row: opened.row ?? null, asked: { counted: opened.counted, ...opened.look }, shown }];

const ofTrend = (project: string | null, { trend }: Pick<Portfolio, 'trend'>, of: TrendOf): Figure[] =>
  trend.flatMap((point) =>
    STANDINGS.flatMap((standing) => figure(project, pointOpens(point, standing, of, format), point[standing])),
  );

/** The numbers of a mix of standings, with the notes of its explanation. */
const ofMixes = (project: string | null, mixes: Mixes, basis: Parameters<typeof explainMix>[2]['basis'], of: Listed) =>
  WORK_KINDS.flatMap((kind) => {
    const { leftOut = [], assumed = [] } = explainMix(kind, mixes[kind], { basis, of }, format);
    return [
      ...figure(project, mixOpens(kind, of, 'strategic'), strategicIn(mixes[kind])),
      ...figure(project, mixOpens(kind, of), format.units(mixes[kind].units)),
      ...[...leftOut, ...assumed].flatMap((note) =>
        typeof note === 'string' ? [] : figure(project, note.opens, note.number),
      ),
    ];
  });

/** The shares of the allocation, by their sizes. */
const ofAllocation = ({ allocations, basis, effort }: Portfolio): Figure[] =>
  allocations.flatMap((one) => figure(null, shareOpens(one, basis), one.actual * effort.aligned));

/** Every number of the matrix, and of the flow above it. */
const ofMatrix = (matrix: FunctionMatrix, { objectives }: Portfolio): Figure[] =>
  WORK_KINDS.flatMap((kind) => {
    const seen = objectives.map(({ objective }) => objective);
    const { rows, columns, run, unlinked } = matrixOf(matrix, kind, new Set(seen.map(({ key }) => key)));
    const { sources, sinks } = flowOf(matrix, kind, seen);
    const listed = [...columns.entries()].filter(([, { isListed }]) => isListed);
    const at = (place: Parameters<typeof matrixOpens>[2], shown: number): Figure[] =>
      figure(null, matrixOpens(matrix, kind, place), shown);
    return [
      ...rows.flatMap(({ row, cells, run: ran, unlinked: none, sum }) => [
        ...listed.flatMap(([column, { objective }]) => [
          ...at({ row, objective: objective.key }, cells[column]?.size ?? NaN),
          ...at({ row, objective: objective.key, standing: 'stale' }, cells[column]?.stale ?? NaN),
        ]),
        ...at({ row, standing: 'run' }, ran),
        ...at({ row, standing: 'unlinked' }, none),
        ...at({ row, standing: 'aligned' }, row[kind].aligned),
        ...at({ row }, sum),
      ]),
      ...listed.flatMap(([, { objective, sum }]) => at({ objective: objective.key }, sum.size)),
      ...at({ standing: 'run' }, run),
      ...at({ standing: 'unlinked' }, unlinked),
      ...[...sources, ...sinks].flatMap(({ opens, size }) => figure(null, opens, size)),
    ];
  });

/** The evidence of the findings, as far as it opens to issues. */
const ofFindings = (portfolio: Portfolio): Figure[] =>
  portfolio.findings.flatMap((finding) =>
    explainFinding(finding, portfolio, format).inputs.flatMap(({ value, opens }) =>
      opens ? figure(null, opens, value) : [],
    ),
  );

/** What each person does for an objective. */
const ofPeople = ({ objective: { objective }, basis, people }: ObjectiveDetail): Figure[] =>
  people.flatMap(({ accountId, units }) =>
    figure(null, effortOf(accountId, objective.key, basis), format.units(units)),
  );

const ofObjective = ({ objective, basis, flow, projects }: ObjectiveDetail): Figure[] => {
  const about = { key: objective.objective.key, basis };
  return [
    ...projects.flatMap(({ project, work, effort }) => [
      ...figure(null, projectOpens(project, 'all', about.key, basis), work.total),
      ...figure(null, projectOpens(project, 'effort', about.key, basis), effort),
    ]),
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

/** What was linked late, and many at once. */
const ofRetags = (project: string | null, { late, mass }: Retagged, of: Listed): Figure[] => [
  ...(['aligned', 'run'] as const)
    .filter((standing) => late[standing] > 0)
    .flatMap((standing) => figure(project, lateOpens(of, standing), late[standing])),
  ...mass.flatMap((one) => figure(project, massOpens(one, of, project === null), format.units(one.units))),
];

/** What the panel of an issue says that linking it would align. */
const ofPanel = async (
  site: Site,
  accountId: string,
  { project, issue }: { project: string; issue: string },
): Promise<Figure[]> => {
  const extension = { project: { id: project }, issue: { id: issue } };
  const context = { accountId, moduleKey: 'alignment-panel', extension };
  const { aligns } = answered<WhyItMatters>(await site.invoke('whyItMatters', {}, context));
  return aligns === null || aligns === 0 ? [] : figure(project, alignedByLinking(issue, ''), format.units(aligns));
};

/** Figures by the kind of page that shows them. */
export type FiguresOfPages = Record<
  'trends' | 'findings' | 'mixes' | 'retags' | 'allocations' | 'matrices' | 'objectives' | 'people' | 'epics',
  Figure[]
>;

/** The figures that a person's pages show at a look, with the lists that the pages open them to. */
export const figuresOfPages = async (site: Site, person: string, look: Look): Promise<FiguresOfPages> => {
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
  const found: FiguresOfPages = {
    trends: ofTrend(null, portfolio, { look, filter: null, today: portfolio.basis.to }),
    findings: ofFindings(portfolio),
    mixes: ofMixes(null, portfolio, portfolio.basis, { look, filter: null }),
    retags: ofRetags(null, portfolio.retags, { look, filter: null }),
    allocations: ofAllocation(portfolio),
    matrices: [],
    objectives: [],
    people: [],
    epics: [],
  };
  for (const by of FUNCTION_KINDS)
    found.matrices.push(...ofMatrix(await ask<FunctionMatrix>('functionMatrix', { by }), portfolio));
  for (const { objective } of portfolio.objectives) {
    const detail = await ask<ObjectiveDetail>('objectiveDetail', { key: objective.key });
    found.objectives.push(...ofObjective(detail));
    found.people.push(...ofPeople(detail));
  }
  for (const project of projectsOf(site).filter((id) => browses(site, person, id))) {
    const alignment = await ask<ProjectAlignment>('projectAlignment', { filter: {} }, project);
    const { trend, basis } = alignment;
    const { issues } = await ask<UnlinkedEpics>('unlinkedEpics', {}, project);
    found.epics.push(...issues.flatMap(({ id, units }) => figure(project, openBelow(id, ''), units)));
    for (const { id } of issues) found.epics.push(...(await ofPanel(site, person, { project, issue: id })));
    found.mixes.push(...ofMixes(project, alignment, basis, { look, filter: {} }));
    found.retags.push(...ofRetags(project, alignment.retags, { look, filter: {} }));
    found.trends.push(...ofTrend(project, { trend: trend ?? [] }, { look, filter: {}, today: basis.to }));
  }
  return found;
};
