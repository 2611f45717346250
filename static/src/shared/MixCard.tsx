import type { Measure, MixFigure } from '../../../src/contract';
import { Card } from './Card';
import { Explain } from './explain/Explain';
import type { Explanation } from './explain/explanation';
import { useFormat } from './host';
import { MixBar } from './MixBar';
import styles from './card.module.css';

const TEXT = {
  effort: { title: 'Effort', about: 'In progress now, or done within the window', none: 'No work in this window.' },
  planned: { title: 'Planned', about: 'Still to do', none: 'Nothing is planned.' },
};

type Props = {
  part: keyof typeof TEXT;
  figure: MixFigure;
  measure: Measure;
  explanation: Explanation;
};

/** The alignment of effort or of planned work, and its mix of standings. */
export function MixCard({ part, figure, measure, explanation }: Props) {
  const format = useFormat();
  const { title, about, none } = TEXT[part];
  return (
    <Card title={title} about={about}>
      {figure.units === 0 ? (
        <p className={styles.nothing}>{none}</p>
      ) : (
        <>
          <p className={styles.headline}>
            {figure.alignment === null ? (
              <span>All of it runs the business: there is no alignment to measure.</span>
            ) : (
              <>
                <span className={styles.big}>
                  <Explain explanation={explanation}>{format.percent(figure.alignment)}</Explain>
                </span>
                <span>aligned</span>
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
