import { sql } from 'kysely';
import type { WeekCell } from '../../../src/domain/time/weeks';
import { WINDOW_DAYS, type WindowDays } from '../../../src/domain/time/window';
import { BLOCKS, portfolioCells, servedBy } from '../../../src/store/blocks/selectCells';
import { functionCells } from '../../../src/store/blocks/parts';
import { unpackPersonUnits } from '../../../src/store/blocks/packed';
import { projectWeeks } from '../../../src/store/blocks/weeksAndPeople';
import { database } from '../../../src/store/sql/database';
import type { Row } from '../../../src/store/sql/selectAll';
import { addTally } from '../../../src/domain/work/tally';
import { allProjects } from '../../../src/store/work/projects';
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
  const { rows } = await sql<Row>`SELECT b.project, b.serves, b.person_units, o.objective_key FROM ${BLOCKS}`.execute(
    database,
  );
  const accounts = new Map(
    (await database.selectFrom('account').selectAll().execute()).map((row) => [Number(row.id), row.account_id]),
  );
  const found = new Map<string, PersonEffort>();
  for (const row of rows) {
    for (const { person, doing, done } of unpackPersonUnits(String(row.person_units))) {
      const effort = { project: Number(row.project), assignee: accounts.get(person) ?? '', serves: servedBy(row) };
      for (const [isDone, units] of [
        [false, doing],
        [true, done[WINDOW_DAYS.indexOf(days)] ?? 0],
      ] as const) {
        if (units === 0) continue;
        const id = JSON.stringify([effort, isDone]);
        found.set(id, { ...effort, done: isDone, units: (found.get(id)?.units ?? 0) + units });
      }
    }
  }
  return [...found.values()];
};

const heldWeeks = async (): Promise<WeekCell[]> => {
  const found = new Map<string, WeekCell>();
  for (const { id, refreshedDay } of await allProjects()) {
    for (const cell of await projectWeeks(id, 'points', refreshedDay)) {
      const key = JSON.stringify([id, cell.serves, cell.week]);
      const known = found.get(key);
      found.set(
        key,
        known ? { ...known, added: addTally(known.added, cell.added), done: addTally(known.done, cell.done) } : cell,
      );
    }
  }
  return [...found.values()];
};
