import type { WindowDays } from '../../src/domain/window';
import { functionCells } from '../../src/store/functionCells';
import { effortPeople } from '../../src/store/people';
import { portfolioCells } from '../../src/store/rollups';
import { weekCells } from '../../src/store/weekCells';
import type { Rollups } from './plainRollups';

/** All that the database holds rolled up. */
export const heldRollups = async (days: WindowDays, oldest: number): Promise<Rollups> => ({
  cells: await portfolioCells(days),
  components: await functionCells('component', days),
  teams: await functionCells('team', days),
  people: await effortPeople(days),
  weeks: await weekCells(oldest),
});
