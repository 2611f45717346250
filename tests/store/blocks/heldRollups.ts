import { sql } from 'kysely';
import type { FunctionPartKind } from '../../../src/domain/work/blockFigures';
import type { WeekCell } from '../../../src/domain/time/weeks';
import { WINDOW_DAYS, type WindowDays } from '../../../src/domain/time/window';
import { portfolioCells, portfolioTexts, readSums } from '../../../src/store/blocks/projectSums';
import { type FunctionCell, functionCells } from '../../../src/store/blocks/parts';
import { unpackWeeks, unpackPersonUnits } from '../../../src/store/blocks/packed';
import { servedKeys } from '../../../src/store/strategy/servedKeys';
import { database } from '../../../src/store/sql/database';
import type { Row } from '../../../src/store/sql/rowValues';
import { oldestWeek } from '../../../src/domain/forecast/alignmentTrend';
import { addTally, EMPTY_TALLY } from '../../../src/domain/work/tally';
import { allProjects } from '../../../src/store/work/projects';
import type { PersonEffort, Rollups } from './plainRollups';

/** All that the database holds rolled up. */
export const heldRollups = async (days: WindowDays): Promise<Rollups> => ({
  cells: await portfolioCells(days),
  components: await heldParts('component', days),
  teams: await heldParts('team', days),
  people: await heldPeople(days),
  weeks: await heldWeeks(),
});

/** Without the numbers of parts, which only the store knows. */
const heldParts = async (kind: FunctionPartKind, days: WindowDays): Promise<FunctionCell[]> =>
  (await functionCells(kind, days)).map(
    (cell) => Object.fromEntries(Object.entries(cell).filter(([name]) => name !== 'number')) as FunctionCell,
  );

const heldPeople = async (days: WindowDays): Promise<PersonEffort[]> => {
  const { rows } = await sql<Row>`SELECT project, serves, person_units FROM block`.execute(database);
  const servedKey = await servedKeys();
  const accounts = new Map(
    (await database.selectFrom('account').selectAll().execute()).map((row) => [Number(row.id), row.account_id]),
  );
  const found = new Map<string, PersonEffort>();
  for (const row of rows) {
    for (const { person, doing, done } of unpackPersonUnits(String(row.person_units))) {
      const effort = {
        project: Number(row.project),
        assignee: accounts.get(person) ?? '',
        serves: servedKey(Number(row.serves)),
      };
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
  const [sums, servedKey, projects] = await Promise.all([
    readSums(portfolioTexts('points')),
    servedKeys(),
    allProjects(),
  ]);
  for (const { project, weeks_items, weeks_points } of sums) {
    const oldest = oldestWeek(projects.find(({ id }) => id === project)?.refreshedDay ?? 0);
    const cells = unpackWeeks(weeks_items, weeks_points).flatMap(({ serves, weeks }) =>
      weeks.map((of) => ({ ...of, serves: servedKey(serves), week: Math.max(of.week, oldest) })),
    );
    for (const { serves, week, added, done } of cells) {
      const key = JSON.stringify([project, serves, week]);
      const known = found.get(key) ?? { project, serves, week, added: EMPTY_TALLY, done: EMPTY_TALLY };
      found.set(key, { ...known, added: addTally(known.added, added), done: addTally(known.done, done) });
    }
  }
  return [...found.values()];
};
