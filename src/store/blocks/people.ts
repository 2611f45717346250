import { sql } from 'kysely';
import type { WindowDays } from '../../domain/time/window';
import { WINDOW_DAYS } from '../../domain/time/window';
import { database } from '../sql/database';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { BLOCKS_SERVING } from './blocksServing';
import { unpackPersonUnits } from './packed';

/** A person, the number of their effort units, and the newest of their issues in one of the blocks. */
export type PersonEffort = { accountId: string; units: number; issue: number };

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
  const efforts = new Map<number, Omit<PersonEffort, 'accountId'>>();
  const rows = await selectAllByBytes({
    columns: { id: sql.ref('b.id'), person_units: sql.ref('b.person_units') },
    from: BLOCKS_SERVING,
    where: sql`o.objective_key IN (${sql.join(objectives)}) AND b.project IN (${sql.join(projects)})`,
    keys: ['id'],
    texts: ['person_units'],
  });
  for (const row of rows) {
    for (const { person, newest, doing, done } of unpackPersonUnits(String(row.person_units))) {
      const units = doing + (done[window] ?? 0);
      if (units === 0) continue;
      const known = efforts.get(person) ?? { units: 0, issue: newest };
      efforts.set(person, { units: known.units + units, issue: Math.max(known.issue, newest) });
    }
  }
  const people = await named(efforts);
  people.sort((a, b) => b.units - a.units || (a.accountId < b.accountId ? -1 : 1));
  return { people: people.slice(0, limit), total: people.length };
};

/** With account ids; erased accounts are left out. */
const named = async (efforts: ReadonlyMap<number, Omit<PersonEffort, 'accountId'>>): Promise<PersonEffort[]> => {
  if (efforts.size === 0) return [];
  const rows = await database
    .selectFrom('account')
    .select(['id', 'account_id'])
    .where('id', 'in', [...efforts.keys()])
    .execute();
  return rows.flatMap(({ id, account_id }) => {
    const effort = efforts.get(Number(id));
    return effort ? { accountId: account_id, ...effort } : [];
  });
};
