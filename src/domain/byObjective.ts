/** Things by the objective they are of, in the order given: many objectives are looked at without going through everything each time. */
export const byObjective = <T extends { objective: string }>(things: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const known = found.get(thing.objective);
    if (known) known.push(thing);
    else found.set(thing.objective, [thing]);
  }
  return found;
};
