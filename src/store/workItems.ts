import { sql } from 'kysely';
import type { SyncedItem } from '../domain/workItem';
import { database } from './database';
import { affected } from './affected';
import type { Misplaced } from './blocks/place';
import type { ItemIds } from './beforeWriting';
import type { Row } from './everyRow';
import { outcomeId } from './outcomes';
import { NOTHING_ID, type WorkItemTable } from './schema';
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
  // Last, because the others are compared by it.
  updated: takenOver('updated'),
};

/**
 * Removes work items, unless somebody has put them into another than these blocks meanwhile: that block would not hear of it. Says
 * whether all are gone. One statement, two where some were not there.
 */
export const removeWorkItems = async (ids: readonly number[], blocks: readonly number[]): Promise<boolean> => {
  if (ids.length === 0) return true;
  const { numDeletedRows } = await database
    .deleteFrom('work_item')
    .where('id', 'in', ids)
    .where((where) =>
      where.or([where('block', 'is', null), ...(blocks.length === 0 ? [] : [where('block', 'in', blocks)])]),
    )
    .executeTakeFirst();
  if (Number(numDeletedRows) === ids.length) return true;
  const left = await database.selectFrom('work_item').select('id').where('id', 'in', ids).limit(sql.lit(1)).execute();
  return left.length === 0;
};

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
  'updated',
] as const satisfies readonly (keyof WorkItemTable)[];
const columnsOf = (row: string) => sql.join(COLUMNS.map((column) => sql.ref(`${row}.${column}`)));
const COLUMN_NAMES = sql.join(COLUMNS.map((column) => sql.ref(column)));

const TAGGED = sql`w.tag IS NOT NULL AND w.level >= 0`;
const UNTAGGED = sql`(w.tag IS NULL OR w.level < 0)`;
const ORPHAN = sql`CASE WHEN w.parent IS NOT NULL AND p.id IS NULL THEN 1 ELSE 0 END`;

/**
 * Works out what these items and all below them serve, as the domain's `provenanceOf` says, and whether their parents are known: from
 * the tags among them and from what the parents outside serve, down. It compares what is stored with what is right, never relying on
 * what changed before, so it can be run again after a crash. One statement; the hints keep TiDB to its indexes, see `affected`.
 */
export const pushDown = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO work_item (${COLUMN_NAMES}, objective, source, orphan)
    WITH RECURSIVE ${affected(ids)},
    served (id, objective, source) AS (
      SELECT /*+ INL_JOIN(w) */ w.id, w.tag, w.id FROM affected a JOIN work_item w ON w.id = a.id WHERE ${TAGGED}
      UNION ALL
      SELECT /*+ INL_JOIN(w), INL_JOIN(p) */ w.id, p.objective, p.source
      FROM affected a JOIN work_item w ON w.id = a.id JOIN work_item p ON p.id = w.parent
      WHERE ${UNTAGGED} AND p.objective IS NOT NULL AND p.id NOT IN (SELECT id FROM affected)
      UNION ALL
      SELECT /*+ INL_JOIN(w) */ w.id, s.objective, s.source
      FROM served s JOIN work_item w ON w.parent = s.id
      WHERE ${UNTAGGED}
    )
    SELECT /*+ INL_JOIN(w), INL_JOIN(p), HASH_JOIN(s) */ ${columnsOf('w')}, s.objective, s.source, ${ORPHAN}
    FROM affected a JOIN work_item w ON w.id = a.id LEFT JOIN served s ON s.id = w.id LEFT JOIN work_item p ON p.id = w.parent
    WHERE COALESCE(w.objective, -1) <> COALESCE(s.objective, -1)
      OR COALESCE(w.source, -1) <> COALESCE(s.source, -1)
      OR w.orphan <> ${ORPHAN}
    ON DUPLICATE KEY UPDATE objective = VALUES(objective), source = VALUES(source), orphan = VALUES(orphan)`.execute(
    database,
  );
};

/**
 * Works out which of these items are units, as the domain's `unitsOf` says: those of level 0, and those above that no work item of
 * level 0 or above names as its parent which is not dropped. Like `pushDown` it compares, and can be run again. One statement.
 */
export const markUnits = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO work_item (${COLUMN_NAMES}, unit)
    SELECT /*+ INL_JOIN(w) */ ${columnsOf('w')}, x.unit
    FROM (
      SELECT /*+ INL_JOIN(c) */ i.id, CASE WHEN i.level = 0 OR (i.level > 0 AND COUNT(c.id) = 0) THEN 1 ELSE 0 END AS unit
      FROM work_item i
      LEFT JOIN work_item c ON c.parent = i.id AND c.level >= 0 AND c.outcome <> ${sql.lit(outcomeId('dropped'))}
      WHERE i.id IN (${sql.join(ids)})
      GROUP BY i.id, i.level
    ) x JOIN work_item w ON w.id = x.id
    WHERE w.unit <> x.unit
    ON DUPLICATE KEY UPDATE unit = VALUES(unit)`.execute(database);
};

/** Where work items are, and where they should be. */
export type Place = Misplaced & { isPlaced: boolean };

const PLACES_A_STATEMENT = 20_000;

/** The blocks of these items and all below them, and of some others: one statement, and another for each further page. */
export const placesOf = async (ids: readonly number[], others: readonly number[]): Promise<Place[]> => {
  const found: Place[] = [];
  if (ids.length === 0) return found;
  for (let last = 0; ;) {
    const { rows } = await sql<Row>`
      WITH RECURSIVE ${affected(ids)}, looked_at (id) AS (
        SELECT id FROM affected UNION SELECT id FROM work_item WHERE id IN (${sql.join([0, ...others])})
      )
      SELECT /*+ INL_JOIN(w) */ w.id, w.project, COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) AS serves, w.block,
        CASE WHEN b.project = w.project AND b.serves = COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) THEN 1 ELSE 0 END AS placed
      FROM looked_at a JOIN work_item w ON w.id = a.id LEFT JOIN block b ON b.id = w.block
      WHERE w.id > ${last} ORDER BY w.id LIMIT ${sql.lit(PLACES_A_STATEMENT)}`.execute(database);
    for (const row of rows) {
      found.push({
        id: Number(row.id),
        project: Number(row.project),
        serves: Number(row.serves),
        block: row.block === null ? null : Number(row.block),
        isPlaced: Number(row.placed) === 1,
      });
    }
    if (rows.length < PLACES_A_STATEMENT) return found;
    last = found.at(-1)?.id ?? last;
  }
};
