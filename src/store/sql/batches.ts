/** Cuts rows into batches of at most `size`, so that no statement grows beyond what Forge SQL takes a request. */
export const batches = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
