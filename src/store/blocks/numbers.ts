/**
 * Lists of whole numbers in short texts, so that a page which reads thousands of blocks reads and parses little of each. A number is a
 * varint: seven bits a byte, the lowest first, the eighth says that another byte follows; numbers below 0 are zigzag-coded (LEB128 as
 * Protocol Buffers use it, https://protobuf.dev/programming-guides/encoding/). The bytes are in base64, because columns hold text.
 */
const MORE = 128;

/** Numbers must be safe integers, at most 2^52 away from 0. */
export const packNumbers = (numbers: readonly number[]): string => {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    // Not by bits: sums of points are beyond 32 of them.
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE);
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString('base64');
};

/** How many bytes numbers take when they are packed; as text they are a third more. */
export const packedBytes = (numbers: readonly number[]): number => {
  let bytes = numbers.length;
  for (const number of numbers)
    for (let rest = number < 0 ? -2 * number - 1 : 2 * number; rest >= MORE; rest = Math.floor(rest / MORE)) bytes += 1;
  return bytes;
};

export const unpackNumbers = (text: string): number[] => {
  const numbers: number[] = [];
  const bytes = Buffer.from(text, 'base64');
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
