import { type RawBuilder, sql } from 'kysely';
import type { UnitState } from '../../domain/work/countedWork';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { numberIn, type Row } from '../sql/rowValues';
import { NOTHING_ID } from '../sql/storedNumbers';
import { HIGHEST_NUMBER } from './projectIds';
import { hasFacet, isDoing, isDoneIn, isOver, isTodo } from './units';

/** Units to list: those in some states of one project's work that serves the same. */
export type CountedGroup = {
  project: number;
  /** as stored in a block's `serves` */
  serves: number;
  states: readonly UnitState[];
  window: Window;
  /** how many there are by what is rolled up */
  units: number;
};

/** A listed unit. `group`: the place of its group; `estimate`: thousandths of a point; `null`: none */
export type CountedUnit = { id: number; group: number; number: number; estimate: number | null };

/** Where a page begins: in a group, below a number of an issue's key; `null`: with its newest. */
export type Place = { group: number; below: number | null };

/** Groups that one statement reads whole: so many, with so many units, each with fewer than a page. */
const [GROUPS_AT_ONCE, UNITS_AT_ONCE] = [40, 200];
/** How many numbers of keys are looked through first in a larger group, and then: see `unlinkedWork.ts`. */
const SPANS = [1_000, 8_000, HIGHEST_NUMBER];
const MOST_STATEMENTS = 6;

/**
 * A page of the units in these groups, in their order, in each the newest first, read from the work items, not from
 * what is rolled up. Few statements as a rule, at most six.
 * @returns `next`: where the next page begins; `null`: there is none
 */
export const countedPage = async (
  groups: readonly CountedGroup[],
  facets: readonly Facet[],
  from: Place,
  limit: number,
): Promise<{ units: CountedUnit[]; next: Place | null }> => {
  const found: CountedUnit[] = [];
  let place: Place = from;
  for (let statement = 0; statement < MOST_STATEMENTS && place.group < groups.length; statement += 1) {
    const { group, below } = place;
    const few = below === null ? smallOnes(groups, group, limit) : 0;
    if (few > 0) {
      found.push(...(await unitsOf(groups, range(group, few), facets)));
      place = { group: group + few, below: null };
    } else {
      const [units, down] = await newestOf(groups, place, facets, limit + 1 - found.length);
      found.push(...units);
      place = down > 0 ? { group, below: down } : { group: group + 1, below: null };
    }
    const last = found[limit - 1];
    if (last !== undefined && (found.length > limit || place.group < groups.length)) {
      return { units: found.slice(0, limit), next: { group: last.group, below: last.number } };
    }
  }
  return { units: found, next: place.group < groups.length ? place : null };
};

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

/** How many groups from a place on one statement may read whole. */
const smallOnes = (groups: readonly CountedGroup[], from: number, limit: number): number => {
  let [count, units] = [0, 0];
  for (const group of groups.slice(from, from + GROUPS_AT_ONCE)) {
    units += group.units;
    if (group.units > limit || units > UNITS_AT_ONCE) break;
    count += 1;
  }
  return count;
};

/** All units of some groups. One statement. */
const unitsOf = async (
  groups: readonly CountedGroup[],
  places: readonly number[],
  facets: readonly Facet[],
): Promise<CountedUnit[]> => {
  const asked = places.flatMap((place) => {
    const group = groups[place];
    return group ? [{ place, group }] : [];
  });
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.project, COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) AS serves, w.number, w.estimate
    FROM work_item w WHERE (${sql.join(
      asked.map(({ group }) => sql`(${isOfGroup(group)})`),
      sql` OR `,
    )}) ${withFacets(facets)}`.execute(database);
  const placeOf = new Map(asked.map(({ place, group }) => [`${group.project} ${group.serves}`, place]));
  return rows
    .map((row) => unitFrom(row, placeOf.get(`${row.project} ${row.serves}`) ?? 0))
    .sort((a, b) => a.group - b.group || b.number - a.number);
};

/**
 * The newest units of one group below a number, by a range of numbers, or by further ones until it is full. One statement.
 * @returns the units, and the number down to which all were looked through
 */
const newestOf = async (
  groups: readonly CountedGroup[],
  { group: place, below }: Place,
  facets: readonly Facet[],
  limit: number,
): Promise<[units: CountedUnit[], down: number]> => {
  const group = groups[place];
  if (group === undefined) return [[], 0];
  const to = below ?? HIGHEST_NUMBER;
  const found: CountedUnit[] = [];
  let from = to === HIGHEST_NUMBER ? await newestNumber(group) : to;
  for (const span of SPANS) {
    const upper = from;
    from = Math.max(0, upper - span);
    const { rows } = await sql<Row>`
      SELECT /*+ USE_INDEX(w, work_item_by_objective) */ w.id, w.number, w.estimate FROM work_item w
      WHERE ${isOfGroup(group)} AND w.number >= ${from} AND w.number < ${upper} ${withFacets(facets)}
      ORDER BY w.number DESC LIMIT ${sql.lit(limit - found.length)}`.execute(database);
    found.push(...rows.map((row) => unitFrom(row, place)));
    if (found.length >= limit || from === 0) break;
  }
  return [found, found.length >= limit ? (found.at(-1)?.number ?? 0) : from];
};

/** A number above all of a group's. One statement, by index. */
const newestNumber = async ({ project, serves }: CountedGroup): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ MAX(w.number) AS newest FROM work_item w
    WHERE w.project = ${project} AND ${servesIt(serves)}`.execute(database);
  return Number(rows[0]?.newest ?? 0) + 1;
};

const servesIt = (serves: number): RawBuilder<unknown> =>
  serves === NOTHING_ID ? sql`w.objective IS NULL` : sql`w.objective = ${serves}`;

const isOfGroup = ({ project, serves, states, window }: CountedGroup): RawBuilder<unknown> => {
  const inState = sql.join(
    states.map((state) => conditionOf(state, window)),
    sql` OR `,
  );
  return sql`w.project = ${project} AND ${servesIt(serves)} AND w.unit = 1 AND w.created <= ${window.to} AND (${inState})`;
};

const conditionOf = (state: UnitState, window: Window): RawBuilder<unknown> => {
  switch (state) {
    case 'todo':
      return isTodo(window.to);
    case 'doing':
      return isDoing;
    case 'doneInWindow':
      return isDoneIn(window);
    case 'done':
    case 'dropped':
      return isOver(state, window.to);
    case 'undated':
      return sql`(${isOver('done', window.to)} AND w.ended IS NULL)`;
    case 'blocked':
      return sql`(w.blocked = 1 AND (${isDoing} OR ${isTodo(window.to)}))`;
  }
};

const withFacets = (facets: readonly Facet[]): RawBuilder<unknown> =>
  sql.join([sql``, ...facets.map(hasFacet)], sql` AND `);

const unitFrom = (row: Row, group: number): CountedUnit => ({
  id: Number(row.id),
  group,
  number: Number(row.number),
  estimate: numberIn(row.estimate),
});
