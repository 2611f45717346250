import { type RawBuilder, sql } from 'kysely';
import { type UnlinkedPart, unlinkedStates } from '../../domain/work/countedWork';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { type ListedUnit, newestUnits } from './newestUnits';
import { hasFacets, isCountedIn } from './units';

/** A filter for a project's unlinked units: by facets, window and part of the work. */
export type Unlinked = { project: number; facets: readonly Facet[]; window: Window; part: UnlinkedPart };

const isUnlinked = ({ project, facets, window, part }: Unlinked): RawBuilder<unknown> =>
  sql`w.project = ${project} AND w.objective IS NULL AND ${isCountedIn(unlinkedStates(part), window)} AND ${hasFacets(facets)}`;

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
