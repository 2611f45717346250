import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { ENUMERATIONS, FROZEN_FILE, fingerprints, NUMBERS } from './fingerprints';

/**
 * Writes the fingerprints of the migrations, and the enumerations whose numbers are stored, anew: `npm run freeze`. For as long as
 * nothing is released; after that only what was appended may be new in the file.
 */
const freeze = async (): Promise<void> => {
  const frozen = JSON.stringify({ migrations: fingerprints(), enumerations: ENUMERATIONS, numbers: NUMBERS });
  writeFileSync(FROZEN_FILE, await format(frozen, { parser: 'json', printWidth: 120 }));
};

void freeze();
