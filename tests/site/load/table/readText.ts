import { readFileSync } from 'node:fs';
import { inputError } from '../inputError';
import { decodeText } from './decodeText';

/**
 * The text of a file that a person named.
 * @throws InputError if it cannot be read, is empty, or is not text in UTF-8 or UTF-16
 */
export function readText(file: string): string {
  return decodeText(bytesOf(file), file);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw inputError({ file }, `it cannot be read (${reason}); check the path`);
  }
}
