import { sql } from 'kysely';
import { latestFailures } from '../../../src/store/runs/failures';
import { selectAll } from '../../../src/store/sql/selectAll';
import { inputError } from '../load/inputError';
import type { RelatedIssue } from '../load/relate';

/**
 * Refuses figures of a part: the app's first sync must have read every issue of an export. Runs in the app.
 * @throws InputError that says how many were read, which row is the first that was not, and how the app failed
 */
export const checkAllRead = async (issues: readonly Pick<RelatedIssue, 'at' | 'id' | 'key'>[]): Promise<void> => {
  const rows = await selectAll({
    columns: { id: sql.ref('w.id') },
    from: sql`work_item w`,
    where: sql`1 = 1`,
    keys: ['id'],
  });
  const read = new Set(rows.map(({ id }) => Number(id)));
  const lost = issues.filter(({ id }) => !read.has(Number(id)));
  const [first] = lost;
  if (!first) return;
  const [failure] = await latestFailures(1, Date.now());
  const why = failure ? ` (${[failure.what, failure.code, failure.detail].filter(Boolean).join(', ')})` : '';
  const message =
    `only ${issues.length - lost.length} of ${issues.length} issues could be read${why}, so there is no report; ` +
    `the first that could not is ${first.key}: look for what is unusual there or below, and correct it or leave it out`;
  throw inputError(first.at, message);
};
