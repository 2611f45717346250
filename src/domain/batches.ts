/** Cuts things into batches of at most `size`, to stay within the limit of a statement or a call. Of none: no batch. */
export const batches = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, index) => things.slice(index * size, (index + 1) * size));
