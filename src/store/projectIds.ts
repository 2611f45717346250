import { database } from './database';

/**
 * The ids of a project's work items whose number, in their key, comes after one and up to another (`null`: however high).
 */
export const idsBetween = async (project: number, after: number, upTo: number | null): Promise<number[]> => {
  const rows = await database
    .selectFrom('work_item')
    .select('id')
    .where('project', '=', project)
    .where('number', '>', after)
    .$if(upTo !== null, (query) => query.where('number', '<=', upTo ?? 0))
    .execute();
  return rows.map(({ id }) => Number(id));
};
