/** Adds up the sizes of parts. */
export const sumOf = <T>(parts: readonly T[], size: (part: T) => number): number =>
  parts.reduce((sum, part) => sum + size(part), 0);
