import type { Window } from '../../domain/time/window';
import type { Coverage } from '../../domain/work/coverage';
import { recordedAmong, type RecordedDay, recordedParts } from './recordedDay';
import { selectParts, snapshotParts, type Snapshots, snapshotsIn } from './snapshots';

/** A reading of snapshots for figures. `days`: in each of these ranges the newest day, of scores and objectives */
type Asked = { covered: ReadonlySet<number>; objectives: boolean; days: readonly Window[] };

/** What is recorded over all projects, without that of single ones. */
const OVER_ALL: Pick<Coverage, 'covers' | 'covered'> = { covers: 'all', covered: new Set() };

/**
 * The snapshots since a day, and what was recorded over all projects on some days, which may be earlier. One statement,
 * unless there are many thousands.
 */
export const snapshotsAndDays = async (
  since: number,
  { days, ...asked }: Asked,
): Promise<Snapshots & { days: RecordedDay[] }> => {
  const rows = await selectParts(
    [...snapshotParts(since, asked), ...days.flatMap((one, place) => recordedParts(one, OVER_ALL, place))],
    Math.min(since, ...days.map(({ from }) => from)),
  );
  return { ...snapshotsIn(rows), days: days.map((_, place) => recordedAmong(rows, place)) };
};
