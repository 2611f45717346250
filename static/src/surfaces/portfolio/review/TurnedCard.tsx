import { Inline } from '@atlaskit/primitives/compiled';
import { Card } from '../../../shared/Card';
import { HealthSign } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { ThenNowTable } from '../../../shared/past/ThenNowTable';
import { HEALTH_NAME } from '../../../shared/words';
import { refOf } from '../explain/names';
import { ObjectiveLink } from '../ObjectiveLink';
import type { ReviewPack } from './pack';
import { healthSinceInWords, scoreHeads, scoreRows, scoresInWords } from './turnedWords';
import styles from './review.module.css';

const TITLE = 'What turned';
const SCORES = 'The index and its factors';

/** The index, its factors and the health of objectives, then and now. */
export function TurnedCard({ pack: { portfolio, review } }: { pack: ReviewPack }) {
  const format = useFormat();
  return (
    <Card title={TITLE} about={`Since ${format.day(review.since)}`}>
      <div className={styles.two}>
        <section aria-label={SCORES}>
          <h3 className={styles.subtitle}>{SCORES}</h3>
          {review.scores && (
            <ThenNowTable
              caption={SCORES}
              head="Score"
              heads={scoreHeads(review, format)}
              rows={scoreRows(review.scores, format)}
            />
          )}
          <p className="subtle">{scoresInWords(review, format)}</p>
        </section>
        <section aria-label="Health of objectives">
          <h3 className={styles.subtitle}>Health of objectives</h3>
          {review.health.turned.length > 0 && (
            <ul className={styles.points}>
              {review.health.turned.map(({ objective, from, to }) => (
                <li key={objective}>
                  <ObjectiveLink objective={refOf(portfolio, objective)} />
                  <Inline space="space.075" alignBlock="center">
                    <HealthSign health={from} /> {HEALTH_NAME[from]} <span aria-hidden="true">→</span>{' '}
                    <HealthSign health={to} /> {HEALTH_NAME[to]}
                  </Inline>
                </li>
              ))}
            </ul>
          )}
          <p className="subtle">{healthSinceInWords(review, format)}</p>
        </section>
      </div>
    </Card>
  );
}
