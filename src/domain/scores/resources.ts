export type Resources = { value: number | null; alignment: number | null; fit: number | null };

/**
 * Resources, 0…1: alignment of effort × allocation fit. Alignment alone where fit has no value; no value without alignment.
 */
export const resourcesOf = (alignment: number | null, fit: number | null): Resources => ({
  value: alignment === null ? null : alignment * (fit ?? 1),
  alignment,
  fit,
});
