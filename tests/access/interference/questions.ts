import { type CountedWork, OUTSIDE } from '../../../src/domain/work/countedWork';
import type { Contract } from '../../../src/contract';
import { FUNCTION_KINDS, HIDDEN, NONE, OTHER } from '../../../src/domain/work/functionMatrix';
import { WINDOW_DAYS } from '../../../src/domain/time/window';
import { DAY_MS, type makeWorld, NOW, type Person } from '../../resolvers/world';

type World = Awaited<ReturnType<typeof makeWorld>>;

/** A call of a page by a viewer. `on`: the page, or the key of the issue whose panel asks */
type Question = { [K in keyof Contract]: { call: K; payload: Parameters<Contract[K]>[0]; on: string } }[keyof Contract];

const LOOK = { window: 90, measure: 'items' } as const;
const KEYS = ['OBJ-1', 'OBJ-2', 'OBJ-4'];

const ALL: CountedWork = { part: 'all', standing: null, objective: null, weeks: null };

/** Questions whose answers grow with the work of several projects, with every window and measure. */
/** Numbers of each kind, to be opened. */
const COUNTED: CountedWork[] = [
  { part: 'effort', standing: null, objective: null, weeks: null },
  { part: 'planned', standing: 'unlinked', objective: null, weeks: null },
  { part: 'all', standing: null, objective: { key: 'OBJ-1', below: true }, weeks: null },
  { part: 'finished', standing: 'aligned', objective: null, weeks: { first: 2_930, last: 2_942 } },
  { part: 'added', standing: null, objective: { key: 'OBJ-1', below: true }, weeks: { first: null, last: 2_942 } },
  { part: 'blocked', standing: null, objective: { key: 'OBJ-2', below: true }, weeks: null },
  { part: 'dropped', standing: null, objective: { key: 'OBJ-2', below: false }, weeks: null },
  { part: 'effort', standing: 'strategic', objective: null, weeks: null },
  { part: 'effort', standing: 'aligned', objective: OUTSIDE, weeks: null },
  { part: 'all', standing: null, objective: null, weeks: null, isUnestimated: true },
  { part: 'unknownParents', standing: null, objective: null, weeks: null },
  { part: 'effort', standing: null, objective: null, weeks: null, retags: 'late' },
  { part: 'effort', standing: 'aligned', objective: null, weeks: null, retags: { from: 20_000, to: 21_000 } },
];

/** What one person does for an objective. */
const OWN: CountedWork = {
  ...{ part: 'effort', standing: null, objective: { key: 'OBJ-1', below: true }, weeks: null },
  assignee: 'member',
};

/** Days before the history begins, the first that the app records, and one after it, which may be still to come. */
const FIRST_RECORDED = Math.floor(NOW / DAY_MS);
const PAST_DAYS = [FIRST_RECORDED - 60, FIRST_RECORDED - 1, FIRST_RECORDED, FIRST_RECORDED + 3];

const ofPortfolio: Question[] = [
  ...WINDOW_DAYS.flatMap((window) =>
    (['items', 'points'] as const).map((measure): Question => ({
      call: 'portfolio',
      payload: { window, measure },
      on: 'portfolio',
    })),
  ),
  ...FUNCTION_KINDS.map((by): Question => ({ call: 'functionMatrix', payload: { ...LOOK, by }, on: 'portfolio' })),
  ...KEYS.map((key): Question => ({ call: 'objectiveDetail', payload: { ...LOOK, key }, on: 'portfolio' })),
  ...KEYS.map((key): Question => ({ call: 'objectiveHistory', payload: { key, before: null }, on: 'portfolio' })),
  ...KEYS.map((key): Question => ({
    call: 'olderCheckIns',
    payload: { key, before: { day: 30_000, id: 0 } },
    on: 'portfolio',
  })),
  ...KEYS.map((key): Question => ({ call: 'statedObjective', payload: { key }, on: 'portfolio' })),
  { call: 'review', payload: { ...LOOK, since: null }, on: 'portfolio' },
  ...PAST_DAYS.map((day): Question => ({ call: 'pastPortfolio', payload: { ...LOOK, day }, on: 'portfolio' })),
  { call: 'pastPortfolio', payload: { window: 30, measure: 'points', day: FIRST_RECORDED - 9 }, on: 'portfolio' },
  { call: 'review', payload: { window: 30, measure: 'points', since: 20_500 }, on: 'portfolio' },
  ...[...COUNTED, OWN].map((counted): Question => ({
    call: 'countedInPortfolio',
    payload: { window: 90, measure: 'points', counted, row: null, cursor: null },
    on: 'portfolio',
  })),
  ...FUNCTION_KINDS.flatMap((by) =>
    [NONE, HIDDEN, OTHER].map((id): Question => ({
      call: 'countedInPortfolio',
      payload: { ...LOOK, counted: ALL, row: { by, id }, cursor: null },
      on: 'portfolio',
    })),
  ),
  ...FUNCTION_KINDS.map((by): Question => ({
    call: 'countedInPortfolio',
    payload: { ...LOOK, counted: ALL, row: { by, without: [NONE, HIDDEN] }, cursor: null },
    on: 'portfolio',
  })),
  { call: 'undecidedInPortfolio', payload: { ...LOOK, part: 'all', cursor: null }, on: 'portfolio' },
  { call: 'pastLinksInPortfolio', payload: {}, on: 'portfolio' },
  { call: 'searchObjectives', payload: { query: '' }, on: 'portfolio' },
  { call: 'dueCheckIns', payload: {}, on: 'portfolio' },
  { call: 'myAccess', payload: {}, on: 'portfolio' },
  { call: 'strategy', payload: {}, on: 'portfolio' },
  { call: 'exportStrategy', payload: {}, on: 'portfolio' },
  { call: 'proposedEpics', payload: {}, on: 'portfolio' },
  { call: 'objectiveImpact', payload: { key: 'OBJ-2', parent: null, status: 'dropped' }, on: 'portfolio' },
  { call: 'importStrategy', payload: { csv: 'key,title\nOBJ-9,Serve faster', apply: false }, on: 'portfolio' },
];

const ofProject: Question[] = [
  ...WINDOW_DAYS.map((window): Question => ({
    call: 'projectAlignment',
    payload: { window, measure: 'points', filter: {} },
    on: 'project',
  })),
  ...PAST_DAYS.map((day): Question => ({ call: 'pastProject', payload: { ...LOOK, day }, on: 'project' })),
  { call: 'projectFilters', payload: {}, on: 'project' },
  { call: 'unlinkedWork', payload: { window: 90, part: 'all', filter: {}, cursor: null }, on: 'project' },
  { call: 'triage', payload: { window: 90, measure: 'points', part: 'all' }, on: 'project' },
  {
    call: 'undecidedInProject',
    payload: { window: 90, measure: 'points', part: 'all', filter: {}, cursor: null },
    on: 'project',
  },
  ...COUNTED.map((counted): Question => ({
    call: 'countedInProject',
    payload: { window: 90, measure: 'points', filter: {}, counted, cursor: null },
    on: 'project',
  })),
  { call: 'pastLinksInProject', payload: {}, on: 'project' },
  { call: 'unlinkedEpics', payload: {}, on: 'project' },
];

const ofIssue = (key: string): Question[] => [
  { call: 'issueAlignment', payload: { measure: 'items' }, on: key },
  { call: 'inheritedObjective', payload: {}, on: key },
  { call: 'pastLinksAroundIssue', payload: {}, on: key },
  { call: 'whyItMatters', payload: {}, on: key },
];

/** Every question of a viewer, with its answer as text. References of errors, which are drawn anew each time, are left out. */
export const answersTo = async (world: World, viewer: Person): Promise<{ question: string; answer: string }[]> => {
  const [issue] = [...world.site.jira.issues.all()].filter(({ project }) => project.key === 'WEB');
  const questions = [...ofPortfolio, ...ofProject, ...(issue ? ofIssue(issue.key) : [])];
  const answers: { question: string; answer: string }[] = [];
  for (const { call, payload, on } of questions) {
    const answer =
      on === 'portfolio'
        ? await world.onPortfolio(viewer, call, payload)
        : on === 'project'
          ? await world.onProject(viewer, call, payload)
          : await world.onIssue(viewer, on, call, payload);
    answers.push({
      question: `${viewer}: ${call} ${JSON.stringify(payload)}`,
      answer: JSON.stringify(answer, (name, value: unknown) => (name === 'reference' ? undefined : value)),
    });
  }
  return answers;
};
