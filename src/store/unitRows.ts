import { type RawBuilder, sql } from 'kysely';
import type { Window } from '../domain/window';
import type { Facet } from '../domain/workItem';
import { NOTHING_ID, OUTCOMES } from './schema';

/** Which work items are looked at, and on which day. */
export type Scope = {
  /** the last day of the window; the items are rewound to its end */
  asOf: number;
  /** one project or some, or all */
  project?: number | readonly number[];
  /** the items must have each of these */
  facets?: readonly Facet[];
};

export const outcomeId = (outcome: (typeof OUTCOMES)[number]): number => OUTCOMES.indexOf(outcome);

const TODO = sql.lit(outcomeId('todo'));
const DOING = sql.lit(outcomeId('doing'));
const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));
const NOTHING = sql.lit(NOTHING_ID);

/**
 * SELECT of the work items of level 0 and above as they stood on a day: what they served, their outcome, whether they are units
 * and whether their parent is unknown. It says in SQL what the domain's `rewind`, `unitsOf` and `unknownParents` say.
 */
export const unitRows = ({ asOf, project, facets = [] }: Scope): RawBuilder<unknown> => sql`
  SELECT w.id, w.project, w.number, w.assignee, w.estimate, w.ended, w.facets, w.created, w.component, w.team, w.blocked,
    CASE WHEN w.objective IS NULL OR w.since > ${asOf} THEN ${NOTHING} ELSE w.objective END AS serves,
    CASE WHEN w.outcome IN (${DONE}, ${DROPPED}) AND w.ended > ${asOf} THEN ${TODO} ELSE w.outcome END AS outcome,
    CASE WHEN ${isUnit(sql`${asOf}`)} THEN 1 ELSE 0 END AS unit,
    CASE WHEN w.parent IS NOT NULL AND p.id IS NULL THEN 1 ELSE 0 END AS orphan
  FROM work_item w
  LEFT JOIN work_item p ON p.id = w.parent AND p.created <= ${asOf}
  WHERE w.level >= 0 AND w.created <= ${asOf}
    ${project === undefined ? sql`` : sql`AND w.project IN (${sql.join([project].flat())})`}
    ${facets.length === 0 ? sql`` : sql`AND ${sql.join(facets.map(hasFacet), sql` AND `)}`}`;

/** Whether the work item `w` of level 0 or above is a unit at the end of a day: not broken down, or of level 0. */
export const isUnit = (asOf: RawBuilder<unknown>): RawBuilder<unknown> => sql`(w.level = 0 OR NOT EXISTS (
    SELECT 1 FROM work_item c
    WHERE c.parent = w.id AND c.level >= 0 AND c.created <= ${asOf} AND (c.outcome <> ${DROPPED} OR c.ended > ${asOf})
  ))`;

/** Whether a row of `unitRows` is, if a unit, effort of a window: in progress, or done inside it. */
export const isEffort = ({ from, to }: Window): RawBuilder<unknown> =>
  sql`(outcome = ${DOING} OR (outcome = ${DONE} AND ended >= ${from} AND ended <= ${to}))`;

/** Facets stand between spaces, so that `c1` does not match `c12`. */
const hasFacet = (facet: Facet): RawBuilder<unknown> => sql`w.facets LIKE ${`% ${facet} %`}`;
