import DynamicTable from '@atlaskit/dynamic-table';
import type { ProjectAlignment, ServedObjective } from '../../../../src/contract';
import { Explain } from '../../shared/explain/Explain';
import { explainEffort, explainWork } from '../../shared/explain/explanation';
import { useFormat } from '../../shared/host';
import { ObjectiveLozenge } from '../../shared/ObjectiveLozenge';
import { ProgressFigure } from '../../shared/ProgressFigure';
import { EmptyList } from '../../shared/EmptyList';
import styles from './project.module.css';

const HEAD = {
  cells: [
    { key: 'objective', content: 'Objective', isSortable: true },
    { key: 'status', content: 'Status', isSortable: true, width: 10 },
    { key: 'effort', content: 'Effort here', isSortable: true, width: 12 },
    { key: 'here', content: 'Work here', isSortable: true, width: 22 },
    { key: 'overall', content: 'All projects', isSortable: true, width: 22 },
  ],
};

/** The objectives that the project's work serves. */
export function ObjectivesTable({ alignment }: { alignment: ProjectAlignment }) {
  const format = useFormat();
  const { basis, project } = alignment;
  const { measure, asOf, median } = basis;

  if (alignment.objectives.length === 0) {
    return (
      <EmptyList title="No objective is served yet">
        <p className={styles.subtle}>
          Objectives appear here as soon as work of {project.name} is linked to one. Start with the unlinked work.
        </p>
      </EmptyList>
    );
  }

  const toRow = ({ objective, here, effort, overall }: ServedObjective) => ({
    key: objective.key,
    cells: [
      {
        key: objective.key,
        content: (
          <span className={styles.wrap}>
            <span className={styles.subtle}>{objective.key}</span> {objective.title}
          </span>
        ),
      },
      { key: objective.status, content: <ObjectiveLozenge status={objective.status} /> },
      {
        key: effort,
        content: (
          <span className={styles.numeric}>
            <Explain explanation={explainEffort(`Effort on ${objective.key}`, effort, alignment.effort, basis, format)}>
              {format.size(effort, measure)}
            </Explain>
          </span>
        ),
      },
      {
        key: here.progress ?? -1,
        content: (
          <ProgressFigure
            compact
            work={here}
            measure={measure}
            explanation={explainWork(
              here,
              {
                title: `${objective.key} in ${project.name}`,
                scope: `Work items of ${project.name} that serve this objective itself.`,
                measure,
                asOf,
                median,
              },
              format,
            )}
          />
        ),
      },
      {
        key: overall?.progress ?? -1,
        content: overall ? (
          <ProgressFigure
            compact
            work={overall}
            measure={measure}
            explanation={explainWork(
              overall,
              {
                title: `${objective.key} in all projects`,
                scope: 'All work items, of all projects, that serve this objective or one below it.',
                measure,
                asOf,
                median: null,
              },
              format,
            )}
          />
        ) : (
          <span className={styles.subtle}>Not shown to you</span>
        ),
      },
    ],
  });

  return (
    <div className={styles.scroll}>
      <DynamicTable label="Objectives this project serves" head={HEAD} rows={alignment.objectives.map(toRow)} />
    </div>
  );
}
