import VisuallyHidden from '@atlaskit/visually-hidden';
import { Card } from '../../../shared/Card';
import { NONE } from '../../../shared/format';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { PersonName } from '../../../shared/people/PersonName';
import { ObjectiveLink } from '../ObjectiveLink';
import { activeObjectives, type ReviewPack } from './pack';
import { forecastInWords, progressInWords } from './state';
import styles from './review.module.css';

const TITLE = 'Active objectives';

/** The objectives that the review goes through, with what their work was then and is now. */
export function ObjectivesCard({ pack: { portfolio, review } }: { pack: ReviewPack }) {
  const format = useFormat();
  const active = activeObjectives(portfolio);
  return (
    <Card title={TITLE} about={`Work done on ${format.day(review.since)} and now, and when the rest will be done`}>
      {active.length === 0 ? (
        <p className={styles.none}>No objective is active yet.</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${TITLE}, as a table`}>
          <table className={styles.table}>
            <caption>
              <VisuallyHidden>{TITLE}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">Objective</th>
                <th scope="col">Owner</th>
                <th scope="col">Health</th>
                <th scope="col">Work done</th>
                <th scope="col">Target</th>
                <th scope="col" title="Half, and 85 of 100, of the simulated trials are done by these days">
                  Forecast, 50–85%
                </th>
              </tr>
            </thead>
            <tbody>
              {active.map((one) => (
                <tr key={one.objective.key}>
                  <th scope="row">
                    <ObjectiveLink objective={one.objective} />
                  </th>
                  <td>
                    <PersonName accountId={one.owner} />
                  </td>
                  <td>
                    <HealthLozenge health={one.health} stated={one.stated} />
                  </td>
                  <td>{progressInWords(review, one.objective.key, format)}</td>
                  <td className={styles.day}>{one.target === null ? NONE : format.day(one.target)}</td>
                  <td>{forecastInWords(one, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
