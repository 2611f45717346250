import { database } from './database';

/** Work items of a project whose number, in their key, comes after one and up to another (`null`: however high). */
export type NumberRange = { project: number; after: number; upTo: number | null };

/** The ids of the work items in some ranges: one statement. */
export const idsInRanges = async (ranges: readonly NumberRange[]): Promise<number[]> => {
  if (ranges.length === 0) return [];
  const rows = await database
    .selectFrom('work_item')
    .select('id')
    .where((where) =>
      where.or(
        ranges.map(({ project, after, upTo }) =>
          where.and([
            where('project', '=', project),
            where('number', '>', after),
            ...(upTo === null ? [] : [where('number', '<=', upTo)]),
          ]),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => Number(id));
};
