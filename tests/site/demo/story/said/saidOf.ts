import type { StatedHealth } from '../../../../../src/contract';
import type { DemoPerson } from '../../people';

/** What somebody says of an objective on a day, counted from today. Values by the titles of key results. */
export type SaidOf = {
  day: number;
  by: DemoPerson;
  note: string | null;
  values?: Record<string, number>;
  health?: StatedHealth;
  decision?: string;
};
