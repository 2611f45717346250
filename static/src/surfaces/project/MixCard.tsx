import type { Basis, MixFigure } from '../../../../src/contract';
import { Explain } from '../../shared/explain/Explain';
import { explainMix } from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { MixBar } from '../../shared/MixBar';
import styles from './project.module.css';

const TEXT = {
  effort: { title: 'Effort', about: 'In progress now, or done within the window', none: 'No work in this window.' },
  planned: { title: 'Planned', about: 'Still to do', none: 'Nothing is planned.' },
};

/** One of the two answers of the page: how much of a project's work serves the strategy. */
export function MixCard({ part, figure, basis }: { part: keyof typeof TEXT; figure: MixFigure; basis: Basis }) {
  const format = useFormat();
  const { title, about, none } = TEXT[part];
  const explanation = explainMix(part, figure, basis, format);
  return (
    <section className={styles.card} aria-label={title}>
      <header>
        <h2 className={styles.cardTitle}>{title}</h2>
        <p className={styles.subtle}>{about}</p>
      </header>
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
          <MixBar figure={figure} measure={basis.measure} />
          <p className={styles.foot}>
            {format.units(figure.units)}
            {figure.unestimated > 0 && `, ${format.number(figure.unestimated)} of them without an estimate`}
          </p>
        </>
      )}
    </section>
  );
}
