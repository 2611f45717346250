/** What the texts of a statement may weigh, well inside the 1 MiB that Forge SQL takes a request. */
const STATEMENT_BYTES = 400_000;
/** As many things as a statement takes, however short they are: each has a dozen parameters, and databases count these too. */
const MOST_THINGS = 200;

/** Cuts things into batches whose texts together stay within what a statement may weigh; one that is heavier goes alone. */
export const batchesByBytes = <T>(things: readonly T[], textOf: (thing: T) => string): T[][] => {
  const batches: T[][] = [];
  let room = 0;
  for (const thing of things) {
    const bytes = Buffer.byteLength(textOf(thing));
    const last = batches.at(-1);
    if (last && bytes <= room && last.length < MOST_THINGS) {
      last.push(thing);
      room -= bytes;
    } else {
      batches.push([thing]);
      room = STATEMENT_BYTES - bytes;
    }
  }
  return batches;
};
