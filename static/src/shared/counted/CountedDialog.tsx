import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { router } from '@forge/bridge';
import { Dialog } from '../dialog/Dialog';
import { ErrorState } from '../ErrorState';
import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import { IssueStatus } from '../IssueStatus';
import { Loading } from '../Loading';
import { saveFile } from '../saveFile';
import { ShownOf } from '../ShownOf';
import { type Column, DataTable } from '../table/DataTable';
import { countedCsv, jqlOf } from './countedFile';
import type { Opened } from './opened';
import { type CountedRow, useCounted } from './useCounted';

/** Issues that an address of Jira's search may name: browsers and Jira take some 8,000 characters. */
const MOST_IN_JQL = 300;

type Props = { opened: Opened; onClose: () => void };

/** The issues behind a number, each with its part in it. What Jira hides from the viewer is counted. */
export function CountedDialog({ opened, onClose }: Props) {
  const format = useFormat();
  const { measure } = opened.look;
  const list = useCounted(opened);
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ issues }) => issues);
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
  return (
    <Dialog
      title={`${opened.title}: the issues`}
      width="x-large"
      onClose={onClose}
      footer={
        <Inline space="space.100" shouldWrap>
          <Button
            isDisabled={rows.length === 0 || rows.length > MOST_IN_JQL}
            onClick={() => void router.open(`/issues/?jql=${encodeURIComponent(jqlOf(rows))}`)}
          >
            Show these in Jira
          </Button>
          <Button isDisabled={rows.length === 0} onClick={() => saveFile('issues.csv', countedCsv(rows))}>
            Save these as CSV
          </Button>
          <Button appearance="primary" onClick={onClose}>
            Close
          </Button>
        </Inline>
      }
    >
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
                <Button isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  Show more
                </Button>
              </div>
            )}
          </>
        )}
      </Stack>
    </Dialog>
  );
}
