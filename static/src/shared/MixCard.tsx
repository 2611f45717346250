import type { Measure, MixFigure } from '../../../src/contract';
import { Card } from './Card';
import { Explain } from './explain/Explain';
import type { Explanation } from './explain/explanation';
import { useFormat } from './host';
import { MixBar } from './MixBar';
import { NO_WORK, shareInWords, WORK_MEANING, WORK_NAME, type WorkKind } from './words';
import styles from './card.module.css';

type Props = {
  kind: WorkKind;
  figure: MixFigure;
  measure: Measure;
  explanation: Explanation;
};

/** The alignment of effort or of planned work, and its mix of standings. */
export function MixCard({ kind, figure, measure, explanation }: Props) {
  const format = useFormat();
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
                  <Explain explanation={explanation}>{format.percent(figure.alignment)}</Explain>
                </span>
                <span>aligned: {shareInWords(figure, measure, format)}</span>
              </>
            )}
          </p>
          <MixBar figure={figure} measure={measure} />
          <p className="small">
            {format.units(figure.units)}
            {figure.unestimated > 0 && `, ${format.number(figure.unestimated)} of them without an estimate`}
          </p>
        </>
      )}
    </Card>
  );
}
