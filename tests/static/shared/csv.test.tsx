import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../support/bridge';
import type { CsvColumn } from '../../../static/src/shared/csv/columns';
import { csvOf } from '../../../static/src/shared/csv/csvFile';
import { SaveCsv } from '../../../static/src/shared/csv/SaveCsv';

type Row = { name: string; size: number | null };
const COLUMNS: readonly CsvColumn<Row>[] = [
  { head: 'name', value: ({ name }) => name },
  { head: 'size', value: ({ size }) => size },
];

test('a list is saved as its viewer sees it: no text of it runs as a formula, no value is empty', () => {
  const rows = [
    { name: '=HYPERLINK("http://x")', size: -2 },
    { name: 'One, "two"', size: null },
  ];
  expect(csvOf(COLUMNS, rows)).toBe('\ufeffname,size\r\n"\'=HYPERLINK(""http://x"")",-2\r\n"One, ""two""",\r\n');
});

test('the button saves the rows that are shown, and waits for some', async () => {
  const saved: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => undefined });
  const { rerender } = render(<SaveCsv name="list" columns={COLUMNS} rows={[]} />);
  expect(screen.getByRole('button', { name: 'Save these as CSV' })).toBeDisabled();
  rerender(<SaveCsv name="list" columns={COLUMNS} rows={[{ name: 'A', size: 1 }]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save these as CSV' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.size).toBe(Buffer.byteLength('\ufeffname,size\r\nA,1\r\n'));
});
