import { ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives/compiled';
import { useState } from 'react';
import type { CsvColumn } from '../../../shared/csv/columns';
import { ISSUE_CSV } from '../../../shared/csv/issueCsv';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { EmptyList } from '../../../shared/EmptyList';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { useNames } from '../../../shared/people/useNames';
import { ShownOf } from '../../../shared/ShownOf';
import { EpicsTable } from './EpicsTable';
import { ProposeDialog } from './ProposeDialog';
import { type ShownEpic, useUnlinkedEpics, useProposeEpic } from './useUnlinkedEpics';

const epicsCsv = (nameOf: (accountId: string | null) => string): CsvColumn<ShownEpic>[] => [
  ...ISSUE_CSV,
  { head: 'open work items', value: ({ units }) => units },
  { head: 'proposal', value: ({ proposal }) => proposal?.state ?? null },
  { head: 'proposed by', value: ({ proposal }) => proposal && nameOf(proposal.proposedBy) },
  { head: 'note', value: ({ proposal }) => proposal?.note ?? null },
  { head: 'reason', value: ({ proposal }) => proposal?.reason ?? null },
  { head: 'objective', value: ({ proposal }) => proposal?.objective?.key ?? null },
];

/** The project's unlinked epics, to be proposed to strategy editors as the start of an objective. */
export function UnlinkedEpics() {
  const { data, error, isPending, refetch } = useUnlinkedEpics();
  const withdraw = useProposeEpic();
  const nameOf = useNames((data?.issues ?? []).flatMap(({ proposal }) => [proposal?.proposedBy ?? null]));
  const [proposing, setProposing] = useState<ShownEpic | null>(null);

  return (
    <Stack space="space.150">
      <p className="subtle">
        Epics that serve no objective. Where one should shape the strategy, propose it: a strategy editor accepts it for
        an objective, or declines it with a reason.
      </p>
      {isPending && <Loading lines={6} label="Loading epics" />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {withdraw.isError && <ErrorState error={withdraw.error} />}
      {data?.total === 0 && (
        <EmptyList title="No epic is left to propose">
          <p>Every open epic here serves an objective or runs the business.</p>
        </EmptyList>
      )}
      {data && data.issues.length > 0 && (
        <EpicsTable
          epics={data.issues}
          withdrawing={withdraw.isPending ? withdraw.variables.issueId : null}
          onPropose={setProposing}
          onWithdraw={({ id }) => withdraw.mutate({ issueId: id, proposal: null })}
        />
      )}
      {data && data.total > 0 && <ShownOf shown={data.issues.length} total={data.total} hidden={data.hidden} />}
      {data && data.issues.length > 0 && (
        <div>
          <SaveCsv name="unlinked-epics" columns={epicsCsv(nameOf)} rows={data.issues} />
        </div>
      )}
      <ModalTransition>
        {proposing && <ProposeDialog epic={proposing} onClose={() => setProposing(null)} />}
      </ModalTransition>
    </Stack>
  );
}
