import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import { SaveCsv } from '../csv/SaveCsv';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import { IssueStatus } from '../IssueStatus';
import { linkerOf } from '../linked/linked';
import { Loading } from '../Loading';
import { useNames } from '../people/useNames';
import { ShowMore } from '../ShowMore';
import { ShownOf } from '../ShownOf';
import { type Column, DataTable } from '../table/DataTable';
import { countedCsv, jqlOf } from './countedFile';
import { showInJira } from './InJira';
import { LinkedCell } from './LinkedCell';
import type { Opened } from './opened';
import { type CountedRow, useCounted } from './useCounted';

/** Issues that an address of Jira's search may name: browsers and Jira take some 8,000 characters. */
const MOST_IN_JQL = 300;

/** The issues behind a number that are read so far, each with its part in it. What Jira hides from the viewer is counted. */
function List({ opened, list }: { opened: Opened; list: ReturnType<typeof useCounted> }) {
  const format = useFormat();
  const { measure } = opened.look;
  const pages = list.data?.pages ?? [];
  const rows = rowsOf(list);
  const total = pages.at(-1)?.total ?? 0;
  const size = pages.at(-1)?.size ?? null;
  // At the end of the list, all that is not shown is hidden.
  const hidden = list.hasNextPage ? pages.reduce((sum, page) => sum + page.hidden, 0) : total - rows.length;
  const columns: Column<CountedRow>[] = [
    { head: 'Key', kind: 'short', cell: ({ key }) => <IssueLink issueKey={key} /> },
    { head: 'Summary', kind: 'text', cell: ({ summary }) => <bdi>{summary}</bdi> },
    { head: 'Status', kind: 'short', cell: ({ status }) => <IssueStatus status={status} /> },
    {
      head: 'Counts',
      kind: 'number',
      title: 'its part in the number',
      cell: (row) => `${format.size(row.size, measure)}${row.isAssumed ? ', assumed' : ''}`,
    },
  ];
  if (rows.some(({ linked }) => linked !== null)) {
    columns.push({ head: 'Linked by', cell: (row) => <LinkedCell row={row} /> });
  }
  return (
    <Stack space="space.150">
      {list.isPending && <Loading lines={6} label="Loading the issues" />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && (
        <>
          <p>
            {format.units(total)}
            {size !== null && measure === 'points' && `, ${format.size(size, measure)} in all`}
          </p>
          {rows.length > 0 && (
            <DataTable caption={opened.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )}
          {rows.length < total && <ShownOf shown={rows.length} total={total} hidden={hidden} />}
          {list.hasNextPage && (
            <div>
              <ShowMore list={list} />
            </div>
          )}
        </>
      )}
    </Stack>
  );
}

const rowsOf = ({ data }: ReturnType<typeof useCounted>): CountedRow[] =>
  data?.pages.flatMap(({ issues }) => issues) ?? [];

type Props = {
  opened: Opened;
  /** puts the list and what can be done with it where they belong */
  children: (list: ReactNode, actions: ReactNode) => ReactNode;
};

/** The list of the issues behind a number, with the ways to take it elsewhere. */
export function CountedList({ opened, children }: Props) {
  const list = useCounted(opened);
  const rows = rowsOf(list);
  const nameOf = useNames(rows.map(({ linked }) => linkerOf(linked)?.by ?? null));
  return children(
    <List opened={opened} list={list} />,
    <>
      <Button isDisabled={rows.length === 0 || rows.length > MOST_IN_JQL} onClick={() => void showInJira(jqlOf(rows))}>
        Show these in Jira
      </Button>
      <SaveCsv isTall name="issues" columns={countedCsv(nameOf)} rows={rows} />
    </>,
  );
}
