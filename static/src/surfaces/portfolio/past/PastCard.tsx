import type { PastPortfolio, Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import type { CsvColumn } from '../../../shared/csv/columns';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { NONE } from '../../../shared/format';
import { HealthSign } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { asItWas, headsOf, noPlanBecause, originInWords } from '../../../shared/past/pastWords';
import { Figure, ThenNowTable } from '../../../shared/past/ThenNowTable';
import { thenNowCsv } from '../../../shared/past/thenNowCsv';
import { DataTable, type Column } from '../../../shared/table/DataTable';
import { HEALTH_NAME } from '../../../shared/words';
import { ObjectiveLink } from '../ObjectiveLink';
import { figureRows, noScoresBecause, objectiveRows, projectRows, type ObjectiveRow } from './pastRows';
import styles from '../../../shared/past/past.module.css';

const [FIGURES, OBJECTIVES, PROJECTS] = ['The portfolio', 'Objectives then and now', 'Alignment of effort by project'];

const health = (of: ObjectiveRow['healthNow']) =>
  of === null ? (
    NONE
  ) : (
    <>
      <HealthSign health={of} /> {HEALTH_NAME[of]}
    </>
  );

const WorkThenNow = ({ row: { then, now, explained } }: { row: ObjectiveRow }) => (
  <>
    <Figure text={then} by={explained?.then} /> → <Figure text={now} by={explained?.now} />
  </>
);

/** The columns of the file of objectives, written as on the page. */
const objectivesCsv = (heads: { then: string; now: string }): CsvColumn<ObjectiveRow>[] => [
  ...thenNowCsv('Objective', heads),
  { head: `Health, ${heads.then}`, value: ({ healthThen }) => healthThen && HEALTH_NAME[healthThen] },
  { head: 'Health today', value: ({ healthNow }) => healthNow && HEALTH_NAME[healthNow] },
];

type Props = { past: PastPortfolio; portfolio: Portfolio; isBusy: boolean };

/** The portfolio as it was on a day, beside today's. */
export function PastCard({ past, portfolio, isBusy }: Props) {
  const format = useFormat();
  const heads = headsOf(past.day, format);
  const noScores = noScoresBecause(past, portfolio);
  const noPlan = noPlanBecause(past, portfolio.basis.measure);
  const objectives = objectiveRows(past, portfolio, format);
  const columns: Column<ObjectiveRow>[] = [
    { head: 'Objective', kind: 'text', cell: ({ objective }) => <ObjectiveLink objective={objective} /> },
    { head: 'Work done', kind: 'short', cell: (row) => <WorkThenNow row={row} /> },
    { head: 'Change', kind: 'number', cell: ({ change }) => change },
    { head: `Health, ${heads.then}`, kind: 'short', cell: ({ healthThen }) => health(healthThen) },
    { head: 'Health today', kind: 'short', cell: ({ healthNow }) => health(healthNow) },
  ];
  return (
    <Card title={asItWas(past.day, format)} about={originInWords(past, format)}>
      <div className={`${styles.tables} ${styles.card}`} aria-busy={isBusy}>
        <section aria-label={FIGURES} className={styles.part}>
          <h3>{FIGURES}</h3>
          <ThenNowTable
            caption={FIGURES}
            head="Figure"
            heads={heads}
            rows={figureRows(past, portfolio, format)}
            file="figures-then-and-now"
          />
          {noScores !== null && <p className="subtle">{noScores}</p>}
          {noPlan !== null && <p className="subtle">{noPlan}</p>}
        </section>
        <section aria-label={PROJECTS} className={styles.part}>
          <h3>{PROJECTS}</h3>
          <ThenNowTable
            caption={PROJECTS}
            head="Project"
            heads={heads}
            isLow
            rows={projectRows(past, portfolio, format)}
            file="projects-then-and-now"
          />
        </section>
      </div>
      <section aria-label={OBJECTIVES} className={styles.part}>
        <h3>{OBJECTIVES}</h3>
        <DataTable
          caption={OBJECTIVES}
          isSmall
          isLow
          columns={columns}
          rows={objectives}
          rowKey={({ objective }) => objective.key}
        />
        <div>
          <SaveCsv name="objectives-then-and-now" columns={objectivesCsv(heads)} rows={objectives} />
        </div>
        {past.recorded && !past.objectives.recorded && (
          <p className="subtle">
            Objectives are reconstructed over the projects that you may browse, under today’s links and strategy: they
            were recorded over all projects.
          </p>
        )}
      </section>
    </Card>
  );
}
