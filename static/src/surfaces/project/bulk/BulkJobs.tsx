import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import ProgressBar from '@atlaskit/progress-bar';
import { useState } from 'react';
import type { BulkJob, EntryState } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { AnswersDialog } from './AnswersDialog';
import { BECAME, jobTitle, leftBehind, progressOf, undoWords } from './bulkWords';
import { isUnderWay, useUndoBulk } from './useBulk';
import numbers from '../../../shared/number.module.css';

/** The viewer's bulk links: how far they are, what became of each issue, and undo. */
export function BulkJobs({ jobs }: { jobs: readonly BulkJob[] }) {
  const [opened, open] = useState<{ job: BulkJob; became: EntryState } | null>(null);
  return (
    <>
      {jobs.map((job) => (
        <BulkJobCard key={job.id} job={job} onOpen={(became) => open({ job, became })} />
      ))}
      <ModalTransition>{opened && <AnswersDialog {...opened} onClose={() => open(null)} />}</ModalTransition>
    </>
  );
}

function BulkJobCard({ job, onOpen }: { job: BulkJob; onOpen: (became: EntryState) => void }) {
  const format = useFormat();
  const undo = useUndoBulk();
  const { left, all } = progressOf(job);
  const isRunning = isUnderWay(job);
  const title = jobTitle(job);
  const words = undoWords(job);
  return (
    <Card
      title={title}
      about={job.finishedAt === null ? `Since ${format.time(job.gatheredAt)}` : format.time(job.finishedAt)}
      beside={
        words !== null && (
          <Button
            spacing="compact"
            appearance="subtle"
            isLoading={undo.isPending}
            onClick={() => undo.mutate(job.id)}
            aria-label={`${words}: ${title}`}
          >
            {words}
          </Button>
        )
      }
    >
      <Stack space="space.100">
        {isRunning && (
          <>
            <p role="status">
              {format.number(all - left)} of {format.count(all, 'issue')} done. You may leave this page meanwhile.
            </p>
            <ProgressBar value={all === 0 ? 0 : (all - left) / all} ariaLabel={title} />
          </>
        )}
        <Inline space="space.200" rowSpace="space.050" shouldWrap>
          {(Object.entries(BECAME) as [EntryState, string][]).map(([state, words]) => {
            const count = job.issues[state] ?? 0;
            return count === 0 ? null : (
              <span key={state}>
                <button
                  type="button"
                  className={numbers.number}
                  aria-haspopup="dialog"
                  aria-label={`${format.number(count)} ${words}: show the issues`}
                  onClick={() => onOpen(state)}
                >
                  {format.number(count)}
                </button>{' '}
                {words}
              </span>
            );
          })}
          {leftBehind(job, format).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </Inline>
        {undo.isError && <ErrorState error={undo.error} />}
      </Stack>
    </Card>
  );
}
