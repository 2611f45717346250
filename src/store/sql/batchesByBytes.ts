/** Bytes of text in a statement, well within Forge SQL's 1 MiB for a request. */
export const STATEMENT_BYTES = 400_000;
/** Rows in a statement, however short: each has a dozen parameters, which databases limit too. */
const MOST_THINGS = 200;

/** Cuts things into batches by the bytes of their texts. One that is heavier than a batch goes alone. */
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
