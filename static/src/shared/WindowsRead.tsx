import type { WindowRead } from '../../../src/contract';
import type { Format } from './format';
import { useFormat } from './host';

/**
 * Which figures are complete while the first sync runs, window by window. `unestimated`: how many units of the figures
 * on the page take an assumed size
 */
export function WindowsRead({ windows, unestimated }: { windows: readonly WindowRead[]; unestimated: number }) {
  const format = useFormat();
  if (windows.every(({ projects }) => projects === 0)) return null;
  return (
    <>
      <ul aria-label="Figures that are complete">
        {windows.map((window) => (
          <li key={window.days}>
            Alignment of the last {format.days(window.days)}: {readInWords(window, format)}
          </li>
        ))}
      </ul>
      {unestimated > 0 && (
        <p>
          Sizes in points may still move until the sync ends: {format.units(unestimated)} without an estimate{' '}
          {unestimated === 1 ? 'takes' : 'take'} the median of the project, which is not read to its end.
        </p>
      )}
    </>
  );
}

function readInWords({ projects, complete, share }: WindowRead, format: Format): string {
  if (complete === projects) return 'complete';
  if (projects > 1) return `complete in ${format.number(complete)} of ${format.count(projects, 'project')}`;
  if (share === null) return 'a part of what this needs is read';
  if (share === 1) return 'almost all of what this needs is read';
  return `${format.percent(share)} of what this needs is read`;
}
