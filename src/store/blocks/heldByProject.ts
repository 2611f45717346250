import { sql } from 'kysely';
import { database } from '../sql/database';

/** How many work items lie in each project's blocks, counted yet or not. One statement, which reads blocks only. */
export const heldByProject = async (): Promise<Map<number, number>> => {
  const rows = await database
    .selectFrom('block')
    .select(['project', sql<number>`SUM(items)`.as('total')])
    .groupBy('project')
    .execute();
  return new Map(rows.map(({ project, total }) => [Number(project), Number(total)]));
};
