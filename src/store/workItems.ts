import { sql } from 'kysely';
import type { SyncedItem } from '../domain/workItem';
import { database } from './database';
import { affected } from './affected';
import type { ItemIds } from './beforeWriting';
import type { WorkItemTable } from './schema';
import { outcomeId } from './unitRows';
import { unlessOlder } from './unlessOlder';

/** As many facets as the column holds; an issue with more is found by its first ones. */
const MOST_FACET_CHARACTERS = 1000;

/**
 * Writes what Jira says of work items: one statement. What is stored stays where it is newer.
 * What the items serve is not written here: `pushDown` does that.
 */
export const upsertWorkItems = async (items: readonly SyncedItem[], ids: ItemIds): Promise<void> => {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    id: item.id,
    project: item.project,
    number: item.number,
    level: item.level,
    parent: item.parent,
    outcome: outcomeId(item.outcome),
    estimate: item.estimate,
    assignee: ids.account(item.assignee),
    tag: ids.tag(item.tag),
    created: item.created,
    ended: item.ended,
    facets: facetText(item.facets),
    component: ids.component(item.component),
    team: ids.team(item.team),
    blocked: item.blocked ? 1 : 0,
    status: item.status,
    resolution: item.resolution,
    type: item.type,
    updated: item.updated,
  }));
  await database.insertInto('work_item').values(rows).onDuplicateKeyUpdate(newerWins).execute();
};

/** Facets stand between spaces, so that a search for one does not find another that begins alike. */
const facetText = (facets: SyncedItem['facets']): string => {
  let text = ' ';
  for (const facet of facets) {
    if (text.length + facet.length + 1 > MOST_FACET_CHARACTERS) break;
    text += `${facet} `;
  }
  return text;
};

const takenOver = <Column extends keyof WorkItemTable>(column: Column) =>
  unlessOlder<WorkItemTable[Column]>('work_item', 'updated', column);

const newerWins = {
  project: takenOver('project'),
  number: takenOver('number'),
  level: takenOver('level'),
  parent: takenOver('parent'),
  outcome: takenOver('outcome'),
  estimate: takenOver('estimate'),
  assignee: takenOver('assignee'),
  tag: takenOver('tag'),
  created: takenOver('created'),
  ended: takenOver('ended'),
  facets: takenOver('facets'),
  component: takenOver('component'),
  team: takenOver('team'),
  blocked: takenOver('blocked'),
  status: takenOver('status'),
  resolution: takenOver('resolution'),
  type: takenOver('type'),
  // Last, because the others are compared by it.
  updated: takenOver('updated'),
};

export const removeWorkItems = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await database.deleteFrom('work_item').where('id', 'in', ids).execute();
};

const TAGGED = sql`w.tag IS NOT NULL AND w.level >= 0`;
const UNTAGGED = sql`(w.tag IS NULL OR w.level < 0)`;
const later = (a: string, b: string) =>
  sql`CASE WHEN ${sql.ref(a)} > ${sql.ref(b)} THEN ${sql.ref(a)} ELSE ${sql.ref(b)} END`;
/** All that Jira says of a work item. */
const COLUMNS = [
  'id',
  'project',
  'number',
  'level',
  'parent',
  'outcome',
  'estimate',
  'assignee',
  'tag',
  'created',
  'ended',
  'facets',
  'component',
  'team',
  'blocked',
  'status',
  'resolution',
  'type',
  'updated',
] as const satisfies readonly (keyof WorkItemTable)[];

/**
 * Works out what these items and all below them serve, as the domain's `provenanceOf` says: from the tags among them and from
 * what the parents outside serve, down. It compares what is stored with what is right, never relying on what changed before,
 * so it can be run again after a crash. One statement.
 */
export const pushDown = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO work_item (${sql.join(COLUMNS.map((column) => sql.ref(column)))}, objective, source, since)
    WITH RECURSIVE ${affected(ids)},
    served (id, objective, source, since) AS (
      SELECT w.id, w.tag, w.id, w.created FROM affected a JOIN work_item w ON w.id = a.id WHERE ${TAGGED}
      UNION ALL
      SELECT w.id, p.objective, p.source, ${later('p.since', 'w.created')}
      FROM affected a JOIN work_item w ON w.id = a.id JOIN work_item p ON p.id = w.parent
      WHERE ${UNTAGGED} AND p.objective IS NOT NULL AND p.id NOT IN (SELECT id FROM affected)
      UNION ALL
      SELECT w.id, s.objective, s.source, ${later('s.since', 'w.created')}
      FROM served s JOIN work_item w ON w.parent = s.id
      WHERE ${UNTAGGED}
    )
    SELECT ${sql.join(COLUMNS.map((column) => sql.ref(`w.${column}`)))},
      s.objective, s.source, s.since
    FROM affected a JOIN work_item w ON w.id = a.id LEFT JOIN served s ON s.id = w.id
    WHERE COALESCE(w.objective, -1) <> COALESCE(s.objective, -1)
      OR COALESCE(w.source, -1) <> COALESCE(s.source, -1)
      OR COALESCE(w.since, -1) <> COALESCE(s.since, -1)
    ON DUPLICATE KEY UPDATE objective = VALUES(objective), source = VALUES(source), since = VALUES(since)`.execute(
    database,
  );
};
