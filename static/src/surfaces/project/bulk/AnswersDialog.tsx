import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { BulkJob, EntryState } from '../../../../../src/contract';
import { ISSUE_CSV } from '../../../shared/csv/issueCsv';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { Dialog } from '../../../shared/dialog/Dialog';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import type { IssueSummary } from '../../../shared/jira/issues';
import { Loading } from '../../../shared/Loading';
import { ShowMore } from '../../../shared/ShowMore';
import { ShownOf } from '../../../shared/ShownOf';
import { type Column, DataTable } from '../../../shared/table/DataTable';
import { BECAME, jobTitle } from './bulkWords';
import { answersKey, readAnswers } from './useBulk';

const COLUMNS: Column<IssueSummary>[] = [
  { head: 'Key', kind: 'short', cell: ({ key }) => <IssueLink issueKey={key} /> },
  { head: 'Summary', kind: 'text', cell: ({ summary }) => <bdi>{summary}</bdi> },
  { head: 'Status', kind: 'short', cell: ({ status }) => <IssueStatus status={status} /> },
];

type Props = { job: BulkJob; became: EntryState; onClose: () => void };

/** The issues of a job that became the same, as Jira shows them to the viewer. */
export function AnswersDialog({ job, became, onClose }: Props) {
  const format = useFormat();
  const list = useInfiniteQuery({
    queryKey: answersKey(job.id, became),
    queryFn: ({ pageParam }) => readAnswers(job.id, became, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ issues }) => issues);
  const hidden = pages.reduce((sum, page) => sum + page.hidden, 0);
  const total = job.issues[became] ?? 0;
  return (
    <Dialog
      title={`${jobTitle(job)}: ${format.count(total, 'issue')}`}
      width="x-large"
      onClose={onClose}
      footer={
        <Inline space="space.100" shouldWrap>
          <SaveCsv isTall name="issues" columns={ISSUE_CSV} rows={rows} />
          <Button appearance="primary" onClick={onClose}>
            Close
          </Button>
        </Inline>
      }
    >
      <Stack space="space.150">
        <p className="subtle">{BECAME[became]}</p>
        {list.isPending && <Loading lines={6} label="Loading the issues" />}
        {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {rows.length > 0 && <DataTable caption={jobTitle(job)} columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />}
        {list.isSuccess && rows.length < total && <ShownOf shown={rows.length} total={total} hidden={hidden} />}
        {list.hasNextPage && (
          <div>
            <ShowMore list={list} />
          </div>
        )}
      </Stack>
    </Dialog>
  );
}
