import { sql } from 'kysely';
import type { SyncedItem } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { batches } from '../../domain/batches';
import type { Misplaced } from '../blocks/placeItems';
import { type ItemIds, linkedIssue, ownIssue, ownTag } from './beforeWriting';
import type { Row } from '../sql/rowValues';
import { outcomeId } from './outcomes';
import type { WorkItemTable } from '../sql/workItemTable';
import { NOTHING_ID } from '../sql/storedNumbers';
import { newerWins } from '../sql/newerWins';

/** Characters that the facets' column holds. An issue with more is found by its first facets. */
const MOST_FACET_CHARACTERS = 1000;

/** A row takes 24 parameters; the embedded engine allows 32,766, TiDB and MariaDB 65,535. */
const ROWS_A_STATEMENT = 1000;

/**
 * Upserts work items as Jira has them, unless a newer one is stored. One statement for each 1,000. Of items that are stored already, what follows from
 * others, such as what they serve, is not written here.
 */
export const upsertWorkItems = async (
  items: readonly SyncedItem[],
  ids: ItemIds,
  places: ReadonlyMap<number, FirstPlace>,
): Promise<void> => {
  if (items.length === 0) return;
  const placeOf = (item: SyncedItem): FirstPlace => places.get(item.id) ?? { serves: ownTag(item, ids), block: null };
  const rows = inWriteOrder(items).map((item) => ({
    id: item.id,
    project: item.project,
    number: item.number,
    level: item.level,
    parent: item.parent,
    outcome: outcomeId(item.outcome),
    estimate: item.estimate,
    assignee: ids.account(item.assignee),
    tag: ids.tag(item.tag),
    own: ids.ofIssue(ownIssue(item)),
    link: ids.ofIssue(linkedIssue(item)),
    created: item.created,
    ended: item.ended,
    facets: facetText(item.facets),
    component: ids.component(item.component),
    team: ids.team(item.team),
    blocked: item.blocked ? 1 : 0,
    status: item.status,
    resolution: item.resolution,
    type: item.type,
    unit: item.level === 0 && item.asObjective === null ? 1 : 0,
    updated: item.updated,
    objective: placeOf(item).serves,
    block: placeOf(item).block,
  }));
  for (const some of batches(rows, ROWS_A_STATEMENT))
    await database.insertInto('work_item').values(some).onDuplicateKeyUpdate(newerColumns).execute();
};

/**
 * The order in which every function writes items: one for all, so that none waits for another that waits for it. It is not by id,
 * because InnoDB leaves pages half empty after ascending runs between other rows: its indexes took 150 bytes an issue, now 120.
 */
const inWriteOrder = <Item extends { id: number }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => scattered(a.id) - scattered(b.id) || a.id - b.id);

/** A 32-bit number that looks random: Knuth's multiplicative hash. */
const scattered = (id: number): number => Math.imul(id, 2_654_435_761) >>> 0;

/**
 * Where a new item is stored first: what it serves (an objective's id, `RUN_ID`, or `null` for nothing) and a block for that. Most need
 * not be written again by `serveAsParents` and `placeItems`.
 */
export type FirstPlace = { serves: number | null; block: number | null };

/** Facets are stored between spaces, so a search does not match another that begins alike. */
const facetText = (facets: SyncedItem['facets']): string => {
  let text = ' ';
  for (const facet of facets) {
    if (text.length + facet.length + 1 > MOST_FACET_CHARACTERS) break;
    text += `${facet} `;
  }
  return text;
};

const newerColumn = <Column extends keyof WorkItemTable>(column: Column) =>
  newerWins<WorkItemTable[Column]>('work_item', 'updated', column);

const newerColumns = {
  project: newerColumn('project'),
  number: newerColumn('number'),
  level: newerColumn('level'),
  parent: newerColumn('parent'),
  outcome: newerColumn('outcome'),
  estimate: newerColumn('estimate'),
  assignee: newerColumn('assignee'),
  tag: newerColumn('tag'),
  own: newerColumn('own'),
  link: newerColumn('link'),
  created: newerColumn('created'),
  ended: newerColumn('ended'),
  facets: newerColumn('facets'),
  component: newerColumn('component'),
  team: newerColumn('team'),
  blocked: newerColumn('blocked'),
  status: newerColumn('status'),
  resolution: newerColumn('resolution'),
  type: newerColumn('type'),
  // Above level 0 the children decide: `markUnits`.
  unit: sql<number>`CASE WHEN VALUES(level) <= 0 THEN ${newerColumn('unit')} ELSE work_item.unit END`,
  // Assigned last: the others compare with it.
  updated: newerColumn('updated'),
};

/**
 * Deletes work items, unless another function has moved them to a block other than these meanwhile: that block would
 * not hear of it. One statement, two if some were not there.
 * @returns whether all are gone
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

/** The columns that come from Jira. */
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
  'own',
  'link',
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
const columnsOf = (row: string) => sql.join(COLUMNS.map((column) => sql.ref(`${row}.${column}`)));
const COLUMN_NAMES = sql.join(COLUMNS.map((column) => sql.ref(column)));

/** SQL condition: work item `w` inherits from its parent. A tag on a sub-task has no effect, nor on an objective. */
const UNTAGGED = sql`(w.own IS NULL AND (w.tag IS NULL OR w.level < 0))`;
/** The objective that work item `w` is, or else its tag. */
const TAG = sql`COALESCE(w.own, w.tag)`;
/** Its parent `p` serves something by a tag or the hierarchy, which goes before every link. */
const ABOVE = sql`p.objective IS NOT NULL AND p.by_link = 0`;
/** The objective that a link joins work item `w` to, while `t`, the issue it leads to, is one. */
const LINK = sql`CASE WHEN w.level >= 0 THEN t.own END`;
const LINKED = sql`LEFT JOIN objective_issue i ON i.objective = w.link LEFT JOIN work_item t ON t.id = i.issue AND t.own = w.link`;
const OBJECTIVE = sql`CASE WHEN NOT ${UNTAGGED} THEN ${TAG} WHEN ${ABOVE} THEN p.objective ELSE COALESCE(${LINK}, p.objective) END`;
const BY_LINK = sql`CASE WHEN NOT ${UNTAGGED} OR (${ABOVE}) OR COALESCE(${LINK}, p.objective) IS NULL THEN 0 ELSE 1 END`;
const ORPHAN = sql`CASE WHEN w.own IS NULL AND w.parent IS NOT NULL AND p.id IS NULL THEN 1 ELSE 0 END`;

/**
 * Sets what these items serve, from their own tags, their stored parents and their links, and whether those parents are
 * stored.
 * Idempotent: it compares what is stored with what is right. One statement.
 */
export const serveAsParents = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO work_item (${COLUMN_NAMES}, objective, by_link, orphan)
    SELECT /*+ INL_JOIN(p, i, t) */ ${columnsOf('w')}, ${OBJECTIVE}, ${BY_LINK}, ${ORPHAN}
    FROM work_item w LEFT JOIN work_item p ON p.id = w.parent ${LINKED}
    WHERE w.id IN (${sql.join(ids)}) AND (
      COALESCE(w.objective, -1) <> COALESCE(${OBJECTIVE}, -1)
      OR w.by_link <> ${BY_LINK}
      OR w.orphan <> ${ORPHAN}
    )
    ON DUPLICATE KEY UPDATE objective = VALUES(objective), by_link = VALUES(by_link), orphan = VALUES(orphan)`.execute(
    database,
  );
};

/** Sets these items to serve nothing, except those with a tag and objectives. One statement. */
export const serveNothing = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await database
    .updateTable('work_item')
    .set({ objective: null, by_link: 0 })
    .where('id', 'in', ids)
    .where('own', 'is', null)
    .where((where) => where.or([where('tag', 'is', null), where('level', '<', 0)]))
    .execute();
};

/** A work item with a parent, and the block that counts it. */
export type Child = {
  id: number;
  parent: number;
  project: number;
  block: number | null;
  /** whether it inherits from its parent: it has no tag, or one without effect */
  inherits: boolean;
};

const CHILDREN_A_STATEMENT = 20_000;

/** The children of these items. One statement for each page. */
export const childrenOf = async (ids: readonly number[]): Promise<Child[]> => {
  const found: Child[] = [];
  if (ids.length === 0) return found;
  for (let last = 0; ;) {
    const { rows } = await sql<Row>`
      SELECT /*+ USE_INDEX(w, work_item_by_parent) */ w.id, w.parent, w.project, w.block, CASE WHEN ${UNTAGGED} THEN 1 ELSE 0 END AS inherits FROM work_item w
      WHERE w.parent IN (${sql.join(ids)}) AND w.id > ${last}
      ORDER BY w.id LIMIT ${sql.lit(CHILDREN_A_STATEMENT)}`.execute(database);
    for (const row of rows) {
      found.push({
        id: Number(row.id),
        parent: Number(row.parent),
        project: Number(row.project),
        block: row.block === null ? null : Number(row.block),
        inherits: Number(row.inherits) === 1,
      });
    }
    if (rows.length < CHILDREN_A_STATEMENT) return found;
    last = found.at(-1)?.id ?? last;
  }
};

/** Work item `i`, grouped with its children `c` that are work and not dropped, is a unit: 1, else 0. */
const IS_UNIT = sql`CASE WHEN i.own IS NULL AND (i.level = 0 OR (i.level > 0 AND COUNT(c.id) = 0)) THEN 1 ELSE 0 END`;

/**
 * Sets which of these items are units, as the domain's `unitsOf` says: those of level 0, and those above without a
 * child of level 0 or above that is not dropped. Only for those above is it needed after `upsertWorkItems`. Idempotent. One statement. The index is named because TiDB turns a
 * single id into a constant and then joins without one.
 */
export const markUnits = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO work_item (${COLUMN_NAMES}, unit)
    SELECT /*+ INL_JOIN(w) */ ${columnsOf('w')}, x.unit
    FROM (
      SELECT /*+ INL_JOIN(c) USE_INDEX(c, work_item_by_parent) */ i.id,
        ${IS_UNIT} AS unit
      FROM work_item i
      LEFT JOIN work_item c ON c.parent = i.id AND i.level > 0 AND c.level >= 0 AND c.own IS NULL AND c.outcome <> ${sql.lit(outcomeId('dropped'))}
      WHERE i.id IN (${sql.join(ids)})
      GROUP BY i.id, i.level, i.own, i.unit
      HAVING i.unit <> ${IS_UNIT}
    ) x JOIN work_item w ON w.id = x.id
    ON DUPLICATE KEY UPDATE unit = VALUES(unit)`.execute(database);
};

/** A work item's block, and what it should be in. */
export type Place = Omit<Misplaced, 'retag'> & {
  isPlaced: boolean;
  /** what its block serves, so what it served when it was last placed; `null`: it has none */
  served: number | null;
  /** whether it is in progress, done or dropped */
  hasBegun: boolean;
};

const PLACES_A_STATEMENT = 5000;

/** The places of these items. One statement for each 5,000. */
export const placesOf = async (ids: readonly number[]): Promise<Place[]> => {
  const found: Place[] = [];
  for (const some of batches(ids, PLACES_A_STATEMENT)) {
    const { rows } = await sql<Row>`
      SELECT /*+ INL_JOIN(b) */ w.id, w.project, w.outcome, COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) AS serves, w.block, b.serves AS served,
        CASE WHEN b.project = w.project AND b.serves = COALESCE(w.objective, ${sql.lit(NOTHING_ID)}) THEN 1 ELSE 0 END AS placed
      FROM work_item w LEFT JOIN block b ON b.id = w.block
      WHERE w.id IN (${sql.join(some)})`.execute(database);
    for (const row of rows) {
      found.push({
        id: Number(row.id),
        project: Number(row.project),
        serves: Number(row.serves),
        block: row.block === null ? null : Number(row.block),
        served: row.served === null ? null : Number(row.served),
        hasBegun: Number(row.outcome) !== outcomeId('todo'),
        isPlaced: Number(row.placed) === 1,
      });
    }
  }
  return found;
};
