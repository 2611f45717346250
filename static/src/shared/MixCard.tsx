import type { ReactNode } from 'react';
import type { Measure, MixFigure } from '../../../src/contract';
import { Card } from './Card';
import { Counted } from './counted/Counted';
import type { Listed } from './counted/opened';
import { Explain } from './explain/Explain';
import { type Explanation, mixOpens } from './explain/explanation';
import { useFormat } from './host';
import { MixBar } from './MixBar';
import { NO_WORK, strategicInWords, WORK_MEANING, WORK_NAME, type WorkKind } from './words';
import styles from './card.module.css';

type Props = {
  kind: WorkKind;
  figure: MixFigure;
  measure: Measure;
  explanation: Explanation;
  /** where the issues behind the numbers are */
  of: Listed;
  /** what else there is to know of the numbers */
  children?: ReactNode;
};

/** The alignment of effort or of planned work, and its mix of standings. */
export function MixCard({ kind, figure, measure, explanation, of, children }: Props) {
  const format = useFormat();
  const aligned = format.number(figure.aligned);
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
                <span>
                  aligned:{' '}
                  {figure.aligned > 0 ? <Counted opened={mixOpens(kind, of, 'aligned')} text={aligned} /> : aligned} of{' '}
                  <Counted opened={mixOpens(kind, of, 'strategic')} text={strategicInWords(figure, measure, format)} />
                </span>
              </>
            )}
          </p>
          <MixBar figure={figure} measure={measure} opens={(standing) => mixOpens(kind, of, standing)} />
          <p className="small">
            <Counted opened={mixOpens(kind, of)} text={format.units(figure.units)} />
            {figure.unestimated > 0 && (
              <>
                , <Counted opened={mixOpens(kind, of, null, true)} text={format.number(figure.unestimated)} /> of them
                without an estimate
              </>
            )}
          </p>
          {children}
        </>
      )}
    </Card>
  );
}
