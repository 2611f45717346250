import type { PortfolioObjective } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { NONE } from '../../../shared/format';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { PersonName } from '../../../shared/people/PersonName';
import { DataTable, type Column } from '../../../shared/table/DataTable';
import { FORECAST, forecastInWords } from '../figures/forecastWords';
import { FIELD_NAME } from '../../../shared/words';
import { NONE_ACTIVE } from '../words';
import { ObjectiveLink } from '../ObjectiveLink';
import { activeObjectives, type ReviewPack } from './pack';
import { progressInWords } from './reviewWords';
import styles from './review.module.css';

const TITLE = 'Active objectives';

/** The active objectives, with their work progress then and now. */
export function ObjectivesCard({ pack: { portfolio, review } }: { pack: ReviewPack }) {
  const format = useFormat();
  const active = activeObjectives(portfolio);
  const columns: Column<PortfolioObjective>[] = [
    { head: 'Objective', kind: 'text', cell: ({ objective }) => <ObjectiveLink objective={objective} /> },
    { head: FIELD_NAME.owner, cell: ({ owner }) => <PersonName accountId={owner} /> },
    {
      head: 'Health',
      cell: ({ health, stated, forecast }) => <HealthLozenge health={health} stated={stated} forecast={forecast} />,
    },
    { head: 'Work done', cell: ({ objective }) => progressInWords(review, objective.key, format) },
    // On one line, or a day would break into three.
    { head: FIELD_NAME.target, kind: 'short', cell: ({ target }) => (target === null ? NONE : format.day(target)) },
    {
      head: FORECAST,
      title: 'Half, and 85 of 100, of the simulated trials are done by these days',
      cell: (one) => forecastInWords(one, format),
    },
  ];
  return (
    <Card title={TITLE} about={`Work done on ${format.day(review.since)} and now, and when the rest will be done`}>
      {active.length === 0 ? (
        <p className="subtle">{NONE_ACTIVE}</p>
      ) : (
        <DataTable
          caption={TITLE}
          className={styles.table}
          columns={columns}
          rows={active}
          rowKey={({ objective }) => objective.key}
        />
      )}
    </Card>
  );
}
