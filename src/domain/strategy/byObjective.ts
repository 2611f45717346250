import { gatheredBy } from '../gatheredBy';

/** Groups things by their objective, in the given order, so that not everything is searched for each objective. */
export const byObjective = <T extends { objective: string }>(things: readonly T[]): Map<string, T[]> =>
  gatheredBy(things, ({ objective }) => objective);
