import { clauseOf, coveringOf, isTaken, mayBeTaken } from '../../domain/jql/covering';
import { type JqlFunction, workFoundBy } from '../../domain/jql/jqlFunctions';
import { LONGEST_KEY } from '../../domain/strategy/objectiveKey';
import { countedInCells, countedTotal, type UnitState } from '../../domain/work/countedWork';
import { DEFAULT_WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { childrenCounts, unitsServing } from '../../store/work/unitsServing';
import type { Strategy } from './readStrategy';

/** A call of a JQL function, as it stands in somebody's query. */
export type FunctionCall = { name: JqlFunction; operator: string; arguments: readonly string[] };

/** The JQL that stands for the call, or what the searcher is told. */
export type FunctionAnswer = { jql: string } | { error: string };

/**
 * Units that are looked at for one call: twenty for each value that Jira takes. A statement reads them within the
 * limits of time and memory.
 */
const MOST_UNITS = 20_000;

const noSuch = (key: string): string =>
  `There is no objective "${key.slice(0, LONGEST_KEY)}". Write the key of one that is stated, such as serves("OBJ-12").`;

const TOO_MANY =
  'That is too much work for a JQL function: Jira takes 1,000 values from one, an epic or a work item each. Ask for less, such as serves("OBJ-12") of an objective further down, or use the lists of the app’s Alignment and Strategy pages, which have no such limit.';

/**
 * Answers a call with the JQL that finds the same work as the app counts. Jira keeps it for everybody who searches, so
 * it depends on nobody, and says only what everybody who sees an issue is told on it. At most a handful of statements.
 */
export const answerFunction = async (
  { name, operator, arguments: given }: FunctionCall,
  { cells, cascade, served, day, excluded }: Strategy,
): Promise<FunctionAnswer> => {
  const work = workFoundBy(name, given, cascade);
  if (work === null) return { error: noSuch(given[0] ?? '') };
  const found = work
    .flatMap((counted) => countedInCells(cells, counted, cascade))
    // That a draft is below an objective is for strategy editors to know.
    .filter(({ serves }) => name !== 'serves' || serves === null || cascade.statusOf(serves) !== 'draft');
  const holding = found.filter(({ tally }) => tally.items > 0);
  if (countedTotal(holding, { measure: 'items', typical: new Map() }).units > MOST_UNITS) return { error: TOO_MANY };
  const items =
    holding.length === 0
      ? []
      : await unitsServing({
          projects: [...new Set(holding.map(({ project }) => project))],
          serves: [...new Set(holding.flatMap(({ serves }) => served.get(serves) ?? []))],
          states: [...new Set<UnitState>(holding.flatMap(({ states }) => states))],
          window: windowEnding(day, DEFAULT_WINDOW_DAYS),
        });
  if (!mayBeTaken(items)) return { error: TOO_MANY };
  const parents = new Set(items.flatMap(({ parent }) => parent ?? []));
  const covering = coveringOf(items, await childrenCounts([...parents]), excluded);
  return isTaken(covering) ? { jql: clauseOf(covering, operator !== 'not in') } : { error: TOO_MANY };
};
