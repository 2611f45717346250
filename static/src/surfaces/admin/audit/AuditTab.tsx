import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { AUDIT_DAYS, MOST_AUDIT_LINES } from '../../../../../src/domain/retention';
import type { AuditLine } from '../../../../../src/contract';
import { EmptyList } from '../../../shared/EmptyList';
import { ErrorState } from '../../../shared/ErrorState';
import type { Format } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import { ShowMore } from '../../../shared/ShowMore';
import { type Column, DataTable } from '../../../shared/table/DataTable';
import { actWords } from './auditWords';
import { useAuditLog, useExportAuditLog } from './useAuditLog';

/** What people did that concerns many, newest first, and a button to download it. */
export function AuditTab() {
  const format = useFormat();
  const log = useAuditLog();
  const download = useExportAuditLog();
  const lines = log.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <Stack space="space.200">
      <p className="subtle">
        Who changed the settings, linked issues from the project page, imported, archived, or started a sync. It holds
        numbers and keys, no text of issues. Lines are kept for {format.number(AUDIT_DAYS / 365)} years, at most{' '}
        {format.number(MOST_AUDIT_LINES)}.
      </p>
      {log.isPending && <Loading lines={8} label="Loading the audit log" />}
      {log.isError && <ErrorState error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && lines.length === 0 && (
        <EmptyList title="Nothing has been done yet">
          <p>Changed settings, links of many issues, imports and syncs are listed here.</p>
        </EmptyList>
      )}
      {lines.length > 0 && (
        <>
          <DataTable caption="Audit log" columns={columns(format)} rows={lines} rowKey={({ id }) => id} />
          <Inline space="space.100" shouldWrap>
            <ShowMore list={log} name="Show older" />
            <Button isLoading={download.isPending} onClick={() => download.mutate()}>
              Download as CSV
            </Button>
          </Inline>
        </>
      )}
    </Stack>
  );
}

const columns = (format: Format): Column<AuditLine>[] => [
  { head: 'When', kind: 'short', width: '14rem', cell: ({ at }) => format.time(at) },
  { head: 'Who', width: '14rem', cell: ({ by }) => <PersonName accountId={by} none={FORMER_USER} /> },
  { head: 'What', cell: ({ act }) => actWords(act, format) },
];
