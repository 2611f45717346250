import type { DroppedWork, EndedWork } from '../../contract';
import type { Named } from '../../domain/work/dropped';
import type { EndedIssues } from '../../domain/work/droppedMoves';
import { allResolutions, allStatuses } from '../../jira/issueConfiguration';
import { droppedDecisions } from '../../settings/droppedDecisions';
import { asApp } from '../../site/rateBudget';
import { endedIssues } from '../../store/work/endedIssues';

/** What an admin can decide on, as Jira lists it now. Two calls to Jira, one statement. */
export const droppedWork = async (): Promise<DroppedWork> => {
  const app = asApp('page');
  const [{ statuses, statusNames }, resolutions, decided] = await Promise.all([
    allStatuses(app),
    allResolutions(app),
    droppedDecisions(),
  ]);
  return {
    resolution: byName(resolutions),
    status: byName(statusNames).filter(({ id }) => statuses[id] === 'done'),
    decided,
  };
};

const byName = (names: Record<string, string>): Named[] =>
  Object.entries(names)
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** Work items that one statement looks at: it sorts and groups these in memory. */
const ITEMS_A_STATEMENT = 20_000;
/** Statements of one call: with 1,000,000 issues a page makes ten calls. */
const STATEMENTS_A_CALL = 5;

/** The issues that have ended, by status and resolution: of a part of the site. At most five statements. */
export const endedWork = async (after: string | null): Promise<EndedWork> => {
  const found: EndedIssues[] = [];
  let last: number | null = Number(after ?? 0);
  for (let statement = 0; statement < STATEMENTS_A_CALL && last !== null; statement += 1) {
    const stretch: Stretch = await endedIssues(last, ITEMS_A_STATEMENT);
    found.push(...stretch.found);
    last = stretch.last;
  }
  return { found, next: last === null ? null : String(last) };
};

type Stretch = Awaited<ReturnType<typeof endedIssues>>;
