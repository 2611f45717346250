import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { NOTHING_ID } from '../../../src/store/sql/storedNumbers';
import type { SqlEngine } from '../../site/platform/sql/engine';

/** Columns of a project's packed sums. */
const PACKED = ['cells', 'weeks_items', 'weeks_points', 'people', 'components', 'teams', 'parents', 'retags'];

type Value = string | number | null;
type Row = Record<string, Value>;

/**
 * Everything that the app stores of the site's issues, by table, with Jira's ids: the app's own small numbers differ
 * each time.
 */
export type Holdings = Record<string, unknown[]>;

/** Reads the tables directly, not through the app. `projects`: those whose state is included */
export const holdings = async (engine: SqlEngine, projects: readonly number[]): Promise<Holdings> => {
  const rows = async (table: string) => (await engine.execute(`SELECT * FROM ${table}`, [])).rows as Row[];
  const named = async (table: string, nameOf: (row: Row) => string) =>
    new Map((await rows(table)).map((row) => [Number(row.id), nameOf(row)]));
  // The key of an objective that is an issue is made up anew by each installation.
  const issues = new Map((await rows('objective_issue')).map(({ issue, objective }) => [Number(objective), issue]));
  const objectives = await named('objective', ({ id, objective_key }) =>
    issues.has(Number(id)) ? `issue ${issues.get(Number(id))}` : String(objective_key),
  );
  const accounts = await named('account', ({ account_id }) => String(account_id));
  const parts = await named('work_function', ({ kind, jira_id, name }) => [kind, jira_id, name].join(' '));
  const names: Record<string, ReadonlyMap<number, string>> = {
    ...{
      serves: objectives,
      tag: objectives,
      own: objectives,
      link: objectives,
      objective: objectives,
      assignee: accounts,
    },
    ...{ part: parts, component: parts, team: parts, category: parts },
  };
  const inWords = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        value === null ? null : (names[column]?.get(Number(value)) ?? value),
      ]),
    );

  const states = await rows('project');
  const blocks = new Map((await rows('block')).map((block) => [Number(block.id), block]));
  const items = await rows('work_item');
  return {
    // When an item was retagged is history: who reads the site anew cannot know it.
    work_item: items.map((item) => ({
      ...without(inWords(item), 'block', 'retagged'),
      isPlaced: isPlaced(item, blocks),
    })),
    project: states
      .filter(({ id }) => projects.includes(Number(id)))
      // What its blocks add up to is packed with the app's own numbers: `heldFigures` reads it as pages do.
      .map((state) => without(inWords(state), 'basis', 'refreshed_at', ...PACKED)),
    dirty_issue: await rows('dirty_issue'),
    // Which items share a block depends on the order of their arrival; the sums do not.
    block: addedUp([...blocks.values()].map(inWords), ['project', 'serves'], [...CELL_COLUMNS, 'items']),
    blocksOutdated: [...blocks.values()].filter(isOutdated),
    blocksMiscounted: [...blocks.values()].filter(
      ({ id, items: counted }) => Number(counted) !== items.filter(({ block }) => block === id).length,
    ),
  };
};

/** The day on which each item was retagged, of those that were. */
export const retaggedItems = async (engine: SqlEngine): Promise<Map<number, number>> => {
  const { rows } = await engine.execute('SELECT id, retagged FROM work_item WHERE retagged IS NOT NULL', []);
  return new Map((rows as Row[]).map(({ id, retagged }) => [Number(id), Number(retagged)]));
};

const isOutdated = ({ refreshed, version }: Row): boolean => Number(refreshed) < Number(version);

/** Whether an item is in a block of its project and of what it serves. */
const isPlaced = ({ project, objective, block }: Row, blocks: ReadonlyMap<number, Row>): boolean => {
  const counting = blocks.get(Number(block));
  return counting?.project === project && counting?.serves === (objective ?? NOTHING_ID);
};

/** Sums of rows with equal keys, without those that are all 0. */
const addedUp = (rows: readonly Row[], keys: readonly string[], sums: readonly string[]): Row[] => {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const id = JSON.stringify(keys.map((key) => row[key]));
    const known = found.get(id) ?? Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
    found.set(id, {
      ...known,
      ...Object.fromEntries(sums.map((sum) => [sum, Number(known[sum] ?? 0) + Number(row[sum])])),
    });
  }
  return [...found.values()].filter((row) => sums.some((sum) => row[sum] !== 0));
};

const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
