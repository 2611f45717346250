import type { DroppedDecisions, DroppedWork } from '../../../../../src/contract';
import { type EndedIssues, movesBetween } from '../../../../../src/domain/work/droppedMoves';
import { EndedInJira } from './EndedInJira';

type Props = {
  work: DroppedWork;
  decided: DroppedDecisions;
  ended: readonly EndedIssues[] | undefined;
  isCounting: boolean;
};

/** Says how many issues saving moves from done to dropped, and back. */
export function MovesPreview({ isCounting, ...draft }: Props) {
  return (
    <div role="status" className="subtle">
      {isCounting ? 'Counting the issues that this concerns…' : <Moves {...draft} />}
    </div>
  );
}

function Moves({ work, decided, ended }: Omit<Props, 'isCounting'>) {
  const isChanged = JSON.stringify(decided) !== JSON.stringify(work.decided);
  if (!isChanged || !ended) return null;
  const { toDropped, toDone } = movesBetween(work.decided, decided, work, ended);
  if (toDropped.length + toDone.length === 0) return <>Saving moves no issue.</>;
  return (
    <>
      Saving moves{' '}
      {toDropped.length > 0 && (
        <>
          <EndedInJira ended={toDropped} /> from done to dropped
        </>
      )}
      {toDropped.length > 0 && toDone.length > 0 && ' and '}
      {toDone.length > 0 && (
        <>
          <EndedInJira ended={toDone} /> from dropped to done
        </>
      )}
      , sub-tasks included.
    </>
  );
}
