import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { UnlinkedPart } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { Loading } from '../../../shared/Loading';
import type { Look } from '../useProject';
import { nameOf } from '../unlinked/results';
import { UndoLinks } from '../unlinked/UndoLinks';
import { type LinkedStep, StepsTable } from './StepsTable';
import { useTriage } from './useTriage';
import styles from './triage.module.css';

const WHAT: Record<UnlinkedPart, string> = {
  all: 'the work here that serves nothing',
  effort: 'the effort here that serves nothing',
  planned: 'the planned work here that serves nothing',
};

/** Steps that are shown at first. */
const FIRST = 5;

/** The issues whose link aligns most unlinked work, each with a picker. Nothing where no issue has such work below it. */
export function Triage({ look, part }: { look: Look; part: UnlinkedPart }) {
  const format = useFormat();
  const { data, error, isPending, refetch } = useTriage(look, part);
  const [areAllShown, showAll] = useState(false);
  const [linked, setLinked] = useState<LinkedStep | null>(null);

  if (isPending) return <Loading lines={4} label="Looking for what aligns most" />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data.issues.length === 0 && linked === null) return null;

  const shown = areAllShown ? data.issues : data.issues.slice(0, FIRST);
  const aligned = shown.reduce((sum, { size }) => sum + size, 0);
  const links = shown.length === 1 ? 'This link aligns' : `These ${format.count(shown.length, 'link')} align`;
  const more = data.issues.length - shown.length;
  return (
    <Card
      title="Where to start"
      about={
        shown.length === 0
          ? 'No single link aligns more of it.'
          : `${links} ${format.percent(aligned / data.size)} of ${WHAT[part]}: work below an issue takes its objective.`
      }
    >
      {shown.length > 0 && <StepsTable steps={shown} size={data.size} measure={look.measure} onLinked={setLinked} />}
      {linked && (
        <div role="status">
          {linked.step.key} linked to {nameOf(linked.to)}: {format.size(linked.step.size, linked.measure)} aligned.{' '}
          <UndoLinks key={linked.step.id} linked={[linked.step.id]} to={linked.to} />
        </div>
      )}
      {more > 0 && (
        <div className={styles.more}>
          <Button spacing="compact" onClick={() => showAll(true)}>
            Show {format.number(more)} more
          </Button>
        </div>
      )}
    </Card>
  );
}
