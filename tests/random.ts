/**
 * Deterministic pseudo-random numbers, so that simulations repeat. Any number of a sequence can be had without those
 * before it.
 */

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { floor, imul } = Math;

/** 2³² ÷ the golden ratio. Its consecutive multiples are far apart modulo 2³². */
const GOLDEN = 0x9e3779b9;

/** A seed from a text: an integer of 32 bits (FNV-1a). */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The number at a place in a seed's sequence: an integer from 0 to 2³² − 1 (SplitMix32's mixing steps). */
export const randomAt = (seed: number, place: number): number => {
  let mixed = (seed + imul(place, GOLDEN)) | 0;
  mixed = imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** The sequence of a seed: each place gives an integer from 0 to `bound` − 1, all equally likely. */
export const drawsBelow =
  (bound: number, seed: number) =>
  (place: number): number =>
    floor((randomAt(seed, place) * bound) / 2 ** 32);
