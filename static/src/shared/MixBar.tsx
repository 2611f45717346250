import { Stack } from '@atlaskit/primitives/compiled';
import type { Measure, MixFigure } from '../../../src/contract';
import { strategicIn } from '../../../src/domain/work/mix';
import { STANDINGS, type Standing } from '../../../src/domain/work/standing';
import { Counted } from './counted/Counted';
import type { Opened } from './counted/opened';
import { useFormat } from './host';
import { STANDING_NAME } from './words';
import styles from './mix.module.css';

/**
 * Work by standing, as a bar and in numbers. Patterns differ, so that the bar can be read without colour. Shares are of
 * the strategic work, as alignment is; that of Run the business is of all work, and says so.
 */
export function MixBar({
  figure,
  measure,
  opens,
}: {
  figure: MixFigure;
  measure: Measure;
  opens: (standing: Standing) => Opened;
}) {
  const format = useFormat();
  const total = STANDINGS.reduce((sum, standing) => sum + figure[standing], 0);
  const strategic = strategicIn(figure);
  const shareOf = (standing: Standing): string =>
    standing === 'run'
      ? `${format.percent(figure.runShare)} of all`
      : format.percent(strategic > 0 ? figure[standing] / strategic : null);
  return (
    <Stack space="space.150">
      <div className={styles.bar} aria-hidden="true">
        {STANDINGS.filter((standing) => figure[standing] > 0).map((standing) => (
          <span
            key={standing}
            className={styles[standing]}
            style={{ flexGrow: figure[standing] / total }}
            title={`${STANDING_NAME[standing]}: ${format.size(figure[standing], measure)}`}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <span className={`${styles.swatch} ${styles[standing]}`} aria-hidden="true" />
            <span>{STANDING_NAME[standing]}</span>
            <span className={styles.size}>
              {figure[standing] > 0 ? (
                <Counted opened={opens(standing)} text={format.size(figure[standing], measure)} />
              ) : (
                format.size(0, measure)
              )}
            </span>
            <span className={styles.share}>{shareOf(standing)}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
