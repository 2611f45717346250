export type Resources = { value: number | null; alignment: number | null; fit: number | null };

/**
 * Resources, 0…1: effort alignment × allocation fit; alignment alone if fit has no value. No value without alignment.
 */
export const resourcesOf = (alignment: number | null, fit: number | null): Resources => ({
  value: alignment === null ? null : alignment * (fit ?? 1),
  alignment,
  fit,
});
