import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { UndecidedUnit, UndecidedWork } from '../../../../src/contract';
import { readFacts } from '../jira/issueFacts';
import { type IssueFilter, jqlOf, matching } from '../jira/matching';
import { queryKeyOf } from '../queries';
import type { Undecided } from './groups';
import { type TriageLook, type TriageScope, useTriageScope } from './scope';

/** Units that are grouped at once. Of more, the rest follows when these are decided. */
const MOST = 3_000;

/** Undecided work with what Jira shows of it. `hidden`: how much of it Jira hides; `read`: how many units were asked for */
export type UndecidedList = Pick<UndecidedWork, 'total' | 'size' | 'fields'> & {
  units: Undecided[];
  hidden: number;
  read: number;
};

const readAll = async (scope: TriageScope, look: TriageLook, client: QueryClient): Promise<UndecidedList> => {
  const units: UndecidedUnit[] = [];
  let page = await scope.read(look, null);
  units.push(...page.units);
  while (page.next !== null && units.length < MOST) {
    page = await scope.read(look, page.next);
    units.push(...page.units);
  }
  const facts = await readFacts(
    client,
    units.map(({ id }) => id),
    page.fields,
  );
  const shown = units.flatMap((unit): Undecided[] => {
    const of = facts.get(unit.id);
    return of ? [{ ...unit, facts: of }] : [];
  });
  const { total, size, fields } = page;
  return { total, size, fields, units: shown, hidden: units.length - shown.length, read: units.length };
};

/** The work of the scope that wants a decision. */
export function useUndecided(look: TriageLook) {
  const scope = useTriageScope();
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeyOf('undecided', scope.name, look),
    queryFn: () => readAll(scope, look, client),
    placeholderData: keepPreviousData,
  });
}

/** Those of some units that a filter lets through, as Jira says to the viewer; `null`: not known yet. */
export function useFiltered(units: readonly Undecided[], filter: IssueFilter) {
  const jql = jqlOf(filter);
  const ids = units.map(({ id }) => id);
  const found = useQuery({
    queryKey: queryKeyOf('jqlMatch', jql, ids),
    queryFn: () => matching(ids, jql ?? ''),
    enabled: jql !== null && ids.length > 0,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
  const matches = found.data;
  const isWhole = jql === null || units.length === 0;
  const shown = useMemo(
    () => (isWhole ? units : matches ? units.filter(({ id }) => matches.has(id)) : null),
    [isWhole, units, matches],
  );
  return { units: shown, error: isWhole ? null : found.error };
}
