import type { Measure, MixFigure, Standing } from '../../../src/contract';
import { Card } from './Card';
import { countedIn, type Opened } from './counted/opened';
import { Explain } from './explain/Explain';
import type { Explanation } from './explain/explanation';
import { useFormat } from './host';
import { MixBar } from './MixBar';
import { NO_WORK, shareInWords, STANDING_NAME, WORK_MEANING, WORK_NAME, type WorkKind } from './words';
import styles from './card.module.css';

type Props = {
  kind: WorkKind;
  figure: MixFigure;
  measure: Measure;
  explanation: Explanation;
  /** where the issues behind the numbers are */
  of: Pick<Opened, 'look' | 'filter'>;
};

/** The alignment of effort or of planned work, and its mix of standings. */
export function MixCard({ kind, figure, measure, explanation, of }: Props) {
  const format = useFormat();
  const opens = (standing: Standing): Opened => ({
    title: `${WORK_NAME[kind]}, ${STANDING_NAME[standing].toLowerCase()}`,
    counted: countedIn(kind, { standing }),
    ...of,
  });
  return (
    <Card title={WORK_NAME[kind]} about={WORK_MEANING[kind]}>
      {figure.units === 0 ? (
        <p className={styles.nothing}>{NO_WORK[kind]}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {figure.alignment === null ? (
              <span>All of it runs the business: there is no alignment to measure.</span>
            ) : (
              <>
                <span className={styles.big}>
                  <Explain explanation={{ ...explanation, opens: opens('aligned') }}>
                    {format.percent(figure.alignment)}
                  </Explain>
                </span>
                <span>aligned: {shareInWords(figure, measure, format)}</span>
              </>
            )}
          </p>
          <MixBar figure={figure} measure={measure} opens={opens} />
          <p className="small">
            {format.units(figure.units)}
            {figure.unestimated > 0 && `, ${format.number(figure.unestimated)} of them without an estimate`}
          </p>
        </>
      )}
    </Card>
  );
}
