import type { PortfolioBasis, PortfolioObjective, Review, WorkPoint } from '../../../../../src/contract';
import { pointUpTo } from '../../../../../src/domain/forecast/trend';
import { Card } from '../../../shared/Card';
import { Explain } from '../../../shared/explain/Explain';
import { NONE } from '../../../shared/format';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { PersonName } from '../../../shared/people/PersonName';
import { DataTable, type Column } from '../../../shared/table/DataTable';
import { explainForecast } from '../figures/explanations';
import { FORECAST, forecastInWords } from '../figures/forecastWords';
import { explainScope } from '../figures/scope';
import { FIELD_NAME } from '../../../shared/words';
import { NONE_ACTIVE } from '../words';
import { ObjectiveLink } from '../ObjectiveLink';
import { activeObjectives, progressOf, type ReviewPack } from './pack';
import { NOT_KNOWN, progressInWords } from './reviewWords';
import styles from './review.module.css';

const TITLE = 'Active objectives';

type WorkDoneProps = { one: PortfolioObjective; review: Review; basis: PortfolioBasis };

/** Work progress then and now. Both open to what they are made of, where their points are there. */
function WorkDone({ one, review, basis }: WorkDoneProps) {
  const format = useFormat();
  const { key } = one.objective;
  const { before, now } = progressOf(review, key);
  const then = pointUpTo(one.trend, review.since);
  const today = one.trend.at(-1);
  if (now === null || !then || !today) return progressInWords(review, key, format);
  const explained = (point: WorkPoint, share: number) => (
    <Explain explanation={explainScope(point, { key, basis }, format)}>{format.percent(share)}</Explain>
  );
  return (
    <>
      {before === null ? NOT_KNOWN : explained(then, before)} → {explained(today, now)}
    </>
  );
}

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
    { head: 'Work done', cell: (one) => <WorkDone one={one} review={review} basis={portfolio.basis} /> },
    // On one line, or a day would break into three.
    { head: FIELD_NAME.target, kind: 'short', cell: ({ target }) => (target === null ? NONE : format.day(target)) },
    {
      head: FORECAST,
      title: 'The days by which the open work is over with a chance of 50% and of 85%',
      cell: (one) => {
        const words = forecastInWords(one, format);
        if (!one.forecast) return words;
        // Its name is what is to be seen, with the year of each day.
        const explanation = { ...explainForecast(one, one.forecast, portfolio.basis, format), value: words };
        return <Explain explanation={explanation}>{words}</Explain>;
      },
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
