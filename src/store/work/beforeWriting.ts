import { type RawBuilder, sql } from 'kysely';
import { OTHER_KEYS } from '../../domain/strategy/objectiveKey';
import { effectiveTag } from '../../domain/work/provenance';
import { RUN, type SyncedItem, type WorkFunction } from '../../domain/work/workItem';
import { addAccounts, isIdle } from './accounts';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { addObjectiveIssues } from '../strategy/addObjectiveIssues';
import { addNamedKeys } from '../strategy/objectives';
import { withLink } from './linkedItems';
import type { Project } from './projects';
import { RUN_ID } from '../sql/storedNumbers';
import { distinctFunctions, type NamedFunction, storeFunctions } from './workFunctions';

/** Looks up the small numbers stored for accounts, tags and functions. */
export type ItemIds = {
  account: (account: string | null) => number | null;
  tag: (tag: string | null) => number | null;
  component: (component: WorkFunction | null) => number | null;
  team: (team: WorkFunction | null) => number | null;
  /** the objective that an issue is */
  ofIssue: (issue: number | null) => number | null;
};

/** What a change of work items touches, as stored before it. */
export type Touched = {
  projects: Project[];
  blocks: number[];
  /** parents of the changed items */
  parents: number[];
  /** children that inherit from a changed item */
  children: number[];
  /** the changed items from which stored children inherit */
  inherited: ReadonlySet<number>;
  /** what the stored parents of written items serve: an objective's id, `RUN_ID`, or `null` for nothing */
  parentsServe: ReadonlyMap<number, number | null>;
  /** items that have a tag, which Jira has no more: somebody cleared it */
  cleared: number[];
  /** those of the written items that are not stored yet, or only half */
  fresh: number[];
  /**
   * those of the other written items without a tag that nobody changed in Jira since they were read: if they serve
   * something else, somebody changed what is above them, or an admin named other types or link types
   */
  unchanged: number[];
  /** the id of `OTHER_KEYS`; `null`: it has none, or no item names an objective */
  otherKeys: number | null;
  /** items that links join to a changed item, which is or was an objective */
  linked: number[];
};

/** The accounts, objectives and functions that work items name, each once. `inactive`: those of the accounts that are */
type Names = {
  accounts: string[];
  inactive: ReadonlySet<string>;
  objectives: string[];
  functions: NamedFunction[];
  /** ids of issues that are objectives */
  issues: number[];
};

const namesIn = (items: readonly SyncedItem[]): Names => ({
  accounts: [...new Set(items.flatMap(({ assignee }) => assignee ?? []))],
  inactive: new Set(items.flatMap(({ assignee, assigneeIsActive }) => (assigneeIsActive ? [] : (assignee ?? [])))),
  objectives: [...new Set(items.flatMap(({ tag }) => (tag === null || tag === RUN ? [] : tag)))],
  functions: distinctFunctions({
    component: items.flatMap(({ component }) => component ?? []),
    team: items.flatMap(({ team }) => team ?? []),
  }),
  issues: [...new Set(items.flatMap((item) => [ownIssue(item) ?? [], linkedIssue(item) ?? []].flat()))],
});

/** The id of an item that is an objective. */
export const ownIssue = ({ id, asObjective }: SyncedItem): number | null => (asObjective === null ? null : id);

/** The id of the objective that a work item's link joins it to: of several the one that counts (`withCountedLinks`). */
export const linkedIssue = ({ asObjective, linked }: SyncedItem): number | null =>
  asObjective === null ? (linked[0] ?? null) : null;

/** What an item serves by itself, as an objective or by its tag: an objective's id or `RUN_ID`. */
export const ownTag = (item: SyncedItem, ids: ItemIds): number | null =>
  ids.ofIssue(ownIssue(item)) ?? ids.tag(effectiveTag(item));

/** A key of kind and name: components and teams may have equal ids in Jira. */
const filed = (kind: string, name: string): string => `${kind} ${name}`;

/**
 * Reads what must be known before work items are written and others removed: the numbers of what they name, and the
 * touched blocks. New names are added, and names of components and teams brought up to date. One statement if nothing
 * is new and none of the items is an objective.
 *
 * Touched are the blocks and projects of the items, of their children, and of their old and new parents: a first or
 * last child changes whether its parent is a unit.
 */
export const beforeWriting = async (
  items: readonly SyncedItem[],
  gone: readonly number[],
): Promise<Touched & { ids: ItemIds }> => {
  const names = namesIn(items);
  const changed = [...items.map(({ id }) => id), ...gone];
  if (changed.length === 0)
    return {
      projects: [],
      blocks: [],
      parents: [],
      children: [],
      inherited: new Set(),
      parentsServe: new Map(),
      linked: [],
      cleared: [],
      fresh: [],
      unchanged: [],
      otherKeys: null,
      ids: itemIds(new Map()),
    };
  const rows = await rowsOf(
    touchedBlocks(
      changed,
      items.flatMap(({ parent, asObjective, linked }) => [parent ?? [], asObjective === null ? [] : linked].flat()),
    ),
    ...knownNames(names),
    ...clearedItems(items),
    ...servedByParents(items),
    storedItems(changed),
  );
  const known = namedIn(rows);
  const ids = (await addMissing(names, known)) ? namedIn(await rowsOf(...knownNames(names))) : known;
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
  const stored = ofKind('stored');
  const placed = new Set(stored.flatMap(({ id, block }) => (block === null ? [] : Number(id))));
  const updatedOf = new Map(stored.map(({ id, name }) => [Number(id), Number(name)]));
  const joined = await withLink(stored.flatMap(({ label }) => (label === '' ? [] : Number(label))));
  const projects = ofKind('block').map((row) => ({
    id: Number(row.id),
    key: String(row.name),
    name: String(row.label),
  }));
  return {
    projects: [
      ...new Map(
        [...projects, ...joined.map(({ project }) => project)].map((project) => [project.id, project]),
      ).values(),
    ],
    blocks: [
      ...ofKind('block').flatMap(({ block }) => (block === null ? [] : Number(block))),
      ...joined.map(({ block }) => block),
    ],
    parents: ofKind('parent').map(({ id }) => Number(id)),
    children: ofKind('child').map(({ id }) => Number(id)),
    inherited: new Set(ofKind('child').map(({ name }) => Number(name))),
    parentsServe: new Map(
      ofKind('above').map(({ id, name }) => [Number(id), name === '' ? null : Number(name)] as const),
    ),
    cleared: ofKind('cleared').map(({ id }) => Number(id)),
    fresh: items.map(({ id }) => id).filter((id) => !placed.has(id)),
    unchanged: items.flatMap((item) =>
      placed.has(item.id) && effectiveTag(item) === null && updatedOf.get(item.id) === item.updated ? item.id : [],
    ),
    otherKeys: ids.get(filed('objective', OTHER_KEYS))?.id ?? null,
    linked: [
      ...new Set([
        ...joined.map(({ item }) => item),
        ...items.flatMap(({ asObjective, linked }) => (asObjective === null ? [] : linked)),
      ]),
    ],
    ids: itemIds(ids),
  };
};

const itemIds = (ids: Known): ItemIds => {
  const idOf = (kind: string, name: string | undefined) =>
    name === undefined ? null : (ids.get(filed(kind, name))?.id ?? null);
  return {
    account: (account) => idOf('account', account ?? undefined),
    tag: (tag) => {
      if (tag === null || tag === RUN) return tag === null ? null : RUN_ID;
      return idOf('objective', tag) ?? idOf('objective', OTHER_KEYS);
    },
    component: (component) => idOf('component', component?.id),
    team: (team) => idOf('team', team?.id),
    ofIssue: (issue) => idOf('issue', issue === null ? undefined : String(issue)),
  };
};

/** By kind and name. `label`: what a component or team is called, and the day on which an account was last seen */
type Known = ReadonlyMap<string, { id: number; label: string }>;

/** SELECTs of kind, id, name and label, one for each kind. */
const knownNames = ({ accounts, objectives, functions, issues }: Names): RawBuilder<unknown>[] => {
  const parts: RawBuilder<unknown>[] = [];
  if (accounts.length > 0) {
    parts.push(sql`SELECT 'account' AS kind, id, account_id AS name, seen AS label, NULL AS block
      FROM account WHERE account_id IN (${sql.join(accounts)})`);
  }
  if (objectives.length > 0) {
    parts.push(sql`SELECT 'objective' AS kind, id, objective_key AS name, '' AS label, NULL AS block
      FROM objective WHERE objective_key IN (${sql.join([...objectives, OTHER_KEYS])})`);
  }
  if (issues.length > 0) {
    parts.push(sql`SELECT 'issue' AS kind, objective AS id, CAST(issue AS CHAR) AS name, '' AS label, NULL AS block
      FROM objective_issue WHERE issue IN (${sql.join(issues)})`);
  }
  if (functions.length > 0) {
    parts.push(sql`SELECT kind, id, jira_id AS name, name AS label, NULL AS block
      FROM work_function WHERE kind IN ('component', 'team') AND jira_id IN (${sql.join(functions.map(({ id }) => id))})`);
  }
  return parts;
};

/** SELECT of those of some items that have no tag any more. */
const clearedItems = (items: readonly SyncedItem[]): RawBuilder<unknown>[] => {
  const untagged = items.filter(({ tag }) => tag === null).map(({ id }) => id);
  if (untagged.length === 0) return [];
  return [
    sql`SELECT 'cleared', w.id, '', '', NULL FROM work_item w WHERE w.id IN (${sql.join(untagged)}) AND w.tag IS NOT NULL`,
  ];
};

/** SELECT of what the stored parents of some items serve. */
const servedByParents = (items: readonly SyncedItem[]): RawBuilder<unknown>[] => {
  const written = new Set(items.map(({ id }) => id));
  const parents = [...new Set(items.flatMap(({ parent }) => parent ?? []))].filter((id) => !written.has(id));
  if (parents.length === 0) return [];
  return [
    sql`SELECT 'above', w.id, COALESCE(CAST(w.objective AS CHAR), ''), '', NULL FROM work_item w WHERE w.id IN (${sql.join(parents)})`,
  ];
};

/** SELECT of those of some items that are stored. `name`: when it was changed in Jira; `label`: the objective that it is; without a block what follows from it is not stored. */
const storedItems = (ids: readonly number[]): RawBuilder<unknown> => sql`
  SELECT 'stored', w.id, CAST(w.updated AS CHAR), COALESCE(CAST(w.own AS CHAR), ''), w.block FROM work_item w WHERE w.id IN (${sql.join(ids)})`;

const rowsOf = async (...parts: readonly RawBuilder<unknown>[]): Promise<Row[]> =>
  (await sql<Row>`${sql.join(parts, sql` UNION ALL `)}`.execute(database)).rows;

const namedIn = (rows: readonly Row[]): Known =>
  new Map(
    rows.map((row) => [filed(String(row.kind), String(row.name)), { id: Number(row.id), label: String(row.label) }]),
  );

/** SELECT of the blocks of the items, their children, and their old and new parents. */
const touchedBlocks = (ids: readonly number[], newParents: readonly number[]): RawBuilder<unknown> => sql`
  SELECT /*+ INL_JOIN(p) */ 'block' AS kind, p.id, p.project_key AS name, p.name AS label, touched.block FROM (
    SELECT w.project, w.block FROM work_item w WHERE w.id IN (${sql.join([...ids, ...newParents])})
    UNION
    SELECT /*+ USE_INDEX(w, work_item_by_parent) */ w.project, w.block FROM work_item w WHERE w.parent IN (${sql.join(ids)})
    UNION
    SELECT /*+ INL_JOIN(above) */ above.project, above.block FROM work_item w JOIN work_item above ON above.id = w.parent
    WHERE w.id IN (${sql.join(ids)})
  ) touched JOIN project p ON p.id = touched.project
  UNION ALL
  SELECT DISTINCT 'parent', w.parent, '', '', NULL FROM work_item w WHERE w.id IN (${sql.join(ids)}) AND w.parent IS NOT NULL
  UNION ALL
  SELECT /*+ USE_INDEX(w, work_item_by_parent) */ 'child', w.id, CAST(w.parent AS CHAR), '', NULL FROM work_item w WHERE w.parent IN (${sql.join(ids)}) AND w.own IS NULL AND (w.tag IS NULL OR w.level < 0)`;

/**
 * Adds the names that are not known yet, one statement for each kind. Says whether there were any.
 *
 * Not those of inactive accounts: Jira answers closed ones, which were erased here, like deactivated ones. So a
 * deactivated person stays known, and a closed one does not come back.
 */
const addMissing = async (
  { accounts, inactive, objectives, functions, issues }: Names,
  known: Known,
): Promise<boolean> => {
  const missing = (kind: string) => (name: string) => !known.has(filed(kind, name));
  const newAccounts = accounts.filter((account) => {
    const found = known.get(filed('account', account));
    return found === undefined ? !inactive.has(account) : isIdle(Number(found.label));
  });
  const newObjectives = objectives.filter(missing('objective'));
  const differing = functions.filter(({ kind, id, name }) => known.get(filed(kind, id))?.label !== name);
  await addAccounts(newAccounts);
  const hasNewKeys = await addNamedKeys(newObjectives, known.has(filed('objective', OTHER_KEYS)));
  await storeFunctions(differing);
  const newIssues = issues.filter((issue) => !known.has(filed('issue', String(issue))));
  await addObjectiveIssues(newIssues);
  return hasNewKeys || newAccounts.length + differing.length + newIssues.length > 0;
};
