import type { ProjectAlignment, ServedObjective, WorkFigure } from '../../../../src/contract';
import type { CountedPart, CountedWork } from '../../../../src/domain/work/countedWork';
import { countedIn, type Opened, opensObjective } from '../../shared/counted/opened';
import { Explain } from '../../shared/explain/Explain';
import { explainEffort, explainWork, inProjects, subtreeWorkIn } from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { ProgressFigure } from '../../shared/ProgressFigure';
import { EmptyList } from '../../shared/EmptyList';
import type { Look } from './useProject';
import { WideTable, type WideColumn } from '../../shared/table/WideTable';
import styles from './project.module.css';

/** The objectives that the project's work serves. */
export function ObjectivesTable({ alignment, look }: { alignment: ProjectAlignment; look: Look }) {
  const format = useFormat();
  const { basis, project } = alignment;
  const { measure, asOf, median } = basis;

  if (alignment.objectives.length === 0) {
    return (
      <EmptyList title="No objective is served yet">
        <p className="subtle">
          Objectives appear here as soon as work of {project.name} is linked to one. Start with the unlinked work.
        </p>
      </EmptyList>
    );
  }

  const opensOf = (key: string, title: string, part: CountedPart, of: Partial<CountedWork> = {}): Opened => ({
    title,
    counted: countedIn(part, { ...of, objective: { key, below: false } }),
    look: { window: look.window, measure },
    filter: look.filter,
  });
  const progress = (work: WorkFigure, about: Omit<Parameters<typeof explainWork>[1], 'measure' | 'asOf'>) => (
    <ProgressFigure
      compact
      work={work}
      measure={measure}
      explanation={explainWork(work, { ...about, measure, asOf }, format)}
    />
  );
  const columns: WideColumn<ServedObjective>[] = [
    {
      head: 'Objective',
      sortBy: ({ objective }) => objective.key,
      cell: ({ objective }) => (
        <span className={styles.wrap}>
          <span className="subtle">{objective.key}</span> {objective.title}
        </span>
      ),
    },
    {
      head: 'Status',
      width: 10,
      sortBy: ({ objective }) => objective.status,
      cell: ({ objective }) => <ObjectiveLozenge status={objective.status} />,
    },
    {
      head: 'Effort here',
      width: 12,
      sortBy: ({ effort }) => effort,
      cell: ({ objective, effort }) => (
        <span className={styles.numeric}>
          <Explain
            explanation={{
              ...explainEffort(`Effort on ${objective.key}`, effort, alignment.effort, basis, format),
              opens: opensOf(objective.key, `Effort on ${objective.key}`, 'effort'),
            }}
          >
            {format.size(effort, measure)}
          </Explain>
        </span>
      ),
    },
    {
      head: 'Work here',
      width: 22,
      sortBy: ({ here }) => here.progress ?? -1,
      cell: ({ objective, here }) =>
        progress(here, {
          title: `${objective.key} in ${project.name}`,
          covers: `Work items of ${project.name} that serve this objective itself.`,
          median,
          opens: (title, part, of) => opensOf(objective.key, title, part, of),
        }),
    },
    {
      head: alignment.covers === 'all' ? 'All projects' : 'Your projects',
      width: 22,
      sortBy: ({ overall }) => overall?.progress ?? -1,
      cell: ({ objective, overall }) =>
        overall ? (
          progress(overall, {
            title: `${objective.key} in ${inProjects(alignment.covers)}`,
            covers: subtreeWorkIn(alignment.covers),
            median: null,
            opens: (title, part, of) =>
              opensObjective(title, part, objective.key, { window: look.window, measure }, of),
          })
        ) : (
          <span className="subtle">You cannot see it</span>
        ),
    },
  ];

  return (
    <WideTable
      label="Objectives this project serves"
      columns={columns}
      rows={alignment.objectives}
      rowKey={({ objective }) => objective.key}
    />
  );
}
