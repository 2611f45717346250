import { sql } from 'kysely';
import type { WeekCell } from '../../src/domain/weeks';
import type { WindowDays } from '../../src/domain/window';
import { servedBy, tallyFrom } from '../../src/store/cells';
import { database } from '../../src/store/database';
import type { Row } from '../../src/store/everyRow';
import { functionCells } from '../../src/store/functionCells';
import { currentRows } from '../../src/store/recount';
import { currentCells, portfolioCells } from '../../src/store/rollups';
import { weekRollup } from '../../src/store/weekCells';
import type { PersonEffort, Rollups } from './plainRollups';

/** All that the database holds rolled up. */
export const heldRollups = async (days: WindowDays): Promise<Rollups> => ({
  cells: await portfolioCells(days),
  components: await functionCells('component', days),
  teams: await functionCells('team', days),
  people: await heldPeople(days),
  weeks: await heldWeeks(),
});

const heldPeople = async (days: WindowDays): Promise<PersonEffort[]> => {
  const { rows } = await sql<Row>`
    SELECT r.project, r.serves, r.doing_items, ${sql.ref(`r.done${days}_items`)} AS done, a.account_id, o.objective_key
    FROM ${currentCells('person')} JOIN account a ON a.id = r.part`.execute(database);
  return rows.flatMap((row) => {
    const effort = { project: Number(row.project), assignee: String(row.account_id), serves: servedBy(row) };
    return [
      { ...effort, done: false, units: Number(row.doing_items) },
      { ...effort, done: true, units: Number(row.done) },
    ].filter(({ units }) => units > 0);
  });
};

const heldWeeks = async (): Promise<WeekCell[]> => {
  const { rows } = await sql<Row>`
    SELECT r.*, o.objective_key FROM ${currentRows(weekRollup)} WHERE ${weekRollup.holds}`.execute(database);
  return rows.map((row) => ({
    project: Number(row.project),
    serves: servedBy(row),
    week: Number(row.week),
    added: tallyFrom(row, 'added'),
    done: tallyFrom(row, 'done'),
  }));
};
