import { sql } from 'kysely';
import { database } from '../sql/database';

/** The number of counted work items by project. One statement, which reads blocks only. */
export const heldByProject = async (): Promise<Map<number, number>> => {
  const rows = await database
    .selectFrom('block')
    .select(['project', sql<number>`SUM(items)`.as('total')])
    .groupBy('project')
    .execute();
  return new Map(rows.map(({ project, total }) => [Number(project), Number(total)]));
};
