import type {
  IssueAlignment,
  MixFigure,
  ObjectiveOption,
  ObjectiveRef,
  ProjectAlignment,
  Proposal,
  Retagged,
  UnlinkedWork,
  WorkFigure,
} from '../../../src/contract';
import type { JiraIssue } from '../../../static/src/shared/jira/issues';
import { asDay } from '../../domain/days';

const share: ObjectiveRef = { key: 'OBJ-1', title: 'Win market share', status: 'active' };
export const basket: ObjectiveRef = { key: 'OBJ-12', title: 'One basket everywhere', status: 'active' };

export const options: ObjectiveOption[] = [
  { ...share, above: [] },
  { ...basket, above: [share] },
];

export const work = (todo: number, doing: number, done: number): WorkFigure => {
  const total = todo + doing + done;
  return {
    todo,
    doing,
    done,
    total,
    dropped: 0,
    progress: total > 0 ? done / total : null,
    unestimated: 0,
    progressRange: null,
  };
};

export const mix = (aligned: number, run: number, stale: number, unlinked: number): MixFigure => {
  const strategic = aligned + stale + unlinked;
  const units = strategic + run;
  return {
    aligned,
    run,
    stale,
    unlinked,
    alignment: strategic > 0 ? aligned / strategic : null,
    runShare: units > 0 ? run / units : null,
    units,
    unestimated: 0,
    alignmentRange: null,
  };
};

export const issue: IssueAlignment = {
  issueId: '42',
  counted: { kind: 'unit' },
  tag: null,
  field: 'customfield_10100',
  serves: {
    kind: 'objective',
    chain: [
      { objective: basket, work: work(10, 1, 9) },
      { objective: share, work: work(30, 10, 60) },
    ],
  },
  provenance: { kind: 'inherited', fromId: '7', origin: null },
  standing: 'aligned',
  canEdit: true,
  stored: [
    { id: '42', parentId: '7', updated: '2026-11-20T09:00:00.000Z' },
    { id: '7', parentId: null, updated: '2026-11-20T09:00:00.000Z' },
  ],
  measure: 'items',
  asOf: '2026-11-23T10:00:00Z',
  covers: 'browsable',
  sync: { state: 'complete', finishedAt: '2026-11-20T10:00:00Z' },
};

export const unserved: IssueAlignment = {
  ...issue,
  serves: { kind: 'none' },
  provenance: { kind: 'none' },
  standing: 'unlinked',
};

/** Nothing was linked late or much at once. */
export const noRetags: Retagged = {
  late: { units: 0, aligned: 0, run: 0, alignmentWithout: 0.6 },
  mass: [],
  massTotal: 0,
};

export const project: ProjectAlignment = {
  project: { id: '1', key: 'WEB', name: 'Web shop' },
  basis: {
    asOf: '2026-11-23T10:00:00Z',
    from: asDay('2026-08-26'),
    to: asDay('2026-11-23'),
    measure: 'items',
    undated: 3,
    dropped: 7,
    unknownParents: 1,
    median: null,
  },
  effort: mix(6, 2, 1, 3),
  planned: mix(2, 0, 0, 2),
  retags: noRetags,
  objectives: [
    { objective: basket, here: work(10, 1, 9), effort: 6, overall: null },
    { objective: share, here: work(0, 0, 0), effort: 0, overall: work(30, 10, 60) },
  ],
  unlinked: { effort: 3, planned: 2 },
  covers: 'browsable',
  trend: [
    { day: asDay('2026-11-15'), ...mix(2, 0, 0, 2), recorded: false },
    { day: asDay('2026-11-22'), ...mix(5, 2, 1, 4), recorded: true },
    { day: asDay('2026-11-23'), ...mix(6, 2, 1, 3), recorded: true },
  ],
  sync: issue.sync,
};

export const unlinkedIssue = (id: string): UnlinkedWork['issues'][number] => ({ id });

/** An issue as Jira shows it. */
export const jiraIssue = (id: string, key = `WEB-${id}`, fields: JiraIssue['fields'] = {}): JiraIssue => ({
  id,
  key,
  fields: {
    summary: `Work of ${key}`,
    issuetype: { name: 'Story' },
    status: { name: 'In Review', statusCategory: { key: 'indeterminate' } },
    assignee: null,
    updated: '2026-11-20T09:00:00.000+0000',
    ...fields,
  },
});

/** The sample issue and the one above it, as Jira shows them. */
export const seenIssues = [
  jiraIssue('42', 'WEB-42', { parent: { id: '7' } }),
  jiraIssue('7', 'WEB-7', { summary: 'Checkout that remembers' }),
];

/** A proposal that waits; name what differs. */
export const proposal = (known: Partial<Proposal> = {}): Proposal => ({
  state: 'proposed',
  proposedBy: 'ada',
  proposedAt: '2026-11-20T09:00:00Z',
  note: 'Customers ask for it',
  decidedBy: null,
  decidedAt: null,
  reason: null,
  objective: null,
  ...known,
});
