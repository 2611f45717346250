import type { ReactNode } from 'react';
import { Explain } from '../explain/Explain';
import type { Explanation } from '../explain/explanation';
import { NONE } from '../format';
import { DataTable } from '../table/DataTable';
import { SaveCsv } from '../csv/SaveCsv';
import { thenNowCsv } from './thenNowCsv';
import type { ThenNow } from './thenNow';

type Props<Row extends ThenNow> = {
  caption: string;
  /** what the rows are */
  head: string;
  /** heads of the two columns of values */
  heads: { then: string; now: string };
  rows: readonly Row[];
  rowKey?: (row: Row) => string;
  /** what stands for the name of a row, by default the name */
  nameOf?: (row: Row) => ReactNode;
  isLow?: boolean;
  /** name of the file that it can be saved as, without its ending */
  file?: string;
};

/** A figure in words, which opens to what it is made of. */
export const Figure = ({ text, by }: { text: string; by: Explanation | undefined }) =>
  by && text !== NONE ? (
    <Explain explanation={by} label={`${by.title}: ${text}. How is this computed?`}>
      {text}
    </Explain>
  ) : (
    text
  );

/** Figures on a day and now, and how they changed. */
export const ThenNowTable = <Row extends ThenNow>(props: Props<Row>) => {
  const { caption, head, heads, rows, rowKey, nameOf, isLow, file } = props;
  return (
    <>
      <DataTable
        caption={caption}
        isSmall
        isLow={isLow}
        columns={[
          { head, kind: 'text', cell: (row) => nameOf?.(row) ?? row.name },
          {
            head: heads.then,
            kind: 'number',
            cell: ({ then, explained }) => <Figure text={then} by={explained?.then} />,
          },
          { head: heads.now, kind: 'number', cell: ({ now, explained }) => <Figure text={now} by={explained?.now} /> },
          { head: 'Change', kind: 'number', cell: ({ change }) => change },
        ]}
        rows={rows}
        rowKey={(row) => rowKey?.(row) ?? row.name}
      />
      {file !== undefined && (
        <div>
          <SaveCsv name={file} columns={thenNowCsv(head, heads)} rows={rows} />
        </div>
      )}
    </>
  );
};
