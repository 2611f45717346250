import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ENTRY_STATES } from '../../../src/domain/tagging/entry';
import { NO_PART, OTHER_PARTS } from '../../../src/domain/work/blockFigures';
import { MIGRATIONS } from '../../../src/store/sql/migrations';
import { NOTHING_ID, OUTCOMES, RUN_ID } from '../../../src/store/sql/storedNumbers';

export const FROZEN_FILE = join(__dirname, 'frozen.json');

/** The enumerations of which the database holds numbers: the place of each word. */
export const ENUMERATIONS: Readonly<Record<string, readonly string[]>> = { OUTCOMES, ENTRY_STATES };

/** Numbers that stand for something in the database. */
export const NUMBERS: Readonly<Record<string, number>> = { RUN_ID, NOTHING_ID, NO_PART, OTHER_PARTS };

/** The SHA-256 of each migration's text, by its name, in order. */
export const fingerprints = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]),
  );
