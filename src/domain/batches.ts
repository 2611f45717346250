/** Cuts things into batches of at most `size`, to stay within the limit of a statement or a call. Of none: no batch. */
export const batches = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, index) => things.slice(index * size, (index + 1) * size));

/** Cuts things into batches that weigh at most `most` together. One that is heavier goes alone. */
export const batchesByWeight = <T>(things: readonly T[], weightOf: (thing: T) => number, most: number): T[][] => {
  const cut: T[][] = [];
  let room = 0;
  for (const thing of things) {
    const weight = weightOf(thing);
    const last = cut.at(-1);
    if (last && weight <= room) last.push(thing);
    else cut.push([thing]);
    room = (last && weight <= room ? room : most) - weight;
  }
  return cut;
};
