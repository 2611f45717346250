import type { Contract, WorkFilter } from '../../../src/contract';
import { weekOf } from '../../../src/domain/time/weeks';
import { WINDOW_DAYS, type WindowDays } from '../../../src/domain/time/window';
import { FUNCTION_KINDS, HIDDEN, OTHER } from '../../../src/domain/work/functionMatrix';
import type { CountedWork } from '../../../src/domain/work/countedWork';
import { ADMIN, READER } from '../../bench/site/buildSite';
import { call, DAY_MS, inProject, onIssue, PORTFOLIO, SETTINGS, type World } from './world';

const MEASURES = ['items', 'points'] as const;

/** What is asked for each window differs in its columns only: one person looks at all. */
const windowsOf = (who: string): readonly WindowDays[] => (who === ADMIN ? WINDOW_DAYS : [90]);

type Looked = { window: WindowDays; filter: WorkFilter };

/** A project in each window, and through each filter. */
const projectLooks = (world: World, who: string): Looked[] => [
  ...windowsOf(who).map((window): Looked => ({ window, filter: {} })),
  ...(who === ADMIN ? filters(world).map((filter): Looked => ({ window: 90, filter })) : []),
];

/** Everything that pages ask when somebody looks. */
export const lookAround = async (world: World, who: string): Promise<void> => {
  await lookAtIssues(world, who);
  await lookAtProject(world, who);
  await lookAtPortfolio(world, who);
  if (who === ADMIN) await lookAsAdmin(world);
};

const lookAtIssues = async (world: World, who: string): Promise<void> => {
  const { key, size } = world.made.largest;
  const epic = `${key}-1`;
  for (const issue of [`${key}-${Math.ceil(size / 2)}`, epic]) {
    for (const measure of MEASURES) await call(world, who, onIssue(world, issue), 'issueAlignment', { measure });
    await call(world, who, onIssue(world, issue), 'inheritedObjective', {});
    await call(world, who, onIssue(world, issue), 'pastLinksAroundIssue', {});
    await call(world, who, onIssue(world, issue), 'whyItMatters', {});
  }
  await call(world, who, onIssue(world, epic), 'searchObjectives', { query: 'objective' });
  await call(world, who, onIssue(world, epic), 'objectiveTitle', { key: 'OBJ-1' });
};

const lookAtProject = async (world: World, who: string): Promise<void> => {
  const page = inProject(world);
  for (const look of projectLooks(world, who)) {
    for (const measure of MEASURES) await call(world, who, page, 'projectAlignment', { ...look, measure });
    for (const part of ['all', 'effort', 'planned'] as const) {
      const { next } = await call(world, who, page, 'unlinkedWork', { ...look, part, cursor: null });
      if (next !== null) await call(world, who, page, 'unlinkedWork', { ...look, part, cursor: next });
    }
  }
  for (const filter of [{}, ...(who === ADMIN ? filters(world) : [])]) {
    for (const measure of MEASURES) {
      for (const counted of [ALL, LATE, finishedSince(world)]) {
        const asked = { window: 90, measure, filter, counted } as const;
        const { next } = await call(world, who, page, 'countedInProject', { ...asked, cursor: null });
        if (next !== null) await call(world, who, page, 'countedInProject', { ...asked, cursor: next });
      }
    }
  }
  await call(world, who, page, 'triage', { window: 90, measure: 'points', part: 'all' });
  for (const filter of [{}, ...(who === ADMIN ? filters(world) : [])]) {
    const asked = { window: 90, measure: 'points', part: 'all', filter } as const;
    const { next } = await call(world, who, page, 'undecidedInProject', { ...asked, cursor: null });
    if (next !== null) await call(world, who, page, 'undecidedInProject', { ...asked, cursor: next });
  }
  await call(world, who, page, 'pastLinksInProject', {});
  await call(world, who, page, 'projectFilters', {});
  const epics = await call(world, who, page, 'unlinkedEpics', {});
  for (const { id } of epics.issues.slice(0, 1)) {
    for (const counted of [OPEN, { ...ALL, standing: 'unlinked' }] as const) {
      const asked = {
        window: 90,
        measure: 'items',
        filter: {},
        counted: { ...counted, below: id },
        cursor: null,
      } as const;
      await call(world, who, page, 'countedInProject', asked);
    }
  }
};

/** One, and all that a filter may hold together. */
const filters = ({ site, made }: World): WorkFilter[] => {
  const issues = [...site.jira.issues.ofProject(made.largest.id)];
  const full = issues.find((one) => one.components.length * one.fixVersions.length * one.sprints.length > 0);
  const [component, fixVersion, sprint] = [full?.components[0]?.id, full?.fixVersions[0]?.id, full?.sprints[0]?.id];
  if (component === undefined || fixVersion === undefined || sprint === undefined)
    throw new Error('No issue carries all that a filter may hold.');
  return [{ component }, { component, fixVersion }, { component, fixVersion, sprint: String(sprint) }];
};

const ALL: CountedWork = { part: 'all', standing: null, objective: null, weeks: null };

const OPEN: CountedWork = { part: 'open', standing: null, objective: null, weeks: null };

const UNLINKED: CountedWork = { part: 'planned', standing: 'unlinked', objective: null, weeks: null };

/** Work that was linked after it was done. */
const LATE: CountedWork = { part: 'effort', standing: null, objective: null, weeks: null, retags: 'late' };

/** Work that was done in the last weeks, which is counted by week. */
const finishedSince = ({ site }: World): CountedWork => {
  const week = weekOf(Math.floor(site.clock.now() / DAY_MS));
  return { part: 'finished', standing: null, objective: null, weeks: { first: week - 12, last: week } };
};

/** Lists of work on an objective, of work without one, and of both: what is counted of it does not change a statement's shape. */
const listsOf = (key: string): CountedWork[] => [
  { part: 'effort', standing: null, objective: { key, below: true }, weeks: null },
  UNLINKED,
  ALL,
  LATE,
];

/** Everything that the portfolio page asks when somebody looks. */
const lookAtPortfolio = async (world: World, who: string): Promise<void> => {
  const key = world.made.objectives[0]?.key ?? '';
  await call(world, who, PORTFOLIO, 'pastLinksInPortfolio', {});
  const undecided = { window: 90, measure: 'items', part: 'all' } as const;
  const { next } = await call(world, who, PORTFOLIO, 'undecidedInPortfolio', { ...undecided, cursor: null });
  if (next !== null) await call(world, who, PORTFOLIO, 'undecidedInPortfolio', { ...undecided, cursor: next });
  for (const measure of MEASURES) {
    for (const window of windowsOf(who)) {
      await call(world, who, PORTFOLIO, 'portfolio', { window, measure });
      for (const by of ['team', 'component'] as const)
        await call(world, who, PORTFOLIO, 'functionMatrix', { window, measure, by });
    }
    const look = { window: 90, measure } as const;
    await lookAtList(world, who, { ...look, counted: finishedSince(world), row: null });
    await call(world, who, PORTFOLIO, 'objectiveDetail', { ...look, key });
    await call(world, who, PORTFOLIO, 'review', { ...look, since: null });
  }
  if (who !== READER) await lookBack(world, who);
  await lookAtLists(world, who, key);
  await call(world, who, PORTFOLIO, 'objectiveHistory', { key, before: null });
  await call(world, who, PORTFOLIO, 'objectiveHistory', { key, before: 2 });
  await call(world, who, PORTFOLIO, 'olderCheckIns', { key, before: { day: 1, id: 1 } });
  await call(world, who, PORTFOLIO, 'dueCheckIns', {});
};

/** Lists whose statements are the same in items and in points: all but those of finished work. */
const lookAtLists = async (world: World, who: string, key: string): Promise<void> => {
  const look = { window: 90, measure: 'points' } as const;
  for (const counted of listsOf(key)) await lookAtList(world, who, { ...look, counted, row: null });
  for (const by of FUNCTION_KINDS) {
    const { functions } = await call(world, who, PORTFOLIO, 'functionMatrix', { ...look, by });
    for (const id of [functions[0]?.id, OTHER, HIDDEN]) {
      if (id === undefined) continue;
      for (const counted of [ALL, UNLINKED]) await lookAtList(world, who, { ...look, counted, row: { by, id } });
    }
  }
};

type AskedList = Omit<Parameters<Contract['countedInPortfolio']>[0], 'cursor'>;

/** The first page of a list, and the second. */
const lookAtList = async (world: World, who: string, asked: AskedList): Promise<void> => {
  const { next } = await call(world, who, PORTFOLIO, 'countedInPortfolio', { ...asked, cursor: null });
  if (next !== null) await call(world, who, PORTFOLIO, 'countedInPortfolio', { ...asked, cursor: next });
};

/** A day before the app recorded anything, which is counted again from all work items, and yesterday, which may be recorded. */
const lookBack = async (world: World, who: string): Promise<void> => {
  const today = Math.floor(world.site.clock.now() / DAY_MS);
  for (const day of [today - 40, today - 1]) {
    const asked = { window: 90, measure: 'points', day } as const;
    await call(world, who, PORTFOLIO, 'pastPortfolio', asked);
    await call(world, who, inProject(world), 'pastProject', asked);
  }
};

/** What Jira's search asks the app. Every hour it is answered again. */
const searchByFunction = async ({ site, made }: World): Promise<void> => {
  const functions = site.jira.jqlFunctions;
  if (!functions) throw new Error('The app has no JQL functions.');
  const about = { field: 'issue', operator: 'in' };
  const calls = [
    ...made.objectives.slice(-3).map(({ key }) => ({ name: 'serves', arguments: [key] })),
    { name: 'servesNothing', arguments: [] },
  ];
  // On a large site it is more than Jira takes.
  for (const one of calls) await functions.resultOf({ ...about, ...one }).catch(() => null);
};

const lookAsAdmin = async (world: World): Promise<void> => {
  const { site, made } = world;
  const key = made.objectives[0]?.key ?? '';
  for (const name of ['exportStrategy', 'proposedEpics'] as const) await call(world, ADMIN, PORTFOLIO, name, {});
  const { objectives } = await call(world, ADMIN, PORTFOLIO, 'strategy', {});
  const owner = objectives.find((one) => one.owner !== null && one.status === 'active')?.owner;
  if (owner == null) throw new Error('Nobody owns an objective.');
  await call(world, owner, PORTFOLIO, 'dueCheckIns', {});
  await call(world, ADMIN, PORTFOLIO, 'objectiveImpact', { key, parent: null, status: 'dropped' });
  for (const name of ['settings', 'settingChoices', 'operations', 'droppedWork'] as const)
    await call(world, ADMIN, SETTINGS, name, {});
  await call(world, ADMIN, SETTINGS, 'endedWork', { after: null });
  for (const before of [null, { at: site.clock.now(), id: 1 }])
    await call(world, ADMIN, SETTINGS, 'auditLog', { before });
  await call(world, ADMIN, SETTINGS, 'exportAuditLog', {});
  await searchByFunction(world);
};
