import { searchIssues } from '../jira/issues';
import { instantOf } from '../jira/toWorkItem';
import { findWorkItems } from '../store/findWorkItems';
import { mark } from './mark';

/** Relative, because Jira reads absolute times in the asking user's zone; overlapping, because schedules may be late. */
const RECENT = 'updated >= -90m ORDER BY id ASC';

/** Marks the issues whose last change, of the last 90 minutes, the projection does not have. Says how many. */
export const markRecentlyUpdated = async (now: number): Promise<number> => {
  let marked = 0;
  let token: string | null = null;
  do {
    const page = await searchIssues('app', RECENT, ['updated'], token);
    const projected = new Map(
      (await findWorkItems(page.issues.map(({ id }) => Number(id)))).map(({ id, updated }) => [id, updated]),
    );
    const missed = page.issues
      .filter(({ id, fields }) => projected.get(Number(id)) !== instantOf(fields.updated ?? ''))
      .map(({ id }) => Number(id));
    await mark(missed, now);
    marked += missed.length;
    token = page.nextPageToken;
  } while (token !== null);
  return marked;
};
