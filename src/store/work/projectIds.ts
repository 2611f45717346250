import { sql } from 'kysely';
import { database } from '../sql/database';
import { NOTHING_ID } from '../sql/storedNumbers';

/** The work items of a project whose number in the key is above `after` and at most `upTo`. `null`: no limit */
export type NumberRange = { project: number; after: number; upTo: number | null };

/**
 * The ids of the work items in these ranges. Two statements. In the index the number comes after what an item serves,
 * so the values it can serve are read from the blocks first. Then each range reads only its own rows.
 */
export const idsInRanges = async (ranges: readonly NumberRange[]): Promise<number[]> => {
  if (ranges.length === 0) return [];
  const served = await servedIn(ranges.map(({ project }) => project));
  const rows = await database
    .selectFrom('work_item')
    .select('id')
    .where((where) =>
      where.or(
        ranges.map(({ project, after, upTo }) => {
          return where.and([
            where('project', '=', project),
            where.or([
              where('objective', 'is', null),
              // `NOTHING_ID` is no item's objective. It stands in empty lists, so that the statement is always planned alike.
              where('objective', 'in', served.get(project) ?? [NOTHING_ID]),
            ]),
            where('number', '>', after),
            where('number', '<=', upTo ?? HIGHEST_NUMBER),
          ]);
        }),
      ),
    )
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** The highest number that a key may have. */
export const HIGHEST_NUMBER = 2 ** 31 - 1;

/** What the work of these projects serves, by project, without `NOTHING_ID`. */
const servedIn = async (projects: readonly number[]): Promise<Map<number, number[]>> => {
  const rows = await database
    .selectFrom('block')
    .select(['project', 'serves'])
    .distinct()
    .where('project', 'in', projects)
    .where('serves', '<>', sql.lit(NOTHING_ID))
    .execute();
  const served = new Map<number, number[]>();
  for (const row of rows)
    served.set(Number(row.project), [...(served.get(Number(row.project)) ?? []), Number(row.serves)]);
  return served;
};
