import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Lists of whole numbers in short texts, so that a page which reads thousands of blocks reads and parses little of each. A number is a
 * varint: seven bits a byte, the lowest first, the eighth says that another byte follows; numbers below 0 are zigzag-coded (LEB128 as
 * Protocol Buffers use it, https://protobuf.dev/programming-guides/encoding/). Longer lists are deflated (RFC 1951), as most of their numbers
 * are small and alike. The bytes are in base64, because columns hold text.
 */
const MORE = 128;

/** Begins the text of a deflated list; no character of base64. */
const DEFLATED = '~';
/** Bytes from which deflating saves more than it costs: a block's weeks, its parts. */
const DEFLATED_FROM = 256;

/** Numbers must be safe integers, at most 2^52 away from 0. */
export const packNumbers = (numbers: readonly number[]): string => {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    // Not by bits: sums of points are beyond 32 of them.
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE);
    bytes.push(rest);
  }
  return textOf(Buffer.from(bytes));
};

const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('base64');
  if (bytes.length < DEFLATED_FROM) return text;
  const deflated = DEFLATED + deflateRawSync(bytes, { level: constants.Z_BEST_SPEED }).toString('base64');
  return deflated.length < text.length ? deflated : text;
};

const bytesIn = (text: string): Buffer =>
  text.startsWith(DEFLATED)
    ? inflateRawSync(Buffer.from(text.slice(DEFLATED.length), 'base64'))
    : Buffer.from(text, 'base64');

/** How many bytes numbers take when they are packed, at the most; as text they are a third more. */
export const packedBytes = (numbers: readonly number[]): number => {
  let bytes = numbers.length;
  for (const number of numbers)
    for (let rest = number < 0 ? -2 * number - 1 : 2 * number; rest >= MORE; rest = Math.floor(rest / MORE)) bytes += 1;
  return bytes;
};

export const unpackNumbers = (text: string): number[] => {
  const numbers: number[] = [];
  const bytes = bytesIn(text);
  // By index, which is several times as fast as to iterate: a page reads a million bytes.
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0;
    let value = byte % MORE;
    for (let scale = MORE; byte >= MORE; scale *= MORE) {
      at += 1;
      byte = bytes[at] ?? 0;
      value += (byte % MORE) * scale;
    }
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
  }
  return numbers;
};

/** Each number as its difference to the one before: of ascending ones that is small, and packs into few bytes. */
export const differences = (ascending: readonly number[]): number[] =>
  ascending.map((number, at) => number - (ascending[at - 1] ?? 0));
