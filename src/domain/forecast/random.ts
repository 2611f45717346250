/**
 * Numbers that look random and are the same each time: simulations give the same answer to the same question.
 * The numbers of a seed are numbered, so that any of them can be had without those before it.
 */

/** Found once: where code runs in a sandbox, finding `Math` each time costs a hundred times what it does. */
const { floor, imul } = Math;

/** Consecutive multiples of this (2³² ÷ the golden ratio) are far apart modulo 2³². */
const GOLDEN = 0x9e3779b9;

/** A seed, a whole number of 32 bits, from a text (FNV-1a). */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The number with a place in a seed's sequence: a whole number from 0 to 2³² − 1 (the mixing steps of SplitMix32). */
export const randomAt = (seed: number, place: number): number => {
  let mixed = (seed + imul(place, GOLDEN)) | 0;
  mixed = imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** The sequence of a seed by place, each number from 0 to `bound` − 1, one as likely as the other. */
export const drawsBelow =
  (bound: number, seed: number) =>
  (place: number): number =>
    floor((randomAt(seed, place) * bound) / 2 ** 32);
