import Button from '@atlaskit/button/new';
import { tellFailed } from '../flags';
import type { CsvColumn } from './columns';
import { saveFile } from './saveFile';

type Props<R> = {
  /** of the file, without its ending */
  name: string;
  columns: readonly CsvColumn<R>[];
  /** as they are shown */
  rows: readonly R[];
  /** beside buttons of their full height */
  isTall?: boolean;
};

/** Saves the rows of a list as CSV, as its viewer sees them. */
export function SaveCsv<R>({ name, columns, rows, isTall = false }: Props<R>) {
  const save = async () => {
    // Loaded on demand: the CSV library is larger than most lists.
    const { csvOf } = await import('./csvFile');
    saveFile(`${name}.csv`, csvOf(columns, rows));
  };
  return (
    <Button
      spacing={isTall ? 'default' : 'compact'}
      appearance={isTall ? 'default' : 'subtle'}
      isDisabled={rows.length === 0}
      onClick={() => void save().catch((error: Error) => tellFailed('Nothing was saved', error))}
    >
      Save these as CSV
    </Button>
  );
}
