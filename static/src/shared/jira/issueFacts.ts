import type { QueryClient } from '@tanstack/react-query';
import type { FieldValue, TriageFields } from '../../../../src/contract';
import type { UnitFacts } from '../../../../src/domain/suggestions/unitFacts';
import { jiraInstant } from '../../../../src/domain/time/jiraInstant';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { EPIC_LEVEL } from '../../../../src/domain/work/workItem';
import { readFieldValue } from '../fieldValue';
import { queryKeyOf } from '../queries';
import { type JiraIssue, readIssues } from './issues';
import { type Person, personFrom, type User } from './people';

export type Named = { id: string; name: string };

/**
 * What Jira shows the viewer of an issue that tells what it is about. `parent.level`: in Jira's hierarchy, 1 for epics; `tag`:
 * its own field's value
 */
export type IssueFacts = {
  key: string;
  summary: string;
  parent: { id: string; key: string; summary: string; level: number } | null;
  components: Named[];
  labels: string[];
  assignee: Person | null;
  team: Named | null;
  sprints: Named[];
  versions: Named[];
  tag: FieldValue | null;
  /** what suggestions are made from */
  unit: UnitFacts;
};

type Facts = ReadonlyMap<string, IssueFacts>;

/** How long what Jira said is held: a decision reads again only what it did not know. */
const HELD_MS = 5 * MINUTE_MS;

const FIELDS = [
  ...['summary', 'issuetype', 'project', 'parent', 'components', 'labels', 'fixVersions'],
  ...['assignee', 'reporter', 'created'],
];

/** A value of several with a name each; ids are written as text. */
const namedIn = (value: unknown): Named[] =>
  (Array.isArray(value) ? value : value == null ? [] : [value]).flatMap(
    (one: { id?: string | number; name?: string }) =>
      one.name === undefined ? [] : [{ id: String(one.id ?? one.name), name: one.name }],
  );

const namesOf = (named: readonly Named[]): string[] => named.map(({ name }) => name);

/** A parent in Jira's answer. Of one that the viewer may not see there are id and key at most. */
type ParentInJira = {
  id: string;
  key: string;
  fields?: { summary?: string; issuetype?: { hierarchyLevel?: number } };
};

const parentFrom = ({ id, key, fields }: ParentInJira): IssueFacts['parent'] => ({
  id,
  key,
  summary: fields?.summary ?? '',
  level: fields?.issuetype?.hierarchyLevel ?? EPIC_LEVEL,
});

const factsOf = ({ id, key, fields }: JiraIssue, { objective, sprint, team }: TriageFields): IssueFacts => {
  const parent = fields.parent as ParentInJira | null | undefined;
  const reporter = fields.reporter as User | null | undefined;
  const [teamOf = null] = team === null ? [] : namedIn(fields[team]);
  const components = namedIn(fields.components);
  const sprints = sprint === null ? [] : namedIn(fields[sprint]);
  const versions = namedIn(fields.fixVersions);
  const labels = Array.isArray(fields.labels) ? (fields.labels as string[]) : [];
  const summary = fields.summary ?? '';
  return {
    key,
    summary,
    parent: parent ? parentFrom(parent) : null,
    components,
    labels,
    assignee: fields.assignee ? personFrom(fields.assignee) : null,
    team: teamOf,
    sprints,
    versions,
    tag: objective === null ? null : readFieldValue(fields[objective]),
    unit: {
      id: Number(id),
      parent: parent ? Number(parent.id) : null,
      created: jiraInstant(fields.created ?? ''),
      project: key.slice(0, key.lastIndexOf('-')),
      number: Number(key.slice(key.lastIndexOf('-') + 1)),
      type: fields.issuetype?.name ?? '',
      reporter: reporter?.accountId ?? null,
      assignee: fields.assignee?.accountId ?? null,
      components: namesOf(components),
      labels,
      sprints: namesOf(sprints),
      versions: namesOf(versions),
      summary,
    },
  };
};

/** The facts of issues, as the viewer, read at most five minutes ago. Those that Jira hides are missing. Kept in the page only. */
export async function readFacts(client: QueryClient, ids: readonly string[], fields: TriageFields): Promise<Facts> {
  const key = queryKeyOf('issueFacts');
  const held = client.getQueryState<Facts>(key);
  const known: Facts =
    held?.data && !held.isInvalidated && Date.now() - held.dataUpdatedAt < HELD_MS ? held.data : new Map();
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const own = [fields.objective, fields.sprint, fields.team].flatMap((field) => field ?? []);
  const read = await readIssues(missing, [...FIELDS, ...own]);
  const all: Facts = new Map([
    ...known,
    ...[...read].map(([id, issue]): [string, IssueFacts] => [id, factsOf(issue, fields)]),
  ]);
  client.setQueryData(key, all, known.size > 0 ? { updatedAt: held?.dataUpdatedAt } : {});
  return all;
}

/** Forgets the own tags of issues that were just tagged. */
export const forgetFacts = (client: QueryClient, ids: readonly string[]): void => {
  const gone = new Set(ids);
  const key = queryKeyOf('issueFacts');
  const at = client.getQueryState(key)?.dataUpdatedAt;
  client.setQueryData<Facts>(key, (held) => held && new Map([...held].filter(([id]) => !gone.has(id))), {
    updatedAt: at,
  });
};
