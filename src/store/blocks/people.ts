import { sql } from 'kysely';
import type { WindowDays } from '../../domain/time/window';
import { WINDOW_DAYS } from '../../domain/time/window';
import { database } from '../sql/database';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { BLOCKS_SERVING } from './blocksServing';
import { unpackPersonUnits } from './packed';

/** A person and the number of their effort units. */
export type PersonEffort = { accountId: string; units: number };

/**
 * The people with effort on these objectives, most units first, and how many they are. Two statements.
 * @param projects ids of those that count
 */
export const peopleServing = async (
  objectives: readonly string[],
  days: WindowDays,
  projects: readonly number[],
  limit: number,
): Promise<{ people: PersonEffort[]; total: number }> => {
  if (objectives.length === 0 || projects.length === 0) return { people: [], total: 0 };
  const window = WINDOW_DAYS.indexOf(days);
  const units = new Map<number, number>();
  const rows = await selectAllByBytes({
    columns: { id: sql.ref('b.id'), person_units: sql.ref('b.person_units') },
    from: BLOCKS_SERVING,
    where: sql`o.objective_key IN (${sql.join(objectives)}) AND b.project IN (${sql.join(projects)})`,
    keys: ['id'],
    texts: ['person_units'],
  });
  for (const row of rows) {
    for (const { person, doing, done } of unpackPersonUnits(String(row.person_units))) {
      const effort = doing + (done[window] ?? 0);
      if (effort > 0) units.set(person, (units.get(person) ?? 0) + effort);
    }
  }
  const people = await named(units);
  people.sort((a, b) => b.units - a.units || (a.accountId < b.accountId ? -1 : 1));
  return { people: people.slice(0, limit), total: people.length };
};

/** With account ids; erased accounts are left out. */
const named = async (units: ReadonlyMap<number, number>): Promise<PersonEffort[]> => {
  if (units.size === 0) return [];
  const rows = await database
    .selectFrom('account')
    .select(['id', 'account_id'])
    .where('id', 'in', [...units.keys()])
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, units: units.get(Number(row.id)) ?? 0 }));
};
