import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives/compiled';
import ProgressBar from '@atlaskit/progress-bar';
import { useRef, useState } from 'react';
import type { Operations, SyncProgress } from '../../../../../src/contract';
import { MINUTE_MS } from '../../../../../src/domain/time/milliseconds';
import { Card } from '../../../shared/Card';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { syncShare } from '../../../shared/syncShare';
import { between, duration } from './duration';
import { Facts } from './Facts';
import { progressOf } from './state';
import { SyncAgainDialog } from './SyncAgainDialog';
import styles from './operations.module.css';

/** When the last full sync finished, how far a running one is, and a button to start another. */
export function SyncCard({ operations }: { operations: Operations }) {
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const running = useRef<HTMLDivElement>(null);
  const { lastSync, syncAgain } = operations;
  const progress = progressOf(operations.sync);
  return (
    <Card title="Full sync" about="Reads every issue of the site once">
      <div ref={running} tabIndex={-1} className={styles.running}>
        {progress && <Progress progress={progress} asOf={operations.asOf} />}
      </div>
      <Facts
        facts={[
          ['Last one finished', lastSync ? format.time(lastSync.finishedAt) : NONE],
          ['It took', lastSync ? duration(between(lastSync.startedAt, lastSync.finishedAt)) : NONE],
          ['Issues read', lastSync ? `about ${format.number(lastSync.issues)}` : NONE],
        ]}
      />
      {progress === null && syncAgain && (
        <div>
          <Button ref={button} onClick={() => setAsking(true)}>
            Sync again
          </Button>
        </div>
      )}
      <ModalTransition>
        {isAsking && syncAgain && (
          <SyncAgainDialog
            cost={syncAgain}
            hourlyPoints={operations.rate.share}
            onClose={() => setAsking(false)}
            // The button is gone once a sync runs.
            onClosed={() => (button.current ?? running.current)?.focus()}
          />
        )}
      </ModalTransition>
    </Card>
  );
}

function Progress({ progress, asOf }: { progress: SyncProgress; asOf: string }) {
  const format = useFormat();
  const { done, startedAt, waitingUntil, estimatedEnd } = progress;
  const { total, share } = syncShare(progress);
  const minutes = between(startedAt, asOf) / MINUTE_MS;
  return (
    <Stack space="space.100">
      <p>
        <strong>Running:</strong> {format.number(done)} of about {format.number(total)} issues read
        {minutes >= 1 && `, ${format.number(Math.round(done / minutes))} a minute`}.
      </p>
      <ProgressBar value={share} ariaLabel={`Full sync, ${format.percent(share)} done`} />
      <p className="subtle">
        Since {format.time(startedAt)}.{' '}
        {waitingUntil !== null &&
          `It has spent its part of the hour’s rate points, and goes on at ${format.time(waitingUntil)}; changes are followed meanwhile. `}
        {estimatedEnd !== null && `It should end around ${format.time(estimatedEnd)}.`}
      </p>
    </Stack>
  );
}
