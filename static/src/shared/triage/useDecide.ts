import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldValue, LinkResult, Tag, TriageFields, UnlinkResult } from '../../../../src/contract';
import { batches } from '../../../../src/domain/batches';
import { MOST_LINKED } from '../../../../src/domain/callLimits';
import { gatheredBy } from '../../../../src/domain/gatheredBy';
import { RUN } from '../../../../src/domain/work/workItem';
import { readFieldValue } from '../fieldValue';
import { forgetFacts } from '../jira/issueFacts';
import { readIssues } from '../jira/issues';
import { queryKeyOf } from '../queries';
import { decidedBy, type Group, issuesToTag, type Undecided } from './groups';
import { type TriageScope, useTriageScope } from './scope';
import type { UndecidedList } from './useUndecided';

/** `isSuggested`: what was suggested is taken */
export type Decision = { group: Group; to: Tag; isSuggested?: boolean };

/** What came of a decision. `before`: the tags that the linked issues had; `units`: what is decided by it */
export type Decided = Decision & {
  results: LinkResult[];
  before: ReadonlyMap<string, FieldValue | null>;
  units: Undecided[];
  size: number;
};

const tagOf = (value: FieldValue | null): Tag | null =>
  value === null ? null : value.key === RUN ? { kind: 'run' } : { kind: 'objective', key: value.key };

/** The tags that issues have now. Only stale work and epics have any. */
const tagsOf = async (ids: readonly string[], { objective }: TriageFields): Promise<Map<string, FieldValue | null>> => {
  if (objective === null) return new Map();
  const issues = await readIssues(ids, [objective]);
  return new Map([...issues].map(([id, { fields }]) => [id, readFieldValue(fields[objective])]));
};

/** Links issues, 100 a call. */
const linkAll = async (
  ids: readonly string[],
  { to, isSuggested = false }: Decision,
  { link }: TriageScope,
  onProgress: (share: number) => void,
): Promise<LinkResult[]> => {
  const results: LinkResult[] = [];
  for (const issueIds of batches(ids, MOST_LINKED)) {
    results.push(...(await link({ issueIds, to, ...(isSuggested && { isSuggested }) })));
    onProgress(results.length / ids.length);
  }
  return results;
};

/**
 * Links what gives a group its objective. Where the epic is out of reach, because Jira hides it from the viewer or an admin
 * left its project out, the work below it is linked itself.
 */
const linkGroup = async (
  decision: Decision,
  scope: TriageScope,
  onProgress: (share: number) => void,
): Promise<LinkResult[]> => {
  const { group } = decision;
  const results = await linkAll(issuesToTag(group), decision, scope, onProgress);
  const isOutOfReach = ({ issueId, outcome }: LinkResult) => issueId === group.epic && outcome === 'notFound';
  if (!results.some(isOutOfReach)) return results;
  const below = issuesToTag({ ...group, epic: null }).filter((id) => !results.some(({ issueId }) => issueId === id));
  if (below.length === 0) return results;
  return [...results.filter((result) => !isOutOfReach(result)), ...(await linkAll(below, decision, scope, onProgress))];
};

const decide = async (
  decision: Decision,
  fields: TriageFields,
  scope: TriageScope,
  onProgress: (share: number) => void,
): Promise<Decided> => {
  const { group, to } = decision;
  const untagged = new Set(group.units.filter(({ standing }) => standing === 'unlinked').map(({ id }) => id));
  const before = await tagsOf(
    issuesToTag(group).filter((id) => !untagged.has(id)),
    fields,
  );
  const results = await linkGroup(decision, scope, onProgress);
  const linked = new Set(results.flatMap(({ issueId, outcome }) => (outcome === 'linked' ? [issueId] : [])));
  return { group, to, results, before, ...decidedBy(group, linked) };
};

/** Takes decided units off every list of undecided work, until it is read again. */
const takeOff = (client: QueryClient, { units, size }: Decided): void => {
  const gone = new Set(units.map(({ id }) => id));
  client.setQueriesData<UndecidedList>(
    { queryKey: queryKeyOf('undecided') },
    (list) =>
      list && {
        ...list,
        units: list.units.filter(({ id }) => !gone.has(id)),
        read: list.read - gone.size,
        total: list.total - gone.size,
        size: list.size - size,
      },
  );
};

/** The issues that a decision was to give the objective. */
const triedIn = ({ results }: Decided): string[] => results.map(({ issueId }) => issueId);

const readAgain = (client: QueryClient, scope: TriageScope): void => {
  void client.invalidateQueries({ queryKey: queryKeyOf('undecided') });
  void scope.onChanged();
};

/** Gives a group an objective, in calls of 100 issues. `share`: 0…1 of what is being linked */
export function useDecide(fields: TriageFields) {
  const scope = useTriageScope();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const mutation = useMutation({
    mutationFn: (decision: Decision) => {
      setShare(0);
      return decide(decision, fields, scope, setShare);
    },
    onSuccess: (decided) => takeOff(client, decided),
    // Also after a failure: some issues may have been linked before it.
    onSettled: (decided, _, { group }) => {
      forgetFacts(client, decided ? triedIn(decided) : group.units.map(({ id }) => id));
      readAgain(client, scope);
    },
  });
  return { ...mutation, share };
}

/** Takes a decision back: each issue that nobody changed since gets the tag that it had. */
export function useTakeBack() {
  const scope = useTriageScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ results, before, to }: Decided) => {
      const linked = results.flatMap(({ issueId, outcome }) => (outcome === 'linked' ? [issueId] : []));
      const answers: UnlinkResult[] = [];
      for (const ids of gatheredBy(linked, (id) => before.get(id)?.key).values()) {
        const back = tagOf(before.get(ids[0] ?? '') ?? null);
        for (const issueIds of batches(ids, MOST_LINKED))
          answers.push(...(await scope.unlink({ issueIds, was: to, back })));
      }
      return answers;
    },
    onSettled: (_, __, decided) => {
      forgetFacts(client, triedIn(decided));
      readAgain(client, scope);
    },
  });
}
