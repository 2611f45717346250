import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type IssueFilter, jqlOf } from '../jira/matching';
import { readShown } from '../jira/issues';
import { queryKeyOf } from '../queries';
import { useMemo } from 'react';
import { type Grouping, groupsOf, leavesOut, type Undecided, withSteps } from './groups';
import { isAnyTime, type Timebox, within } from './timebox';
import { type TriageLook, useTriageScope } from './scope';
import { type UndecidedList, useFiltered, useUndecided } from './useUndecided';

type Choice = { by: Grouping; filter: IssueFilter; timebox: Timebox };

const NO_UNITS: readonly Undecided[] = [];

const isCapped = ({ read, total }: UndecidedList): boolean => read < total;

/** The groups of the scope's undecided work, as chosen, and how much that is. */
export function useGroups(look: TriageLook, { by, filter, timebox }: Choice) {
  const scope = useTriageScope();
  const list = useUndecided(look);
  const { data } = list;
  const all = data?.units ?? NO_UNITS;
  const { sprint, fixVersion } = timebox;
  const left = useMemo(
    () =>
      within(
        all.filter(({ setAside }) => setAside === null),
        { sprint, fixVersion },
      ),
    [all, sprint, fixVersion],
  );
  const { units, error } = useFiltered(left, filter);
  const isWhole = jqlOf(filter) === null && isAnyTime(timebox);
  const { largest, isPart } = scope;
  const steps = useQuery({
    queryKey: queryKeyOf('triage', scope.name, look),
    queryFn: async () => (largest ? (await readShown(await largest(look))).issues : []),
    enabled: largest !== null && by === 'epic' && isWhole && data !== undefined && isCapped(data),
    placeholderData: keepPreviousData,
  });
  const groups = useMemo(() => {
    if (units === null) return null;
    const isLeftOut = isPart ? () => true : leavesOut(all, units);
    const counted = by === 'epic' && isWhole ? (steps.data ?? []) : [];
    return withSteps(groupsOf(units, by, isLeftOut), counted, isLeftOut);
  }, [all, units, by, isWhole, isPart, steps.data]);
  return {
    list,
    error: list.error ?? error,
    /** `null`: not known yet */
    groups,
    setAside: all.filter(({ setAside }) => setAside !== null),
    isCapped: data !== undefined && isCapped(data),
    /** of all of it, or of what the filter lets through */
    size: isWhole ? (data?.size ?? 0) : (units ?? []).reduce((sum, { size }) => sum + size, 0),
    isWhole,
  };
}
