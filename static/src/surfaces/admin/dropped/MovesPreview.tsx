import type { DroppedDecisions, DroppedWork } from '../../../../../src/contract';
import { type EndedIssues, movesBetween } from '../../../../../src/domain/work/droppedMoves';
import { useFormat } from '../../../shared/host';

type Props = {
  work: DroppedWork;
  decided: DroppedDecisions;
  ended: readonly EndedIssues[] | undefined;
  isCounting: boolean;
};

/** Says how many issues saving moves from done to dropped, and back. */
export function MovesPreview({ work, decided, ended, isCounting }: Props) {
  const format = useFormat();
  const isChanged = JSON.stringify(decided) !== JSON.stringify(work.decided);
  const text = (): string => {
    if (isCounting) return 'Counting the issues that this concerns…';
    if (!isChanged || !ended) return '';
    const { toDropped, toDone } = movesBetween(work.decided, decided, work, ended);
    if (toDropped + toDone === 0) return 'Saving moves no issue.';
    const moves = [
      toDropped > 0 && `${format.count(toDropped, 'issue')} from done to dropped`,
      toDone > 0 && `${format.count(toDone, 'issue')} from dropped to done`,
    ].filter((move) => move !== false);
    return `Saving moves ${format.list(moves)}, sub-tasks included.`;
  };
  return (
    <p role="status" className="subtle">
      {text()}
    </p>
  );
}
