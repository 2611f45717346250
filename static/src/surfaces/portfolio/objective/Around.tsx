import { Stack } from '@atlaskit/primitives/compiled';
import type { ObjectiveDetail } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { NumberButton } from '../../../shared/counted/NumberButton';
import { effortOf, opensObjective } from '../../../shared/counted/opened';
import { useListing } from '../../../shared/counted/useListing';
import { Explain } from '../../../shared/explain/Explain';
import { explainWork, SUBTREE_WORK } from '../../../shared/explain/explanation';
import { useFormat } from '../../../shared/host';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { FEWEST_PEOPLE } from '../../../../../src/domain/scores/buyIn';
import { PersonName } from '../../../shared/people/PersonName';
import { HIDDEN_PROJECTS } from '../explain/names';
import { projectRow } from '../explain/projectEffort';
import { explainObjectiveWork } from '../figures/explanations';
import { projectOpens } from './projectOpens';
import { ObjectiveLink } from '../ObjectiveLink';
import { PacedBar } from '../PacedBar';
import styles from './objective.module.css';

type Props = { detail: ObjectiveDetail };

export function Children({ detail }: Props) {
  const format = useFormat();
  const left = detail.childrenTotal - detail.children.length;
  if (detail.children.length === 0) return null;
  return (
    <Card title="Objectives below">
      <Stack as="ul" space="space.100">
        {detail.children.map((child) => (
          <li key={child.objective.key} className={styles.child}>
            <ObjectiveLink objective={child.objective} />
            <span>
              {child.work.progress === null ? (
                'No work yet'
              ) : (
                <>
                  <Explain explanation={explainObjectiveWork(child, detail.basis, format)}>
                    {format.percent(child.work.progress)}
                  </Explain>{' '}
                  done
                </>
              )}
            </span>
            <HealthLozenge health={child.health} forecast={child.forecast} />
          </li>
        ))}
      </Stack>
      {left > 0 && <p className="subtle">{format.number(left)} more are in the list of all objectives.</p>}
    </Card>
  );
}

/** The projects whose work serves the objective. Those that the viewer may not browse are one line. */
export function Projects({ detail }: Props) {
  const format = useFormat();
  const { projects, basis, objective } = detail;
  const { show, listing } = useListing();
  const { key } = objective.objective;
  const name = (project: (typeof projects)[number]['project']) =>
    project ? <bdi>{project.name}</bdi> : `${HIDDEN_PROJECTS}, together`;
  return (
    <Card title="Projects" about="Whose work serves it, or an objective below it">
      {projects.length === 0 ? (
        <p className="subtle">No project’s work serves it yet.</p>
      ) : (
        <Stack as="ul" space="space.100">
          {projects.map(({ project, effort, work }) => (
            <li key={project?.id ?? 'hidden'} className={styles.project}>
              <span>{name(project)}</span>
              <PacedBar progress={work.progress} expected={null} />
              <span className="small">
                {work.progress === null ? (
                  'No work yet'
                ) : (
                  <>
                    <Explain
                      explanation={explainWork(
                        work,
                        {
                          title: `Work on ${key} in ${project?.name ?? HIDDEN_PROJECTS}`,
                          covers: SUBTREE_WORK,
                          measure: basis.measure,
                          asOf: basis.asOf,
                          median: null,
                          opens: (title, part, of) => ({
                            ...opensObjective(title, part, key, basis, of),
                            row: projectRow(project),
                          }),
                        },
                        format,
                      )}
                    >
                      {format.percent(work.progress)}
                    </Explain>
                    ,{' '}
                    <NumberButton
                      text={`${format.number(work.done)} of ${format.number(work.total)}`}
                      opened={projectOpens(project, 'all', key, basis)}
                      onShow={show}
                    />
                  </>
                )}
                ; effort{' '}
                {effort > 0 ? (
                  <NumberButton
                    text={format.size(effort, basis.measure)}
                    opened={projectOpens(project, 'effort', key, basis)}
                    onShow={show}
                  />
                ) : (
                  format.size(0, basis.measure)
                )}
              </span>
            </li>
          ))}
        </Stack>
      )}
      {listing}
    </Card>
  );
}

export function People({ detail }: Props) {
  const format = useFormat();
  const { people, peopleTotal, objective, basis } = detail;
  const { show, listing } = useListing();
  const more = peopleTotal - people.length;
  const few = peopleTotal > 0 && people.length === 0;
  return (
    <Card title="People" about="Assigned work that serves it, within the window">
      {people.length === 0 ? (
        <p className="subtle">
          {few
            ? `Fewer than ${FEWEST_PEOPLE} people are assigned work that serves it, so they are not named.`
            : 'Nobody is assigned work that serves it.'}
        </p>
      ) : (
        <Stack as="ul" space="space.100">
          {people.map(({ accountId, units }) => (
            <li key={accountId} className={styles.personLine}>
              <PersonName accountId={accountId} />
              <span className="small">
                <NumberButton
                  text={format.units(units)}
                  opened={effortOf(accountId, objective.objective.key, basis)}
                  onShow={show}
                />
              </span>
            </li>
          ))}
          {more > 0 && <li className="subtle">{`and ${more} more`}</li>}
        </Stack>
      )}
      {listing}
    </Card>
  );
}
