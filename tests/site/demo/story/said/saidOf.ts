import type { StatedHealth } from '../../../../../src/contract';
import type { DemoPerson } from '../../people';

/** A check-in on an objective; its day counts from today. Values by titles of key results. */
export type SaidOf = {
  day: number;
  by: DemoPerson;
  note: string | null;
  values?: Record<string, number>;
  health?: StatedHealth;
  decision?: string;
};
