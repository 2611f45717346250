import { type RawBuilder, sql } from 'kysely';
import { gatheredBy } from '../../domain/gatheredBy';
import type { UnitState } from '../../domain/work/countedWork';
import type { AskedRetags } from '../../domain/work/retags';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { NOTHING_ID } from '../sql/storedNumbers';
import { type ListedUnit, listedUnit, newestUnits, SELECT_LISTED } from './newestUnits';
import { hasFacets, type HeldParts, isOfParts, isCountedIn, isRetagged, oneIf } from './units';

/** Units to list: those in some states of one project's work that serves the same. */
export type CountedGroup = {
  project: number;
  /** as stored in a block's `serves` */
  serves: number;
  states: readonly UnitState[];
  window: Window;
  /** of the weeks that are asked for; `null`: none are */
  days: Window | null;
  /** those of some components or teams; `null`: of any */
  parts: HeldParts | null;
  /** those assigned to one person, as stored; `null`: to anybody, or nobody */
  assignee: number | null;
  /** only those without an estimate */
  isUnestimated: boolean;
  /** only those that were retagged so; `null`: or not at all */
  retags: AskedRetags | null;
  /** how many there are by what is rolled up */
  units: number;
};

/** `group`: the place of its group */
type CountedUnit = ListedUnit & { group: number };

/** Where a page begins: in a group, below a number of an issue's key; `null`: with its newest. */
export type Place = { group: number; below: number | null };

/**
 * Groups that one statement reads whole: so many, which differ in so many ways in what is asked of a unit, with so many units
 * (or a page of them) and components or teams, each with no more than a page.
 */
const [GROUPS_AT_ONCE, WAYS_AT_ONCE, UNITS_AT_ONCE, PARTS_AT_ONCE] = [400, 40, 200, 5_000];
/** Steps of a page: groups read together, or one that is larger. */
const MOST_STEPS = 6;

/**
 * A page of the units in these groups, in their order, in each the newest first, read from the work items, not from
 * what is rolled up. One statement for groups that are read together, at most four for a larger one.
 * @returns `next`: where the next page begins; `null`: there is none
 */
export const countedPage = async (
  groups: readonly CountedGroup[],
  facets: readonly Facet[],
  from: Place,
  limit: number,
): Promise<{ units: CountedUnit[]; next: Place | null }> => {
  const found: CountedUnit[] = [];
  let { group, below } = from;
  for (let step = 0; step < MOST_STEPS && group < groups.length && found.length <= limit; step += 1) {
    const few = below === null ? smallOnes(groups, group, limit) : 0;
    found.push(
      ...(few > 0
        ? await unitsOf(groups, { from: group, count: few }, facets)
        : await newestOf(groups, { group, below }, facets, limit + 1 - found.length)),
    );
    group += Math.max(1, few);
    below = null;
  }
  const last = found[limit - 1];
  if (found.length > limit && last !== undefined) {
    return { units: found.slice(0, limit), next: { group: last.group, below: last.number } };
  }
  return { units: found, next: group < groups.length ? { group, below } : null };
};

/** How many groups from a place on one statement may read whole. */
const smallOnes = (groups: readonly CountedGroup[], from: number, limit: number): number => {
  let [count, units, parts] = [0, 0, 0];
  const ways = new Set<string>();
  for (const group of groups.slice(from, from + GROUPS_AT_ONCE)) {
    units += group.units;
    parts += group.parts?.numbers.length ?? 0;
    ways.add(wayOf(group));
    if (group.units > limit || units > Math.max(UNITS_AT_ONCE, limit)) break;
    if (ways.size > WAYS_AT_ONCE || parts > PARTS_AT_ONCE) break;
    count += 1;
  }
  return count;
};

/** All units of some groups. One statement. */
const unitsOf = async (
  groups: readonly CountedGroup[],
  { from, count }: { from: number; count: number },
  facets: readonly Facet[],
): Promise<CountedUnit[]> => {
  const asked = groups.slice(from, from + count);
  const { rows } = await sql<Row>`
    ${SELECT_LISTED}, w.project, COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) AS serves
    FROM work_item w WHERE (${sql.join(
      [...gatheredBy(asked, wayOf).values()].map(isOfGroups),
      sql` OR `,
    )}) AND ${hasFacets(facets)}`.execute(database);
  const placeOf = new Map(asked.map(({ project, serves }, at) => [`${project} ${serves}`, from + at]));
  return rows
    .map((row) => ({ ...listedUnit(row), group: placeOf.get(`${row.project} ${row.serves}`) ?? from }))
    .sort((a, b) => a.group - b.group || b.number - a.number);
};

/** The newest units of one group below a number. */
const newestOf = async (
  groups: readonly CountedGroup[],
  { group: place, below }: Place,
  facets: readonly Facet[],
  limit: number,
): Promise<CountedUnit[]> => {
  const group = groups[place];
  if (group === undefined) return [];
  const where = sql`w.project = ${group.project} AND ${servesIt(group)} AND ${isAsked(group)} AND ${hasFacets(facets)}`;
  return (await newestUnits(group.project, where, below, limit)).map((unit) => ({ ...unit, group: place }));
};

const servesIt = ({ serves }: CountedGroup): RawBuilder<unknown> =>
  serves === NOTHING_ID ? sql`w.objective IS NULL` : sql`w.objective = ${serves}`;

/** What is asked of a unit beside its project and what it serves. */
const asksOf = ({ states, window, days, parts, assignee, isUnestimated, retags }: CountedGroup) => ({
  states,
  window,
  days,
  parts,
  assignee,
  isUnestimated,
  retags,
});

/** What is asked of a unit, as a text to compare. */
const wayOf = (group: CountedGroup): string => JSON.stringify(asksOf(group));

const isAsked = (group: CountedGroup): RawBuilder<unknown> => {
  const { states, window, days, parts, assignee, isUnestimated, retags } = asksOf(group);
  return sql`${isCountedIn(states, window, days ?? window)} AND ${isOfParts(parts)}
    AND (${oneIf(assignee === null)} = 1 OR w.assignee = ${assignee ?? 0}) AND (${oneIf(!isUnestimated)} = 1 OR w.estimate IS NULL)
    AND ${isRetagged(retags)}`;
};

/** Stands in a list that may not be empty. */
const NO_ID = -1;

/**
 * SQL condition: work item `w` is of one of these groups, in which the same is asked. It is asked once, because a database
 * needs longer to plan a long condition than to read the units.
 */
const isOfGroups = (groups: readonly CountedGroup[]): RawBuilder<unknown> => {
  const [first] = groups;
  if (first === undefined) return sql`1 = 0`;
  const unlinked = groups.filter(({ serves }) => serves === NOTHING_ID).map(({ project }) => project);
  const linked = groups.filter(({ serves }) => serves !== NOTHING_ID);
  const served = [[NO_ID, [NO_ID]] as const, ...projectsServing(linked)].map(
    ([project, keys]) => sql`(w.project = ${project} AND w.objective IN (${sql.join(keys)}))`,
  );
  return sql`(((w.project IN (${sql.join([NO_ID, ...unlinked])}) AND w.objective IS NULL) OR ${sql.join(served, sql` OR `)}) AND ${isAsked(first)})`;
};

const projectsServing = (groups: readonly CountedGroup[]): (readonly [project: number, serves: number[]])[] =>
  [...gatheredBy(groups, ({ project }) => project)].map(([project, of]) => [project, of.map(({ serves }) => serves)]);
