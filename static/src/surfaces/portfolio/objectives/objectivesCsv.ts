import type { Day, PortfolioObjective } from '../../../../../src/contract';
import { PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { formatDay } from '../../../../../src/domain/time/day';
import { type CsvColumn, ratioCell } from '../../../shared/csv/columns';
import { HEALTH_NAME, healthInWords } from '../../../shared/words';

const day = (value: Day | null): string | null => (value === null ? null : formatDay(value));

/** The columns of the file of objectives. Ratios are 0…1, days `YYYY-MM-DD`. `nameOf`: names a person by account id */
export const objectivesCsv = (nameOf: (accountId: string) => string): CsvColumn<PortfolioObjective>[] => [
  { head: 'key', value: ({ objective }) => objective.key },
  { head: 'title', value: ({ objective }) => objective.title },
  { head: 'status', value: ({ objective }) => objective.status },
  { head: 'parent', value: ({ parent }) => parent },
  { head: 'owner', value: ({ owner }) => owner && nameOf(owner) },
  { head: 'perspective', value: ({ perspective }) => perspective && PERSPECTIVE_NAME[perspective] },
  { head: 'start', value: ({ start }) => day(start) },
  { head: 'target', value: ({ target }) => day(target) },
  { head: 'planned share', value: ({ plannedShare }) => ratioCell(plannedShare) },
  { head: 'to do', value: ({ work }) => work.todo },
  { head: 'doing', value: ({ work }) => work.doing },
  { head: 'done', value: ({ work }) => work.done },
  { head: 'work progress', value: ({ work }) => ratioCell(work.progress) },
  { head: 'key result progress', value: ({ keyResultProgress }) => ratioCell(keyResultProgress) },
  { head: 'expected progress', value: ({ expected }) => ratioCell(expected) },
  { head: 'health', value: (one) => (one.health === null ? null : healthInWords({ ...one, health: one.health })) },
  { head: 'stated health', value: ({ stated }) => stated && HEALTH_NAME[stated.health] },
  { head: 'weakest child', value: ({ weakestChild }) => weakestChild },
  { head: 'blocked', value: ({ blocked }) => blocked },
  { head: 'forecast 50%', value: ({ forecast }) => day(forecast?.p50 ?? null) },
  { head: 'forecast 85%', value: ({ forecast }) => day(forecast?.p85 ?? null) },
  { head: 'chance by target', value: ({ forecast }) => ratioCell(forecast?.chance ?? null) },
  { head: 'last check-in', value: ({ lastCheckIn }) => day(lastCheckIn) },
];
