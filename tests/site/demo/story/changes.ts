import type { ObjectiveDraft } from '../../../../src/contract';
import type { DemoPerson } from '../people';
import { everyColleague, type Stated } from './stated';

/** A change of an objective. Days count from today, also those inside. */
export type Change = { day: number; by: DemoPerson; key: string } & (
  | { state: Stated }
  | {
      set: Partial<Omit<ObjectiveDraft, 'target' | 'keyResults'>> & { target?: number; goals?: Record<string, number> };
    }
  | { move: { parent: string | null } }
  | { archive: true }
);

/** The changes of the strategy. `goals`: new targets of key results, by title */
export const changes: Change[] = [
  { day: -70, by: 'productManager', key: 'OBJ-8', set: { title: 'One basket on phone, web and till' } },
  // Its open work still serves it: nobody looked after that.
  { day: -26, by: 'admin', key: 'OBJ-14', set: { status: 'dropped' } },
  { day: -50, by: 'admin', key: 'OBJ-7', set: { weight: 0.5 } },
  { day: -44, by: 'productManager', key: 'OBJ-15', state: everyColleague },
  { day: -38, by: 'productManager', key: 'OBJ-16', set: { status: 'dropped' } },
  { day: -33, by: 'productManager', key: 'OBJ-5', move: { parent: 'OBJ-2' } },
  { day: -30, by: 'productManager', key: 'OBJ-13', set: { status: 'achieved' } },
  { day: -20, by: 'admin', key: 'OBJ-15', set: { status: 'active' } },
  { day: -24, by: 'productManager', key: 'OBJ-16', archive: true },
  { day: -9, by: 'productManager', key: 'OBJ-4', set: { target: 30 } },
  { day: -5, by: 'admin', key: 'OBJ-3', set: { goals: { 'Net promoter score': 55 } } },
];
