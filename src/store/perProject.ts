import { type RawBuilder, sql } from 'kysely';

/** What differs from project to project, in a statement about several of them: `id` is the column that tells them apart. */
export const perProject = <T extends { id: number }>(
  id: RawBuilder<unknown>,
  projects: readonly T[],
  valueOf: (project: T) => number,
): RawBuilder<number> => {
  const cases = projects.map((project) => sql`WHEN ${project.id} THEN ${valueOf(project)}`);
  return sql`CASE ${id} ${sql.join(cases, sql` `)} END`;
};
