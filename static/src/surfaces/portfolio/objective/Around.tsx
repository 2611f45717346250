import { Stack } from '@atlaskit/primitives/compiled';
import type { ObjectiveDetail } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { NumberButton } from '../../../shared/counted/NumberButton';
import { useListing } from '../../../shared/counted/useListing';
import { useFormat } from '../../../shared/host';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { FEWEST_PEOPLE } from '../../../../../src/domain/scores/buyIn';
import { PersonName } from '../../../shared/people/PersonName';
import { HIDDEN_PROJECTS } from '../explain/names';
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
        {detail.children.map(({ objective, health, work }) => (
          <li key={objective.key} className={styles.child}>
            <ObjectiveLink objective={objective} />
            <span>{work.progress === null ? 'No work yet' : `${format.percent(work.progress)} done`}</span>
            <HealthLozenge health={health} />
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
                    {format.percent(work.progress)},{' '}
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
  const { people, peopleTotal } = detail;
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
              <span className="small">{format.units(units)}</span>
            </li>
          ))}
          {more > 0 && <li className="subtle">{`and ${more} more`}</li>}
        </Stack>
      )}
    </Card>
  );
}
