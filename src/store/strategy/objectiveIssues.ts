import { sql } from 'kysely';
import type { SyncedItem } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { newerWins } from '../sql/newerWins';
import type { Row } from '../sql/rowValues';
import type { ItemIds } from '../work/beforeWriting';
import { titlesAndStatus } from './objectives';

/** Stores what issues say as objectives, unless something newer is stored. One statement if there is one. */
export const storeObjectiveIssues = async (items: readonly SyncedItem[], ids: ItemIds): Promise<void> => {
  const rows = items.flatMap(({ id, asObjective, updated }) => {
    const objective = ids.ofIssue(id);
    return asObjective === null || objective === null
      ? []
      : [{ issue: id, objective, start_day: asObjective.start, target_day: asObjective.target, updated }];
  });
  if (rows.length === 0) return;
  await database
    .insertInto('objective_issue')
    .values(rows)
    .onDuplicateKeyUpdate({
      start_day: newerWins('objective_issue', 'updated', 'start_day'),
      target_day: newerWins('objective_issue', 'updated', 'target_day'),
      // Assigned last: the others compare with it.
      updated: newerWins('objective_issue', 'updated', 'updated'),
    })
    .execute();
};

/** An issue that is an objective. `key`: the objective's */
type StoredIssue = { key: string; issue: number; issueKey: string; project: number };

/** The issues that are objectives, by id. One statement. */
export const storedObjectiveIssues = async (): Promise<StoredIssue[]> => {
  const { rows } = await sql<Row>`
    SELECT /*+ LEADING(i, w, o, p) INL_JOIN(w, o, p) USE_INDEX(w, PRIMARY) */ o.objective_key AS objective_key, i.issue AS issue, w.project AS project,
      w.number AS number, p.project_key AS project_key
    FROM objective_issue i JOIN work_item w ON w.id = i.issue AND w.own = i.objective JOIN objective o ON o.id = i.objective
      JOIN project p ON p.id = w.project
    ORDER BY i.issue`.execute(database);
  return rows.map((row) => ({
    key: String(row.objective_key),
    issue: Number(row.issue),
    issueKey: `${String(row.project_key)}-${Number(row.number)}`,
    project: Number(row.project),
  }));
};

/** Which of these keys stated objectives have. One statement if there is a key. */
export const statedAmong = async (keys: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await titlesAndStatus(keys)).keys());
