import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PastProject, ProjectAlignment } from '../../../../src/contract';
import { Card } from '../../shared/Card';
import { ErrorState } from '../../shared/ErrorState';
import type { Format } from '../../shared/format';
import { useFormat } from '../../shared/host';
import { Loading } from '../../shared/Loading';
import { usePastDay } from '../../shared/past/pastDay';
import { PastSwitch } from '../../shared/past/PastSwitch';
import { asItWas, headsOf, noPlanBecause, originInWords } from '../../shared/past/pastWords';
import { explainWorkThen, type Then } from '../../shared/past/explainThen';
import { mixesThenNow } from '../../shared/past/mixesThenNow';
import { shareThenNow, type ThenNow } from '../../shared/past/thenNow';
import { ThenNowTable } from '../../shared/past/ThenNowTable';
import { asking } from '../../shared/queries';
import { explainWorkHere } from './workHere';
import { titled } from '../../shared/words';
import type { Look } from './useProject';
import styles from '../../shared/past/past.module.css';

type Props = { look: Look; alignment: ProjectAlignment };

/** Chooses a past day, and shows the project of that day beside today's. */
export function PastProjectPanel({ look, alignment }: Props) {
  const { window, measure, filter } = look;
  const today = alignment.basis.to;
  const { day } = usePastDay(today);
  const isFiltered = Object.keys(filter).length > 0;
  const isAsked = day !== null && !isFiltered;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...asking('pastProject', { window, measure, day: day ?? today }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PastSwitch today={today} />
      {day !== null && isFiltered && (
        <p className="subtle">
          Past days are of the whole project, not of a sprint, a fix version or a component. Clear the filter to see
          them.
        </p>
      )}
      {isAsked && error && <ErrorState error={error} retry={() => void refetch()} />}
      {isAsked && !error && !data && <Loading lines={5} label="Loading the figures of that day" />}
      {isAsked && !error && data && (
        <PastProjectCard look={look} past={data} alignment={alignment} isBusy={isPlaceholderData} />
      )}
    </>
  );
}

/** The work done on each objective in this project, then and now. */
function objectiveRows(
  past: PastProject,
  { look, alignment: now }: Props,
  format: Format,
): (ThenNow & { key: string })[] {
  const then = new Map(past.objectives?.map((one) => [one.objective.key, one]));
  const today = new Map(now.objectives.map((one) => [one.objective.key, one]));
  return [...new Set([...today.keys(), ...then.keys()])].flatMap((key) => {
    const shown = today.get(key) ?? then.get(key);
    if (shown === undefined) return [];
    const served = today.get(key);
    const [before, after] = [then.get(key)?.here, served?.here];
    const day: Then = { ...past, measure: now.basis.measure };
    return {
      key,
      ...shareThenNow(titled(shown.objective), before?.progress ?? null, after?.progress ?? null, format),
      explained: {
        ...(before && { then: explainWorkThen(`Work on ${key}`, before, day, format) }),
        ...(served && { now: explainWorkHere(served, { alignment: now, look }, format) }),
      },
    };
  });
}

type CardProps = Props & { past: PastProject; isBusy: boolean };

function PastProjectCard({ look, past, alignment, isBusy }: CardProps) {
  const format = useFormat();
  const heads = headsOf(past.day, format);
  const then: Then = { ...past, measure: alignment.basis.measure };
  const of = { look: { window: look.window, measure: then.measure }, filter: {} };
  const noPlan = noPlanBecause(past, alignment.basis.measure);
  return (
    <Card title={asItWas(past.day, format)} about={originInWords(past, format)}>
      <div className={`${styles.tables} ${styles.card}`} aria-busy={isBusy}>
        <section aria-label="The project" className={styles.part}>
          <h3>The project</h3>
          <ThenNowTable
            caption="The project"
            head="Figure"
            heads={heads}
            rows={mixesThenNow(past, then, { mixes: alignment, basis: alignment.basis, of }, format)}
            file="project-then-and-now"
          />
          {noPlan !== null && <p className="subtle">{noPlan}</p>}
        </section>
        <section aria-label="Work done by objective" className={styles.part}>
          <h3>Work done by objective</h3>
          {past.objectives === null ? (
            <p className="subtle">
              The work on each objective is not recorded by project. The objectives’ own pages show theirs over time.
            </p>
          ) : (
            <ThenNowTable
              caption="Work done by objective"
              head="Objective"
              heads={heads}
              isLow
              rows={objectiveRows(past, { look, alignment }, format)}
              rowKey={({ key }) => key}
              file="objectives-then-and-now"
            />
          )}
        </section>
      </div>
    </Card>
  );
}
