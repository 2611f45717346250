import { batches } from '../../domain/batches';
import { database } from '../sql/database';
import { newerWins } from '../sql/newerWins';

/** Key result ids with the values that a check-in gave them. */
export type Amounts = [keyResult: number, value: number][];

/** The values of a check-in. `objective`: an id */
type Measured = { objective: number; checkIn: number; day: number; ofDraft: boolean; amounts: Amounts };

const ROWS_A_STATEMENT = 300;

/**
 * Upserts the values of check-ins, so that figures read values without reading check-ins: one a day for each key
 * result, the later check-in's; those of a draft apart. One statement for a few hundred.
 */
export const storeMeasurements = async (measured: readonly Measured[]): Promise<void> => {
  const rows = measured.flatMap(({ objective, checkIn, day, ofDraft, amounts }) =>
    amounts.map(([key_result, value]) => ({
      objective,
      key_result,
      day,
      of_draft: ofDraft ? 1 : 0,
      check_in: checkIn,
      value,
    })),
  );
  for (const batch of batches(rows, ROWS_A_STATEMENT)) {
    await database
      .insertInto('measurement')
      .values(batch)
      .onDuplicateKeyUpdate({
        value: newerWins('measurement', 'check_in', 'value'),
        check_in: newerWins('measurement', 'check_in', 'check_in'),
      })
      .execute();
  }
};

/** Stores the values of the check-ins made since an instant again, which a crash may have left out. Two statements. */
export const restoreMeasurements = async (since: number): Promise<void> => {
  const rows = await database
    .selectFrom('check_in')
    .select(['id', 'objective', 'day', 'amounts', 'of_draft'])
    .where('at', '>=', since)
    .where('amounts', '<>', '[]')
    .execute();
  await storeMeasurements(
    rows.map(({ id, objective, day, amounts, of_draft }) => ({
      objective,
      checkIn: Number(id),
      day,
      ofDraft: Number(of_draft) === 1,
      amounts: JSON.parse(amounts) as Amounts,
    })),
  );
};
