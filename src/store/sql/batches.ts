/** Cuts rows into batches of at most `size`, to stay within Forge SQL's limit for a request. */
export const batches = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
