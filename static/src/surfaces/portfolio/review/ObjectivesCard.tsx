import type { PortfolioObjective } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { NONE } from '../../../shared/format';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { PersonName } from '../../../shared/people/PersonName';
import { DataTable, type Column } from '../../../shared/table/DataTable';
import { forecastInWords } from '../figures/forecastWords';
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
    { head: 'Owner', cell: ({ owner }) => <PersonName accountId={owner} /> },
    { head: 'Health', cell: ({ health, stated }) => <HealthLozenge health={health} stated={stated} /> },
    { head: 'Work done', cell: ({ objective }) => progressInWords(review, objective.key, format) },
    // On one line, or a day would break into three.
    { head: 'Target', kind: 'short', cell: ({ target }) => (target === null ? NONE : format.day(target)) },
    {
      head: 'Forecast, 50–85%',
      title: 'Half, and 85 of 100, of the simulated trials are done by these days',
      cell: (one) => forecastInWords(one, format),
    },
  ];
  return (
    <Card title={TITLE} about={`Work done on ${format.day(review.since)} and now, and when the rest will be done`}>
      {active.length === 0 ? (
        <p className="subtle">No objective is active yet.</p>
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
