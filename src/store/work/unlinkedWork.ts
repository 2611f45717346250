import { type RawBuilder, sql } from 'kysely';
import { type CountedPart, STATES_OF } from '../../domain/work/countedWork';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { type ListedUnit, newestUnits } from './newestUnits';
import { hasFacets, isUnitIn } from './units';

/** A filter for a project's unlinked units: by facets, window and part of the work. */
export type Unlinked = { project: number; facets: readonly Facet[]; window: Window; part: UnlinkedPart };

type UnlinkedPart = Extract<CountedPart, 'effort' | 'planned'> | 'all';

/** Of all unlinked work those done before the window are left out: nobody links them any more. */
const statesOf = (part: UnlinkedPart) =>
  part === 'all' ? [...STATES_OF.planned, ...STATES_OF.effort] : STATES_OF[part];

const isUnlinked = ({ project, facets, window, part }: Unlinked): RawBuilder<unknown> =>
  sql`w.project = ${project} AND w.objective IS NULL AND ${isUnitIn(statesOf(part), window)} AND ${hasFacets(facets)}`;

/** A page of unlinked units, newest first, from below a number in the key. */
export const unlinkedPage = (unlinked: Unlinked, below: number | null, limit: number): Promise<ListedUnit[]> =>
  newestUnits(unlinked.project, isUnlinked(unlinked), below, limit);

/** How many unlinked units pass the filter. One statement. */
export const countUnlinked = async (unlinked: Unlinked): Promise<number> => {
  const { rows } = await sql<Row>`
    SELECT /*+ USE_INDEX(w, work_item_by_objective) */ COUNT(*) AS total
    FROM work_item w WHERE ${isUnlinked(unlinked)}`.execute(database);
  return Number(rows[0]?.total ?? 0);
};
