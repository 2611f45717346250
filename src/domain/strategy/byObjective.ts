import { gatheredBy } from '../gatheredBy';

/** Things by the objective they are of, in the order given: many objectives are looked at without going through everything each time. */
export const byObjective = <T extends { objective: string }>(things: readonly T[]): Map<string, T[]> =>
  gatheredBy(things, ({ objective }) => objective);
