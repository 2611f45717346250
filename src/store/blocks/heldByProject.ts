import { sql } from 'kysely';
import { database } from '../sql/database';

/** How many work items each project has, as far as its blocks have counted them: one statement, which reads no work item. */
export const heldByProject = async (): Promise<Map<number, number>> => {
  const rows = await database
    .selectFrom('block')
    .select(['project', sql<number>`SUM(items)`.as('total')])
    .groupBy('project')
    .execute();
  return new Map(rows.map(({ project, total }) => [Number(project), Number(total)]));
};
