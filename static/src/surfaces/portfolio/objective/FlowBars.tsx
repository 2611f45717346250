import type { FlowWeek, ObjectiveDetail } from '../../../../../src/contract';
import { firstDayOf } from '../../../../../src/domain/time/weeks';
import { Card } from '../../../shared/Card';
import type { Opened } from '../../../shared/counted/opened';
import { useListing } from '../../../shared/counted/useListing';
import { useFormat } from '../../../shared/host';
import { flowOpens, type ScopePart } from '../figures/scope';
import charts from '../../../shared/charts/charts.module.css';
import styles from './flowBars.module.css';

/** The bars of a week. */
const PARTS: readonly { part: ScopePart; name: string; sizeOf: (week: FlowWeek) => number }[] = [
  { part: 'added', name: 'Added', sizeOf: ({ added }) => added },
  { part: 'finished', name: 'Done', sizeOf: ({ done }) => done },
];

type BarProps = { opened: Opened; text: string; height: number; part: ScopePart; onShow: (opened: Opened) => void };

const Bar = ({ opened, text, height, part, onShow }: BarProps) => (
  <button
    type="button"
    className={styles.slot}
    aria-haspopup="dialog"
    aria-label={`${text}, ${opened.title}: show the issues`}
    title={`${opened.title}: ${text}`}
    onClick={() => onShow(opened)}
  >
    <span className={styles[part]} style={{ blockSize: `${100 * height}%` }} />
  </button>
);

/** Work added and done week by week, as bars that open to their issues. */
export function FlowBars({ detail }: { detail: ObjectiveDetail }) {
  const format = useFormat();
  const { show, listing } = useListing();
  const { flow, basis, objective } = detail;
  const about = { key: objective.objective.key, basis };
  const most = Math.max(0, ...flow.flatMap(({ added, done }) => [added, done]));
  return (
    <Card title="Flow" about="Added and done in each week, from Monday on; each bar opens to its issues">
      {most === 0 ? (
        <p className="subtle">Nothing was added or done in the last weeks.</p>
      ) : (
        <>
          <ul className={charts.legend} aria-hidden="true">
            {PARTS.map(({ part, name }) => (
              <li key={part}>
                <span className={`${styles.swatch} ${styles[part]}`} />
                {name}
              </li>
            ))}
            <li className="subtle">The highest: {format.size(most, basis.measure)}</li>
          </ul>
          <ol className={styles.weeks}>
            {flow.map((week) => (
              <li key={week.week} className={styles.week} aria-label={`Week of ${format.day(firstDayOf(week.week))}`}>
                <div className={styles.bars}>
                  {PARTS.map(({ part, sizeOf }) =>
                    sizeOf(week) === 0 ? (
                      <span key={part} className={styles.slot} />
                    ) : (
                      <Bar
                        key={part}
                        opened={flowOpens(week, part, about, format)}
                        text={format.size(sizeOf(week), basis.measure)}
                        height={sizeOf(week) / most}
                        part={part}
                        onShow={show}
                      />
                    ),
                  )}
                </div>
                <span className={styles.day} aria-hidden="true">
                  {format.shortDay(firstDayOf(week.week))}
                </span>
              </li>
            ))}
          </ol>
          {listing}
        </>
      )}
    </Card>
  );
}
