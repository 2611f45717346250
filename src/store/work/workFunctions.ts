import { sql } from 'kysely';
import type { WorkFunction } from '../../domain/work/workItem';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import type { Tables } from '../sql/schema';
import { selectAll } from '../sql/selectAll';

export type WorkFunctionKind = Tables['work_function']['kind'];

/** Characters that the name's column holds. */
const MOST_NAME_CHARACTERS = 255;

/**
 * The ids of components, teams and categories, by kind and Jira's id. New ones get a row, and names are brought up to
 * date. One statement if nothing is new.
 */
export const workFunctionIds = async (
  wanted: Partial<Record<WorkFunctionKind, readonly WorkFunction[]>>,
): Promise<Record<WorkFunctionKind, ReadonlyMap<string, number>>> => {
  const all = distinctFunctions(wanted);
  let known = await knownFunctions(all);
  const differing = all.filter((one) => known.get(one.kind)?.get(one.id)?.name !== one.name);
  if (differing.length > 0) {
    await storeFunctions(differing);
    known = await knownFunctions(all);
  }
  const ids = (kind: WorkFunctionKind) => new Map([...(known.get(kind) ?? [])].map(([id, { number }]) => [id, number]));
  return { component: ids('component'), team: ids('team'), category: ids('category') };
};

const KINDS: readonly WorkFunctionKind[] = ['component', 'team', 'category'];

export type NamedFunction = WorkFunction & { kind: WorkFunctionKind };

/** Each function once, with its name cut to the column. Of several names the last wins. */
export const distinctFunctions = (
  wanted: Partial<Record<WorkFunctionKind, readonly WorkFunction[]>>,
): NamedFunction[] =>
  KINDS.flatMap((kind) => [
    ...new Map((wanted[kind] ?? []).map(({ id, name }) => [id, { kind, id, name: shortened(name) }])).values(),
  ]);

/** Upserts functions with their names. */
export const storeFunctions = async (functions: readonly NamedFunction[]): Promise<void> => {
  if (functions.length === 0) return;
  await database
    .insertInto('work_function')
    .values(functions.map(({ kind, id, name }) => ({ kind, jira_id: id, name })))
    .onDuplicateKeyUpdate({ name: sql`VALUES(name)` })
    .execute();
};

/** What a stored number of a component or team stands for, of all of a kind. One statement for each tens of thousands. */
export const workFunctionsById = async (kind: WorkFunctionKind): Promise<Map<number, WorkFunction>> => {
  const rows = await selectAll({
    columns: columnsOf('f', ['id', 'jira_id', 'name']),
    from: sql`work_function f`,
    where: sql`f.kind = ${kind}`,
    keys: ['id'],
    textBytes: 4 * MOST_NAME_CHARACTERS,
  });
  return new Map(rows.map(({ id, jira_id, name }) => [Number(id), { id: String(jira_id), name: String(name) }]));
};

const shortened = (name: string): string =>
  name.length <= MOST_NAME_CHARACTERS ? name : [...name].slice(0, MOST_NAME_CHARACTERS).join('');

type Known = Map<WorkFunctionKind, Map<string, { number: number; name: string }>>;

const knownFunctions = async (wanted: readonly { kind: WorkFunctionKind; id: string }[]): Promise<Known> => {
  const known: Known = new Map();
  for (const kind of KINDS) known.set(kind, new Map());
  if (wanted.length === 0) return known;
  const rows = await database
    .selectFrom('work_function')
    .selectAll()
    .where('kind', 'in', [...new Set(wanted.map(({ kind }) => kind))])
    .where('jira_id', 'in', [...new Set(wanted.map(({ id }) => id))])
    .execute();
  for (const row of rows) known.get(row.kind)?.set(row.jira_id, { number: Number(row.id), name: row.name });
  return known;
};
