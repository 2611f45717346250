import { ROLLUP_KINDS } from '../../../src/store/schema';
import type { SqlEngine } from '../../site/sql/engine';

type Value = string | number | null;
type Row = Record<string, Value>;

/** The kind of roll-up whose parts are people. */
const PERSON = ROLLUP_KINDS.indexOf('person');

/** All that the app holds of the site's issues, table by table, in the words of Jira: the app's own small numbers differ each time. */
export type Holdings = Record<string, unknown[]>;

/** Reads the tables themselves, not through the app. `projects` are those of which the state is told. */
export const holdings = async (engine: SqlEngine, projects: readonly number[]): Promise<Holdings> => {
  const rows = async (table: string) => (await engine.execute(`SELECT * FROM ${table}`, [])).rows as Row[];
  const named = async (table: string, nameOf: (row: Row) => string) =>
    new Map((await rows(table)).map((row) => [Number(row.id), nameOf(row)]));
  const objectives = await named('objective', ({ objective_key }) => String(objective_key));
  const accounts = await named('account', ({ account_id }) => String(account_id));
  const parts = await named('work_function', ({ kind, jira_id, name }) => [kind, jira_id, name].join(' '));
  const names: Record<string, ReadonlyMap<number, string>> = {
    ...{ serves: objectives, tag: objectives, objective: objectives, assignee: accounts },
    ...{ part: parts, component: parts, team: parts, category: parts },
  };
  const inWords = (row: Row): Row => {
    const words = Number(row.kind) === PERSON ? { ...names, part: accounts } : names;
    return Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        value === null ? null : (words[column]?.get(Number(value)) ?? value),
      ]),
    );
  };

  const states = await rows('project');
  const refreshed = new Map(states.map(({ id, refreshed }) => [Number(id), Number(refreshed)]));
  const held: Holdings = {
    work_item: (await rows('work_item')).map(inWords),
    project: states
      .filter(({ id }) => projects.includes(Number(id)))
      .map((state) => {
        const isBehind = Number(state.refreshed) < Number(state.version);
        return { ...without(inWords(state), 'version', 'refreshed', 'refreshed_at'), isBehind };
      }),
    dirty_issue: await rows('dirty_issue'),
  };
  for (const table of await rollupTables(engine)) {
    held[table] = (await rows(table))
      // What a slower refresh left behind does not count, and neither do rows of zeros.
      .filter(({ project, version }) => Number(version) >= (refreshed.get(Number(project)) ?? 0))
      .map((row) => without(inWords(row), 'version'))
      .filter((row) => Object.entries(row).some(([column, value]) => !(column in KEYS) && Number(value) !== 0));
  }
  return held;
};

const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

/** What tells rows of roll-ups apart. */
const KEYS = { project: 0, kind: 0, part: 0, serves: 0, week: 0 };

const rollupTables = async (engine: SqlEngine): Promise<string[]> => {
  const catalogue =
    engine.name === 'embedded'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rollup%'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'rollup%'`;
  const { rows } = await engine.execute(catalogue, []);
  return (rows as { name: string }[]).map(({ name }) => name).sort();
};
