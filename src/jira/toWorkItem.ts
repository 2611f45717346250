import { z } from 'zod';
import { jiraInstant } from '../domain/time/jiraInstant';
import { isJiraId } from '../domain/jiraId';
import { dayOf } from '../domain/time/day';
import type { FieldValue } from '../domain/strategy/fieldValue';
import { isTag } from '../domain/strategy/objectiveKey';
import type { DroppedDecisions, Named } from '../domain/work/dropped';
import { outcomeOf, type StatusCategory } from '../domain/work/outcome';
import type { Facet, SyncedItem, WorkFunction } from '../domain/work/workItem';
import type { SiteFields, StrategyInJira } from './fields';
import { strategyOf } from './strategyOf';
import type { JiraIssue } from './issue';
import { numberIn } from './issues';
import { JiraError } from './jiraError';

/** How issues of this site are read. */
export type Reading = {
  fields: SiteFields;
  timeZone: string;
  /** what an admin decided of resolutions and statuses that mean dropped */
  dropped: DroppedDecisions;
  strategy: StrategyInJira;
  /** ids of excluded projects */
  excluded: ReadonlySet<number>;
  /** ids of the projects that Jira listed last: not archived, trashed or hidden */
  live: ReadonlySet<number>;
};

/** Whether an issue's project is not excluded. The issue must have been fetched with its project. */
export const isInScope = ({ fields }: JiraIssue, { excluded }: Pick<Reading, 'excluded'>): boolean =>
  !excluded.has(Number(fields.project?.id));

/**
 * Whether an issue's project was live when Jira last listed projects. Needed for issues read by id, which Jira answers
 * in archived projects too. What a search finds is live.
 */
export const isLive = ({ fields }: JiraIssue, { live }: Pick<Reading, 'live'>): boolean =>
  live.has(Number(fields.project?.id));

/** Larger estimates are taken for typing errors and cut, so that sums stay exact. */
const LARGEST_ESTIMATE_POINTS = 2_000_000;

/** Jira's account id of a deleted user whose record is corrupted. It names nobody. */
const CORRUPTED = 'unknown';

const fieldValue = z.object({ key: z.string().refine(isTag), name: z.string().catch('') });
const options = z.array(z.unknown());
const teamValue = z.object({ id: z.string().min(1).max(64), name: z.string().min(1) });
/** A status of this name means blocked, like the flag. Compared without regard to case. */
const BLOCKED_STATUS = 'blocked';
const sprints = z.array(z.object({ id: z.number(), name: z.string() }));

/**
 * An issue as a work item. It must have been fetched with `countingFields`.
 * @throws JiraError `malformed` if Jira left out what every issue has
 */
export const toWorkItem = (issue: JiraIssue, { fields, timeZone, dropped, strategy }: Reading): SyncedItem => {
  const { project, issuetype, status, created, updated, parent, assignee, resolution } = issue.fields;
  if (!project || !issuetype || !status || !created || !updated) {
    throw new JiraError('malformed', 200, `Jira answered issue ${issue.id} without fields that every issue has.`);
  }
  const outcome = outcomeOf(
    categoryOf(status.statusCategory?.key),
    { status: namedFrom(status), resolution: resolution ? namedFrom(resolution) : null },
    dropped,
  );
  const ended = issue.fields.resolutiondate ?? issue.fields.statuscategorychangedate ?? null;
  return {
    id: Number(issue.id),
    project: Number(project.id),
    projectKey: project.key,
    projectName: project.name ?? project.key,
    number: numberIn(issue.key),
    level: issuetype.hierarchyLevel ?? (issuetype.subtask ? -1 : 0),
    parent: parent ? Number(parent.id) : null,
    outcome,
    estimate: estimateOf(issue, fields),
    assignee: assignee && assignee.accountId !== CORRUPTED ? assignee.accountId : null,
    assigneeIsActive: assignee?.active ?? true,
    tag: tagOf(issue, fields),
    created: dayOf(jiraInstant(created), timeZone),
    ended: ended === null ? null : dayOf(jiraInstant(ended), timeZone),
    blocked: isFlagged(issue, fields) || status.name?.trim().toLowerCase() === BLOCKED_STATUS,
    facets: facetsOf(issue, fields),
    component: firstComponent(issue),
    team: teamOf(issue, fields),
    status: numberOf(status.id),
    resolution: numberOf(resolution?.id),
    type: numberOf(issuetype.id),
    updated: jiraInstant(updated),
    ...strategyOf(issue, strategy, fields),
  };
};

/** Issues as work items, and the ids of those that Jira left something out of. */
export const toWorkItems = (
  issues: readonly JiraIssue[],
  reading: Reading,
): { items: SyncedItem[]; unreadable: number[] } => {
  const [items, unreadable]: [SyncedItem[], number[]] = [[], []];
  for (const issue of issues) {
    try {
      items.push(toWorkItem(issue, reading));
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      unreadable.push(Number(issue.id));
    }
  }
  return { items, unreadable };
};

const namedFrom = ({ id = '', name = '' }: Partial<Named>): Named => ({ id, name });

const numberOf = (id: string | undefined): number | null => (id !== undefined && isJiraId(id) ? Number(id) : null);

/**
 * An issue's own tag: the key in the strategic-objective field. A value that cannot be a key is no tag, so text from
 * Jira never becomes an objective that nobody could create.
 */
export const tagOf = (issue: JiraIssue, fields: SiteFields): string | null => tagValueOf(issue, fields)?.key ?? null;

/** The value with that key. Whoever wrote it wrote its title too, so that is for comparing with the stored one only. */
export const tagValueOf = (issue: JiraIssue, { objective }: SiteFields): FieldValue | null => {
  const parsed = fieldValue.safeParse(objective === null ? null : issue.fields[objective]);
  return parsed.success ? parsed.data : null;
};

/** In thousandths of a point. A negative number is no estimate. */
const estimateOf = (issue: JiraIssue, { estimates }: SiteFields): number | null => {
  const found = estimates.map((id) => issue.fields[id]).find((value) => typeof value === 'number' && value >= 0);
  return found === undefined ? null : Math.round(Math.min(Number(found), LARGEST_ESTIMATE_POINTS) * 1000);
};

/** Categories that Jira may add count as "no category". */
export const categoryOf = (key: string | undefined): StatusCategory =>
  key === 'new' || key === 'indeterminate' || key === 'done' ? key : 'undefined';

const facetsOf = (issue: JiraIssue, fields: SiteFields): Facet[] => [
  ...sprintsOf(issue, fields).map(({ id }): Facet => `s${id}`),
  ...(issue.fields.fixVersions ?? []).map(({ id }): Facet => `v${id}`),
  ...(issue.fields.components ?? []).map(({ id }): Facet => `c${id}`),
];

/** Whether any box of the flag is ticked. An admin may have renamed boxes or added some. */
const isFlagged = (issue: JiraIssue, { flagged }: SiteFields): boolean => {
  const parsed = options.safeParse(flagged === null ? undefined : issue.fields[flagged]);
  return parsed.success && parsed.data.length > 0;
};

/**
 * The component that an issue counts with: of several, the first by name in lower case, whatever the reader's language;
 * of equal names the older.
 */
const firstComponent = (issue: JiraIssue): WorkFunction | null => {
  const [first] = (issue.fields.components ?? [])
    .map(({ id, name }) => ({ id, name, sortedBy: name.toLowerCase() }))
    .sort((a, b) => (a.sortedBy === b.sortedBy ? Number(a.id) - Number(b.id) : a.sortedBy < b.sortedBy ? -1 : 1));
  return first ? { id: first.id, name: first.name } : null;
};

const teamOf = (issue: JiraIssue, { team }: SiteFields): WorkFunction | null => {
  const parsed = teamValue.safeParse(team === null ? undefined : issue.fields[team]);
  return parsed.success ? parsed.data : null;
};

/** The sprints that an issue is or was in. */
const sprintsOf = (issue: JiraIssue, { sprint }: SiteFields) => {
  const parsed = sprints.safeParse(sprint === null ? undefined : issue.fields[sprint]);
  return parsed.success ? parsed.data : [];
};
